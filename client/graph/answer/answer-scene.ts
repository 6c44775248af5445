import type { GraphEdge, Subgraph } from '../../../server/contract/graph.ts';
import { NO_FOCUS, type Focus } from '../focus.ts';
import type { ForceScene } from '../force-scene.ts';
import { allEdges, type GraphData } from '../graph-data.ts';

/** Relationships among the entities of an answer that the answer itself does not hold. */
export function edgesBetween(answer: Subgraph, data: GraphData): readonly GraphEdge[] {
  const ids = new Set(answer.nodes.map((node) => node.id));
  const returned = new Set(answer.edges.map((edge) => edge.id));
  return allEdges(data).filter(
    (edge) => ids.has(edge.source) && ids.has(edge.target) && !returned.has(edge.id),
  );
}

/** What the picture of an answer draws: what was returned, and on demand what else connects it. */
export function answerScene(answer: Subgraph, between: readonly GraphEdge[]): ForceScene {
  return { nodes: answer.nodes, edges: [...answer.edges, ...between] };
}

/** Brings what is selected forward in the picture of an answer; nothing where it is not in it. */
export function answerFocus(scene: ForceScene, nodeId: string | null, edgeIds: readonly string[]): Focus {
  const wanted = new Set(edgeIds);
  const edges = scene.edges.filter((edge) => wanted.has(edge.id));
  const near = scene.edges.filter((edge) => edge.source === nodeId || edge.target === nodeId);
  const nodes = new Set([...edges, ...near].flatMap((edge) => [edge.source, edge.target]));
  if (nodeId !== null && scene.nodes.some((node) => node.id === nodeId)) nodes.add(nodeId);
  if (nodes.size === 0) return NO_FOCUS;
  const accents = new Set(nodeId === null ? [] : [nodeId]);
  return { ...NO_FOCUS, nodes, accents, edges: new Set(edges.map((edge) => edge.id)), isDimming: true };
}
