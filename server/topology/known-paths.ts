import { comparePaths } from './found-path.ts';
import type { FoundPath, PathQuery } from './found-path.ts';
import type { PathKey } from './path-key.ts';

/** A place in the tree of known paths, where detours leave: not by the edges that known paths take from here. */
export interface Branch {
  readonly parent: Branch | null;
  readonly node: number;
  readonly edge: number;
  readonly hops: number;
  /** Key up to here. */
  readonly done: number;
  /** By edge where known paths go on; null where one ends. */
  readonly taken: Map<number, Branch | null>;
}

/** The rest of a path from a branch on, the branch's node not among the nodes. */
export interface Detour {
  /** Of the whole path. */
  readonly key: number;
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

export interface Candidate {
  readonly key: number;
  readonly path: FoundPath;
}

export function createRoot(query: PathQuery): Branch {
  return { parent: null, node: query.from, edge: -1, hops: 0, done: 0, taken: new Map() };
}

/** The nodes on the way to a branch, its own not among them. */
export function nodesBefore(branch: Branch): number[] {
  const nodes: number[] = [];
  for (let one = branch.parent; one; one = one.parent) nodes.push(one.node);
  return nodes;
}

/** Adds a path to the tree; returns the branches whose detours have changed. */
export function addPath(query: PathQuery, key: PathKey, root: Branch, path: FoundPath): Branch[] {
  const changed: Branch[] = [];
  let branch = root;
  for (let hop = 0; hop < path.edges.length; hop += 1) {
    const edge = path.edges[hop] as number;
    const node = path.nodes[hop + 1] as number;
    const known = branch.taken.get(edge);
    if (known) {
      branch = known;
      continue;
    }
    changed.push(branch);
    const isLast = hop + 1 === path.edges.length;
    const cost = isLast ? 0 : query.weights.edgeCost(edge) + query.weights.nodeCost(node);
    const done = branch.done + key.ofHop + key.scale * cost;
    const next: Branch = { parent: branch, node, edge, hops: hop + 1, done, taken: new Map() };
    branch.taken.set(edge, isLast ? null : next);
    branch = next;
  }
  return changed;
}

export function toCandidate(query: PathQuery, key: PathKey, branch: Branch, detour: Detour): Candidate {
  const nodes = [branch.node, ...detour.nodes];
  const edges = [...detour.edges];
  for (let one = branch; one.parent; one = one.parent) {
    nodes.unshift(one.parent.node);
    edges.unshift(one.edge);
  }
  // The key counts every hop, the cost every hop but the first.
  const ofSteps = (detour.key - key.ofHop * edges.length) / key.scale;
  const cost = ofSteps + query.weights.hopCost * (edges.length - 1);
  return { key: detour.key, path: { nodes, edges, cost } };
}

/** Puts a candidate in its place among the best. */
export function addCandidate(candidates: Candidate[], candidate: Candidate, most: number): void {
  const isAfter = ({ key, path }: Candidate): boolean =>
    (candidate.key - key || comparePaths(candidate.path, path)) < 0;
  const place = candidates.findIndex(isAfter);
  candidates.splice(place < 0 ? candidates.length : place, 0, candidate);
  if (candidates.length > most) candidates.pop();
}
