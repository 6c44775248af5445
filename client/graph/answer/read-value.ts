import type { WireValue } from '../../../server/contract/values.ts';

type Properties = readonly (readonly [name: string, value: WireValue])[];

export interface AnswerNode {
  readonly id: string | null;
  readonly labels: readonly string[];
  readonly properties: Properties;
}

export interface AnswerRelationship {
  readonly id: string | null;
  readonly type: string;
  readonly source: string | null;
  readonly target: string | null;
  readonly properties: Properties;
}

/** A value of a row as what it is. */
export type ReadValue =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number | bigint; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** `of`: date, time, localtime, datetime, localdatetime or duration; the text is ISO 8601. */
  | { readonly kind: 'temporal'; readonly of: string; readonly text: string }
  | { readonly kind: 'point'; readonly coordinates: readonly number[]; readonly text: string }
  | { readonly kind: 'node'; readonly node: AnswerNode }
  | { readonly kind: 'relationship'; readonly relationship: AnswerRelationship }
  /** In walking order; one node more than relationships. */
  | {
      readonly kind: 'path';
      readonly nodes: readonly AnswerNode[];
      readonly relationships: readonly AnswerRelationship[];
    }
  | { readonly kind: 'list'; readonly items: readonly WireValue[] }
  | { readonly kind: 'map'; readonly entries: Properties };

type Wire = { readonly [key: string]: WireValue };

function isMap(value: WireValue | undefined): value is Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const textOf = (value: WireValue | undefined): string | null => (typeof value === 'string' ? value : null);
const listOf = (value: WireValue | undefined): readonly WireValue[] => (Array.isArray(value) ? value : []);

function readNode(raw: Wire): AnswerNode {
  const labels = listOf(raw['labels']).filter((label) => typeof label === 'string');
  const properties = raw['properties'];
  return { id: textOf(raw['id']), labels, properties: isMap(properties) ? Object.entries(properties) : [] };
}

function readRelationship(raw: Wire): AnswerRelationship {
  const properties = raw['properties'];
  return {
    id: textOf(raw['id']),
    type: textOf(raw['type']) ?? '',
    source: textOf(raw['source']),
    target: textOf(raw['target']),
    properties: isMap(properties) ? Object.entries(properties) : [],
  };
}

/** Integers past 2^53 keep every digit. */
function readNumber(text: string): ReadValue {
  return { kind: 'number', value: /^-?\d+$/.test(text) && text !== '-0' ? BigInt(text) : Number(text), text };
}

function readPoint(raw: Wire): ReadValue {
  const coordinates = [raw['x'], raw['y'], raw['z']].filter((part) => typeof part === 'number');
  return { kind: 'point', coordinates, text: `point(${coordinates.join(', ')})` };
}

/** What carries `$type`; null where it is none of ours, which is then a map like any other. */
function readTyped(raw: Wire): ReadValue | null {
  const value = textOf(raw['value']);
  switch (raw['$type']) {
    case 'node':
      return { kind: 'node', node: readNode(raw) };
    case 'relationship':
      return { kind: 'relationship', relationship: readRelationship(raw) };
    case 'path':
      return {
        kind: 'path',
        nodes: listOf(raw['nodes']).filter(isMap).map(readNode),
        relationships: listOf(raw['relationships']).filter(isMap).map(readRelationship),
      };
    case 'integer':
    case 'float':
      return value === null ? null : readNumber(value);
    case 'temporal':
      return value === null ? null : { kind: 'temporal', of: textOf(raw['kind']) ?? '', text: value };
    case 'point':
      return readPoint(raw);
    case 'map':
      return {
        kind: 'map',
        entries: listOf(raw['entries']).map((entry) => {
          const [key, inner] = listOf(entry);
          return [textOf(key) ?? '', inner ?? null] as const;
        }),
      };
    default:
      return null;
  }
}

export function readValue(value: WireValue | undefined): ReadValue {
  if (value === null || value === undefined) return { kind: 'null' };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'number') return { kind: 'number', value, text: String(value) };
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (Array.isArray(value)) return { kind: 'list', items: value };
  const raw = value as Wire;
  return readTyped(raw) ?? { kind: 'map', entries: Object.entries(raw) };
}

/** An entity of ours, which has a page and a place on the canvas; other nodes are shown by their properties. */
export function isEntity(node: AnswerNode): node is AnswerNode & { readonly id: string } {
  return node.id !== null && node.labels.includes('Entity');
}

/** A relationship between two entities, which has statements; where a statement is stated is none. */
export function isRelation(relationship: AnswerRelationship): relationship is AnswerRelationship & {
  readonly id: string;
  readonly source: string;
  readonly target: string;
} {
  const { id, source, target, type } = relationship;
  return id !== null && source !== null && target !== null && type !== 'STATED_IN';
}

/** How a node is called: by its caption, name or title, else by its id, else by its labels. */
export function nameOfNode(node: AnswerNode): string {
  for (const wanted of ['caption', 'name', 'title']) {
    const found = node.properties.find(([name]) => name === wanted)?.[1];
    if (typeof found === 'string' && found !== '') return found;
  }
  return node.id ?? (node.labels.length > 0 ? `:${node.labels.join(':')}` : 'a node');
}

/** True where the walk goes along the relationship, false against it. */
export function isForward(relationship: AnswerRelationship, from: AnswerNode | undefined): boolean {
  return from?.id === undefined || from.id === null || relationship.target !== from.id;
}
