import type { WireValue } from '../values.ts';
import type { Grafeo } from './grafeo.ts';

type Flat = Readonly<Record<string, unknown>>;

const NODE_KEYS = ['_id', '_labels'];
const EDGE_KEYS = ['_id', '_type', '_source', '_target'];

function stableId(properties: Flat | undefined): string | null {
  const id = properties?.['id'];
  return typeof id === 'string' ? id : null;
}

function withoutKeys(
  value: Flat,
  keys: readonly string[],
  convert: (inner: unknown) => WireValue,
): Record<string, WireValue> {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !keys.includes(key))
      .map(([key, inner]) => [key, convert(inner)]),
  );
}

interface ElementCheck {
  isNode(value: Flat): boolean;
  isEdge(value: Flat): boolean;
}

function isFlat(value: unknown): value is Flat {
  return typeof value === 'object' && value !== null;
}

/** The engine throws when it is asked for any other; a map of a person may hold anything. */
function isElementId(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** A map with the keys of a node or relationship is one only if the database holds exactly that element. */
function createElementCheck(database: Grafeo): ElementCheck {
  return {
    isNode(value) {
      const labels = value['_labels'];
      if (!isElementId(value['_id']) || !Array.isArray(labels)) return false;
      const node = database.getNode(value['_id']);
      if (!node || node.labels.length !== labels.length) return false;
      return (
        node.labels.every((label) => labels.includes(label)) && sameKeys(value, NODE_KEYS, node.properties())
      );
    },
    isEdge(value) {
      if (!isElementId(value['_id']) || typeof value['_source'] !== 'number') return false;
      const edge = database.getEdge(value['_id']);
      if (!edge || edge.edgeType !== value['_type'] || edge.sourceId !== value['_source']) return false;
      return edge.targetId === value['_target'] && sameKeys(value, EDGE_KEYS, edge.properties());
    },
  };
}

/** Turns answers of the embedded engine, which hands out nodes and relationships as flat maps, into wire values. */
export function createEmbeddedWireValues(database: Grafeo): (value: unknown) => WireValue {
  const { isNode, isEdge } = createElementCheck(database);
  const endOf = (id: unknown): string | null => {
    return stableId(database.getNode(id as number)?.properties() as Flat | undefined);
  };
  const toNode = (value: Flat): WireValue => ({
    $type: 'node',
    id: stableId(value),
    labels: [...(value['_labels'] as string[])].sort(),
    properties: withoutKeys(value, NODE_KEYS, toWire),
  });
  const toEdge = (value: Flat): WireValue => ({
    $type: 'relationship',
    id: stableId(value),
    type: value['_type'] as string,
    source: endOf(value['_source']),
    target: endOf(value['_target']),
    properties: withoutKeys(value, EDGE_KEYS, toWire),
  });
  const toPath = (value: Flat): WireValue | null => {
    const { nodes, edges } = value;
    if (Object.keys(value).length !== 2 || !Array.isArray(nodes) || !Array.isArray(edges)) return null;
    if (nodes.length !== edges.length + 1 || ![...nodes, ...edges].every(isFlat)) return null;
    if (!nodes.every(isNode) || !edges.every(isEdge)) return null;
    return { $type: 'path', nodes: nodes.map(toNode), relationships: edges.map(toEdge) };
  };
  const toWire = (value: unknown): WireValue => {
    if (value === null || value === undefined) return null;
    if (typeof value === 'number') return numberToWire(value);
    if (typeof value === 'bigint') return integerToWire(value);
    if (typeof value !== 'object') return value as string | boolean;
    if (Array.isArray(value)) return value.map(toWire);
    // A moment with its zone comes as text; this is one without, to the millisecond.
    if (value instanceof Date) {
      return { $type: 'temporal', kind: 'localdatetime', value: value.toISOString().replace(/Z$/u, '') };
    }
    const flat = value as Flat;
    if ('_labels' in flat && isNode(flat)) return toNode(flat);
    if ('_type' in flat && isEdge(flat)) return toEdge(flat);
    return toPath(flat) ?? mapToWire(flat, toWire);
  };
  return toWire;
}

function mapToWire(value: Flat, convert: (inner: unknown) => WireValue): WireValue {
  if (!('$type' in value)) return withoutKeys(value, [], convert);
  return { $type: 'map', entries: Object.entries(value).map(([key, inner]) => [key, convert(inner)]) };
}

function sameKeys(value: Flat, extra: readonly string[], properties: object): boolean {
  const keys = Object.keys(properties);
  return keys.length === Object.keys(value).length - extra.length && keys.every((key) => key in value);
}

function numberToWire(value: number): WireValue {
  if (Number.isFinite(value) && !Object.is(value, -0)) return value;
  return { $type: 'float', value: Object.is(value, -0) ? '-0' : String(value) };
}

function integerToWire(value: bigint): WireValue {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : { $type: 'integer', value: String(value) };
}
