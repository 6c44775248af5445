/** A value our own statements may return: no nodes, relationships or paths, only what they project. */
export type PlainValue =
  null | boolean | number | bigint | string | readonly PlainValue[] | { readonly [key: string]: PlainValue };

/** A value of a console answer in the form of contract/values.ts (`$type` for what JSON cannot say). */
export type WireValue =
  null | boolean | number | string | readonly WireValue[] | { readonly [key: string]: WireValue };
