/**
 * Beginnings of detours, one label each, as parallel columns that are kept between searches. A node may have several: a
 * cheaper one and one of fewer hops.
 */
export interface DetourLabels {
  size: number;
  node: Uint32Array;
  edge: Uint32Array;
  hops: Uint8Array;
  key: Float64Array;
  /** The label one step before, −1 at the start. */
  parent: Int32Array;
  /** Another label of the same node, −1 when there is none. */
  sameNode: Int32Array;
}

export function createDetourLabels(capacity = 1024): DetourLabels {
  return {
    size: 0,
    node: new Uint32Array(capacity),
    edge: new Uint32Array(capacity),
    hops: new Uint8Array(capacity),
    key: new Float64Array(capacity),
    parent: new Int32Array(capacity),
    sameNode: new Int32Array(capacity),
  };
}

function grown<T extends Uint8Array | Uint32Array | Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function grow(labels: DetourLabels): void {
  const capacity = 2 * labels.node.length;
  labels.node = grown(labels.node, new Uint32Array(capacity));
  labels.edge = grown(labels.edge, new Uint32Array(capacity));
  labels.hops = grown(labels.hops, new Uint8Array(capacity));
  labels.key = grown(labels.key, new Float64Array(capacity));
  labels.parent = grown(labels.parent, new Int32Array(capacity));
  labels.sameNode = grown(labels.sameNode, new Int32Array(capacity));
}

export function addLabel(
  labels: DetourLabels,
  node: number,
  edge: number,
  hops: number,
  key: number,
  parent: number,
  sameNode: number,
): number {
  const label = labels.size;
  if (label === labels.node.length) grow(labels);
  labels.size += 1;
  labels.node[label] = node;
  labels.edge[label] = edge;
  labels.hops[label] = hops;
  labels.key[label] = key;
  labels.parent[label] = parent;
  labels.sameNode[label] = sameNode;
  return label;
}

/**
 * Compares two beginnings of the same number of steps, step by step from the start.
 * @param a the label before the last step; `nodeA` and `edgeA` are that step
 */
export function compareSteps(
  labels: DetourLabels,
  a: number,
  nodeA: number,
  edgeA: number,
  b: number,
  nodeB: number,
  edgeB: number,
): number {
  if (a !== b) {
    const earlier = compareSteps(
      labels,
      labels.parent[a] as number,
      labels.node[a] as number,
      labels.edge[a] as number,
      labels.parent[b] as number,
      labels.node[b] as number,
      labels.edge[b] as number,
    );
    if (earlier !== 0) return earlier;
  }
  return nodeA - nodeB || edgeA - edgeB;
}
