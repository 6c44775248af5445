import type { GraphEdge, GraphNode } from '../../../server/contract/graph.ts';
import { edgeStyle, firmestStyle, standingStyle, type LineStyle } from '../line-style.ts';
import { labelOf, textOf } from '../read-node.ts';
import type { BridgeSource, MarkShape, Side } from './bridge-types.ts';

/** Relationships that make an organisation or state one of those a thing is between. */
const PARTY_TYPES = new Set([
  'PARTY_TO',
  'OPERATES',
  'SUPPORTS',
  'ESTABLISHED',
  'HOSTED',
  'MEMBER_OF',
  'PARTICIPATES_IN',
  'COOPERATES_WITH',
  'PART_OF',
]);

const MARK_SHAPES: Readonly<Record<string, MarkShape>> = {
  Agreement: 'square',
  Programme: 'ring',
  Facility: 'ring',
  Mission: 'ring',
  Event: 'dot',
};

/** Every entity by what it can be on the bridge, and who is party to what. */
export interface Classified {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly sideOf: ReadonlyMap<string, Side>;
  readonly shapeOf: ReadonlyMap<string, MarkShape>;
  /** mark → party → the relationships between them. */
  readonly parties: ReadonlyMap<string, ReadonlyMap<string, readonly GraphEdge[]>>;
  /** stand → marks it is party to, in id order. */
  readonly marksOf: ReadonlyMap<string, readonly string[]>;
  /** All relationships at an entity. */
  readonly edgesAt: ReadonlyMap<string, readonly GraphEdge[]>;
}

function shoreSide(node: GraphNode, shores: BridgeSource['shores']): Side | undefined {
  const country = textOf(node, 'country');
  if (country === undefined) return undefined;
  return country === shores[0] ? 'left' : country === shores[1] ? 'right' : undefined;
}

function classifyNodes(source: BridgeSource, stateParties: ReadonlySet<string>) {
  const sideOf = new Map<string, Side>();
  const shapeOf = new Map<string, MarkShape>();
  for (const node of source.nodes) {
    const label = labelOf(node);
    const side = shoreSide(node, source.shores);
    if (label === 'Organisation') {
      if (side) sideOf.set(node.id, side);
      else shapeOf.set(node.id, 'diamond');
    } else if (label === 'Place') {
      if (side && stateParties.has(node.id)) sideOf.set(node.id, side);
    } else {
      const shape = MARK_SHAPES[label];
      if (shape) shapeOf.set(node.id, shape);
    }
  }
  return { sideOf, shapeOf };
}

/** Sorts the entities into shore stands and marks, and finds the parties of every mark. */
export function classify(source: BridgeSource): Classified {
  const nodes = new Map(source.nodes.map((node) => [node.id, node]));
  const edges = source.edges.filter((edge) => nodes.has(edge.source) && nodes.has(edge.target));
  const stateParties = new Set(edges.filter(({ type }) => type === 'PARTY_TO').map((edge) => edge.source));
  const { sideOf, shapeOf } = classifyNodes(source, stateParties);
  const parties = new Map<string, Map<string, GraphEdge[]>>();
  const marksOf = new Map<string, Set<string>>();
  const edgesAt = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    append(edgesAt, edge.source, edge);
    if (edge.target !== edge.source) append(edgesAt, edge.target, edge);
    if (!PARTY_TYPES.has(edge.type)) continue;
    for (const [stand, mark] of [
      [edge.source, edge.target],
      [edge.target, edge.source],
    ] as const) {
      if (!sideOf.has(stand) || !shapeOf.has(mark)) continue;
      const ofMark = parties.get(mark) ?? new Map<string, GraphEdge[]>();
      parties.set(mark, ofMark);
      append(ofMark, stand, edge);
      const ofStand = marksOf.get(stand) ?? new Set<string>();
      marksOf.set(stand, ofStand.add(mark));
    }
  }
  return {
    nodes,
    sideOf,
    shapeOf,
    parties,
    marksOf: new Map([...marksOf].map(([id, marks]) => [id, [...marks].toSorted()])),
    edgesAt,
  };
}

/** How the lines to a mark are drawn: a dispute about it or a relationship shows, else its standing. */
export function markStyle(mark: GraphNode, partyEdges: readonly GraphEdge[]): LineStyle {
  if (mark.properties['disputed'] === true) return 'double';
  if (partyEdges.length === 0) return standingStyle(mark);
  return firmestStyle(partyEdges.map((edge) => edgeStyle(edge, mark)));
}

export function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
