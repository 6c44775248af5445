/** The part of the untyped `edtf` package that edtf-date.ts uses. */
declare module 'edtf' {
  interface EdtfValue {
    readonly type: string;
    /** Milliseconds since 1970 of the first instant; -Infinity for an open start. */
    readonly min: number;
    /** Milliseconds since 1970 of the last instant; Infinity for an open end. */
    readonly max: number;
  }
  export default function edtf(text: string): EdtfValue;
}
