import type { GraphEdge, GraphNode } from '../../contract/graph.ts';
import { RELATIONSHIPS, RELATIONSHIP_TYPES } from '../../contract/vocabulary.ts';
import { at, sourceOf } from '../../topology/topology.ts';
import { readDocuments } from '../document-records.ts';
import type { ExploreDeps } from '../explore-deps.ts';
import type { LoadedGraph } from '../load-graph.ts';
import { toTexts } from '../plain-values.ts';
import { projectEdges, projectNodes } from '../project-graph.ts';
import { projectStatements } from '../project-statements.ts';
import { resolveDate } from '../resolve-date.ts';
import type { Ground } from './find-grounds.ts';
import type { Evidence, ToldGround } from './tell-path.ts';
import type { ToldRelation } from './tell-relations.ts';

function isUndirected(type: string): boolean {
  return RELATIONSHIP_TYPES.some((known) => known === type && RELATIONSHIPS[known].undirected);
}

/** Entities, relationships and their evidence, read at once for everything that is going to be told. */
export interface ToldGraph extends Evidence {
  node(index: number): GraphNode;
  edge(index: number): GraphEdge;
  /** From its source to its target; one that has no direction in meaning begins at `from`, where that is an end of it. */
  relation(index: number, from?: number): ToldRelation;
  ground(ground: Ground): ToldGround;
}

/**
 * @param nodes numbers in the topology; the ends of the edges need not be among them
 * @param asOf the day for standings, as in the request
 */
export async function projectTold(
  deps: ExploreDeps,
  graph: LoadedGraph,
  nodes: Iterable<number>,
  edges: Iterable<number>,
  asOf: string | undefined,
  withoutDocuments: ReadonlySet<string> | undefined,
  signal: AbortSignal,
): Promise<ToldGraph> {
  const { topology } = graph;
  const edgeList = [...new Set(edges)];
  const endsOf = (edge: number): number[] => [sourceOf(topology, edge), at(topology.targets, edge)];
  const nodeList = [...new Set([...nodes, ...edgeList.flatMap(endsOf)])];
  const projectedNodes = await projectNodes(graph, nodeList, resolveDate(asOf, deps.now()).day, signal);
  const projectedEdges = await projectEdges(graph, edgeList, signal);
  const ids = projectedEdges.flatMap((edge) =>
    toTexts(edge.properties['statements'] as string[] | undefined),
  );
  const statements = await projectStatements(deps, graph, [...new Set(ids)], signal);
  const nodeOf = new Map(nodeList.map((index, place) => [index, projectedNodes[place] as GraphNode]));
  const edgeOf = new Map(edgeList.map((index, place) => [index, projectedEdges[place] as GraphEdge]));
  const node = (index: number): GraphNode => nodeOf.get(index) as GraphNode;
  const edge = (index: number): GraphEdge => edgeOf.get(index) as GraphEdge;
  const relation = (index: number, from?: number): ToldRelation => {
    const [first, second] = endsOf(index) as [number, number];
    const isTurned = from === second && isUndirected(edge(index).type);
    const [source, target] = isTurned ? [second, first] : [first, second];
    return { edge: edge(index), source: node(source), target: node(target) };
  };
  return {
    statements: new Map(statements.map((statement) => [statement.id, statement])),
    documents: await readDocuments(graph),
    withoutDocuments,
    node,
    edge,
    relation,
    ground: ({ edges: own, cut }) => ({ relations: own.map((index) => relation(index)), cut }),
  };
}
