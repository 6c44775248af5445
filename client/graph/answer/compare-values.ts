import type { WireValue } from '../../../server/contract/values.ts';
import {
  nameOfNode,
  readValue,
  type AnswerNode,
  type AnswerRelationship,
  type ReadValue,
} from './read-value.ts';
import { compareTemporal } from './temporal-order.ts';

/** Kinds in their order; a missing value comes last, whichever way a column is sorted. */
const KINDS: readonly ReadValue['kind'][] = [
  'number',
  'temporal',
  'boolean',
  'text',
  'node',
  'relationship',
  'path',
  'point',
  'list',
  'map',
  'null',
];

const COLLATOR = new Intl.Collator('en', { numeric: true });

function compareTexts(a: string, b: string): number {
  return COLLATOR.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Numbers and big integers exactly; NaN is the largest. */
function compareNumbers(a: number | bigint, b: number | bigint): number {
  if (a < b) return -1;
  if (a > b) return 1;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}

function compareLists<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): number {
  for (let place = 0; place < Math.min(a.length, b.length); place += 1) {
    const order = compare(a[place] as T, b[place] as T);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareNodes(a: AnswerNode, b: AnswerNode): number {
  return compareTexts(nameOfNode(a), nameOfNode(b)) || compareTexts(a.id ?? '', b.id ?? '');
}

function compareRelationships(a: AnswerRelationship, b: AnswerRelationship): number {
  return compareTexts(a.type, b.type) || compareTexts(a.id ?? '', b.id ?? '');
}

type Entry = readonly [string, WireValue];
const byKey = (a: Entry, b: Entry): number => compareTexts(a[0], b[0]);

type Comparison<K extends ReadValue['kind']> = (
  a: Extract<ReadValue, { kind: K }>,
  b: Extract<ReadValue, { kind: K }>,
) => number;

const COMPARISONS: { readonly [K in ReadValue['kind']]: Comparison<K> } = {
  null: () => 0,
  boolean: (a, b) => Number(a.value) - Number(b.value),
  number: (a, b) => compareNumbers(a.value, b.value),
  text: (a, b) => compareTexts(a.text, b.text),
  temporal: compareTemporal,
  point: (a, b) => compareLists(a.coordinates, b.coordinates, compareNumbers),
  node: (a, b) => compareNodes(a.node, b.node),
  relationship: (a, b) => compareRelationships(a.relationship, b.relationship),
  path: (a, b) =>
    a.relationships.length - b.relationships.length || compareLists(a.nodes, b.nodes, compareNodes),
  list: (a, b) => compareLists(a.items, b.items, compareValues),
  map: (a, b) =>
    compareLists(
      a.entries.toSorted(byKey),
      b.entries.toSorted(byKey),
      (one, other) => byKey(one, other) || compareValues(one[1], other[1]),
    ),
};

function compareRead(a: ReadValue, b: ReadValue): number {
  if (a.kind !== b.kind) return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);
  return (COMPARISONS[a.kind] as Comparison<typeof a.kind>)(a as never, b as never);
}

/** A total order over all values: first by kind, then as a reader of that kind expects. */
function compareValues(a: WireValue, b: WireValue): number {
  return compareRead(readValue(a), readValue(b));
}

export interface ColumnSort {
  readonly column: number;
  readonly direction: 'ascending' | 'descending';
}

/** The places of the rows in the order to be shown; equal ones stay as they came, missing values come last. */
export function sortRows(
  rows: readonly (readonly WireValue[])[],
  sort: ColumnSort | null,
): readonly number[] {
  const places = rows.map((_, place) => place);
  if (!sort) return places;
  const keys = rows.map((row) => readValue(row[sort.column]));
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return places.sort((a, b) => {
    const [left, right] = [keys[a] as ReadValue, keys[b] as ReadValue];
    if (left.kind === 'null' || right.kind === 'null')
      return Number(left.kind === 'null') - Number(right.kind === 'null');
    return sign * compareRead(left, right);
  });
}
