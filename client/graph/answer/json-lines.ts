import type { WireValue } from '../../../server/contract/values.ts';

const INDENT = '  ';
/** A list or map of plain values this short stands on one line. */
const SHORT_CHARACTERS = 96;
const SHORT_ENTRIES = 24;
/** A text longer than this is cut on the screen; copying gives all of it. */
const TEXT_MAX_CHARACTERS = 2_000;

type Composite = Extract<WireValue, object>;

function isComposite(value: WireValue | undefined): value is Composite {
  return typeof value === 'object' && value !== null;
}

function sizeOf(value: Composite): number {
  return Array.isArray(value) ? value.length : Object.keys(value).length;
}

function childrenOf(value: Composite): readonly (readonly [prefix: string, value: WireValue])[] {
  if (Array.isArray(value)) return (value as readonly WireValue[]).map((item) => ['', item] as const);
  return Object.entries(value).map(([key, item]) => [`${JSON.stringify(key)}: `, item] as const);
}

function plainText(value: WireValue | undefined): string {
  if (typeof value !== 'string' || value.length <= TEXT_MAX_CHARACTERS) return JSON.stringify(value ?? null);
  const rest = value.length - TEXT_MAX_CHARACTERS;
  return `${JSON.stringify(value.slice(0, TEXT_MAX_CHARACTERS))} … ${rest} more characters`;
}

function shortText(value: Composite): string {
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{ ', ' }'];
  if (sizeOf(value) === 0) return Array.isArray(value) ? '[]' : '{}';
  return (
    open +
    childrenOf(value)
      .map(([prefix, item]) => prefix + plainText(item))
      .join(', ') +
    close
  );
}

function isShort(value: Composite): boolean {
  const size = sizeOf(value);
  if (size === 0) return true;
  if (size > SHORT_ENTRIES) return false;
  let characters = 4;
  for (const [prefix, item] of childrenOf(value)) {
    if (isComposite(item)) return false;
    characters += prefix.length + (typeof item === 'string' ? item.length + 2 : String(item).length) + 2;
    if (characters > SHORT_CHARACTERS) return false;
  }
  return true;
}

/** A value as lines of indented JSON, any stretch of which is made without making the others. */
export interface JsonLines {
  readonly count: number;
  /** The lines from `from` (included) to `to` (not included), counted from 0. */
  slice(from: number, to: number): readonly string[];
}

export function jsonLines(value: WireValue): JsonLines {
  const counts = new WeakMap<object, number>();
  const countOf = (inner: WireValue | undefined): number => {
    if (!isComposite(inner)) return 1;
    const known = counts.get(inner);
    if (known !== undefined) return known;
    let count = 1;
    if (!isShort(inner)) {
      count = 2;
      for (const item of Array.isArray(inner) ? inner : Object.values(inner)) count += countOf(item);
    }
    counts.set(inner, count);
    return count;
  };
  return { count: countOf(value), slice: (from, to) => writeSlice(value, countOf, from, to) };
}

function writeSlice(
  value: WireValue,
  countOf: (value: WireValue) => number,
  from: number,
  to: number,
): readonly string[] {
  const lines: string[] = [];
  let at = 0;
  const put = (line: string): void => {
    if (at >= from && at < to) lines.push(line);
    at += 1;
  };
  const write = (inner: WireValue, indent: string, prefix: string, suffix: string): void => {
    const count = countOf(inner);
    if (at >= to || at + count <= from) {
      at += count;
      return;
    }
    if (!isComposite(inner) || count === 1) {
      put(indent + prefix + (isComposite(inner) ? shortText(inner) : plainText(inner)) + suffix);
      return;
    }
    const [open, close] = Array.isArray(inner) ? ['[', ']'] : ['{', '}'];
    put(indent + prefix + open);
    const children = childrenOf(inner);
    for (const [place, [key, item]] of children.entries()) {
      if (at >= to) return;
      write(item, indent + INDENT, key, place < children.length - 1 ? ',' : '');
    }
    put(indent + close + suffix);
  };
  write(value, '', '', '');
  return lines;
}
