import type { GraphEdge, GraphNode } from '../../server/contract/graph.ts';
import { allEdges, allNodes, type GraphData } from './graph-data.ts';
import { labelOf } from './read-node.ts';

/** What the force layout draws. */
export interface ForceScene {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** The entities on the canvas and every relationship between two of them; documents are no entities of the picture. */
export function chooseForceScene(
  data: GraphData,
  shown: readonly string[] | 'everything',
  hidden: readonly string[],
): ForceScene {
  const gone = new Set(hidden);
  const wanted = shown === 'everything' ? null : new Set(shown);
  const nodes = allNodes(data).filter(
    (node) => !gone.has(node.id) && (wanted === null ? labelOf(node) !== 'Document' : wanted.has(node.id)),
  );
  const ids = new Set(nodes.map((node) => node.id));
  return { nodes, edges: allEdges(data).filter((edge) => ids.has(edge.source) && ids.has(edge.target)) };
}
