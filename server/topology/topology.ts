/**
 * The whole graph as typed arrays: immutable, numbered in id order, made once for each revision of the data.
 *
 * A node is its place in `ids`. An edge is its place in the outgoing arrays, which run by source, then target, type and
 * role; so equal data gives equal numbers whatever order a database returns it in.
 */
export interface Topology {
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** Edges whose ends were not among the nodes: left out. Zero in a sound database. */
  readonly danglingEdges: number;

  /** Ascending by UTF-16 units. */
  readonly ids: readonly string[];
  readonly captions: readonly string[];
  /** Bit i of a node is set when it carries `labelNames[i]`. */
  readonly labelNames: readonly string[];
  readonly labelBits: Uint32Array;
  /** Relationships at each node, a loop counted once. */
  readonly degrees: Uint32Array;

  /** Edges of node v: from `outOffsets[v]` up to `outOffsets[v + 1]`, not included. */
  readonly outOffsets: Uint32Array;
  /** By edge. */
  readonly targets: Uint32Array;
  /** The same from the other end: places in `inSources` and `inEdges`. */
  readonly inOffsets: Uint32Array;
  readonly inSources: Uint32Array;
  readonly inEdges: Uint32Array;

  /** By edge: place in `typeNames` (sorted), in `roleNames` (sorted, '' first) and in `modalityNames`. */
  readonly types: Uint8Array;
  readonly typeNames: readonly string[];
  readonly roles: Uint8Array;
  readonly roleNames: readonly string[];
  readonly modalities: Uint8Array;
  readonly modalityNames: readonly string[];
  /** By edge: 1 = disputed. */
  readonly disputed: Uint8Array;
  /** By edge: place in `evidence`. */
  readonly evidenceCodes: Codes;
  /** What relationships rest on, each combination once, by (independent, passages, documents). */
  readonly evidence: readonly Evidence[];
  /** Ids of the documents that carry a relationship, sorted. */
  readonly documentIds: readonly string[];
  /** By edge: place in `spans`. */
  readonly spanCodes: Codes;
  /** When relationships hold, each list once; an empty one means always. By day, a list before those it begins. */
  readonly spans: readonly (readonly DaySpan[])[];
}

/** Places in a table, in as few bytes as the table allows. */
export type Codes = Uint16Array | Uint32Array;

/** What a relationship rests on. */
export interface Evidence {
  /** Independent documents. */
  readonly independent: number;
  readonly passages: number;
  /** Ascending places in `documentIds`. */
  readonly documents: readonly number[];
}

/** Days since 1970-01-01, both included. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** One step from a node along an edge, in either direction. */
export interface Step {
  readonly edge: number;
  readonly node: number;
  /** True when the step goes from the edge's source to its target. */
  readonly forward: boolean;
}

/** Reads an element that is known to exist. */
export function at(array: Uint8Array | Uint16Array | Uint32Array | Int32Array, index: number): number {
  return array[index] as number;
}

/** The number of a node, −1 when no node has this id. Binary search: no second table of ids is kept. */
export function nodeIndexOf(topology: Topology, id: string): number {
  let low = 0;
  let high = topology.nodeCount - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = topology.ids[middle] as string;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The source of an edge, found from the offsets. */
export function sourceOf(topology: Topology, edge: number): number {
  let low = 0;
  let high = topology.nodeCount - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (at(topology.outOffsets, middle) <= edge) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Labels of a node, sorted. */
export function labelsOf(topology: Topology, node: number): string[] {
  const bits = at(topology.labelBits, node);
  return topology.labelNames.filter((_, bit) => (bits & (1 << bit)) !== 0).sort();
}

/** The bits of those labels that exist here. */
export function labelMaskOf(topology: Topology, labels: Iterable<string>): number {
  let mask = 0;
  for (const label of labels) {
    const bit = topology.labelNames.indexOf(label);
    if (bit >= 0) mask |= 1 << bit;
  }
  return mask;
}

/**
 * The id of an edge: `type~source~target`, then `~role` where it has one, type and role in kebab-case
 * (docs/graph-shape.md). It is made, not kept: ids would weigh ten times the topology.
 */
export function edgeIdOf(topology: Topology, edge: number): string {
  const source = topology.ids[sourceOf(topology, edge)] as string;
  const target = topology.ids[at(topology.targets, edge)] as string;
  const role = topology.roleNames[at(topology.roles, edge)] as string;
  const type = kebab(topology.typeNames[at(topology.types, edge)] as string);
  return `${type}~${source}~${target}${role === '' ? '' : `~${kebab(role)}`}`;
}

/** The first of a node's outgoing edges that leads to `target` or, where none does, beyond it. */
function firstEdgeTo(topology: Topology, source: number, target: number): number {
  let low = at(topology.outOffsets, source);
  let high = at(topology.outOffsets, source + 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(topology.targets, middle) < target) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number of an edge, −1 when no edge has this id. Looks only at the edges between its two ends. */
export function edgeIndexOf(topology: Topology, id: string): number {
  const [type, sourceId, targetId, role = '', ...rest] = id.split('~');
  if (type === undefined || sourceId === undefined || targetId === undefined || rest.length > 0) return -1;
  const source = nodeIndexOf(topology, sourceId);
  const target = nodeIndexOf(topology, targetId);
  if (source < 0 || target < 0) return -1;
  const end = at(topology.outOffsets, source + 1);
  for (let edge = firstEdgeTo(topology, source, target); edge < end; edge += 1) {
    if (at(topology.targets, edge) !== target) break;
    if (kebab(topology.typeNames[at(topology.types, edge)] as string) !== type) continue;
    if (kebab(topology.roleNames[at(topology.roles, edge)] as string) === role) return edge;
  }
  return -1;
}

/** Edges and the nodes they lead to, by neighbour, then edge; a loop once. */
export function listSteps(topology: Topology, node: number, walk: 'any' | 'out' | 'in' = 'any'): Step[] {
  const steps: Step[] = [];
  if (walk !== 'in') {
    const end = at(topology.outOffsets, node + 1);
    for (let edge = at(topology.outOffsets, node); edge < end; edge += 1) {
      steps.push({ edge, node: at(topology.targets, edge), forward: true });
    }
  }
  if (walk !== 'out') {
    const end = at(topology.inOffsets, node + 1);
    for (let place = at(topology.inOffsets, node); place < end; place += 1) {
      const neighbour = at(topology.inSources, place);
      if (neighbour === node && walk === 'any') continue;
      steps.push({ edge: at(topology.inEdges, place), node: neighbour, forward: false });
    }
  }
  return steps.sort((a, b) => a.node - b.node || a.edge - b.edge);
}

function kebab(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-');
}
