import type { EdgeResponse, NodeResponse, Statement, StatementResponse } from '../contract/graph.ts';
import type { NodeQuery } from '../contract/requests.ts';
import { at, sourceOf } from '../topology/topology.ts';
import type { ExploreDeps, UseCase } from './explore-deps.ts';
import { requireEdge, requireNode, unknownId } from './find-by-id.ts';
import { toTexts } from './plain-values.ts';
import { projectEdges, projectNodes } from './project-graph.ts';
import { gatherReferences, projectStatements } from './project-statements.ts';
import { resolveDate } from './resolve-date.ts';

/** One entity with the statements about itself and where they are made. */
export function createDescribeNode(deps: ExploreDeps): UseCase<NodeQuery & { id: string }, NodeResponse> {
  return (query, signal) =>
    deps.graph.use(async (graph) => {
      const index = requireNode(graph, query.id);
      const { day } = resolveDate(query.asOf, deps.now());
      const [node] = await projectNodes(graph, [index], day, signal);
      const rows = await graph.run('explore/list-statements-about', { subjects: [query.id] }, { signal });
      const ids = rows.map((row) => row[0] as string);
      const statements = await projectStatements(deps, graph, ids, signal);
      return { node: node as NodeResponse['node'], statements, references: gatherReferences(statements) };
    });
}

/** Statements that cannot all be true, in groups; a statement of another edge may be among them. */
export function groupConflicts(statements: readonly Pick<Statement, 'id' | 'conflictsWith'>[]): string[][] {
  const groups: Set<string>[] = [];
  for (const { id, conflictsWith } of statements) {
    if (conflictsWith.length === 0) continue;
    const members = new Set([id, ...conflictsWith]);
    for (const group of groups.filter((other) => [...members].some((member) => other.has(member)))) {
      for (const member of group) members.add(member);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(members);
  }
  return groups
    .map((group) => [...group].sort())
    .sort((a, b) => ((a[0] as string) < (b[0] as string) ? -1 : 1));
}

/** One relationship with its ends, its statements and what contradicts them. */
export function createDescribeEdge(deps: ExploreDeps): UseCase<{ id: string }, EdgeResponse> {
  return (query, signal) =>
    deps.graph.use(async (graph) => {
      const index = requireEdge(graph, query.id);
      const { day } = resolveDate(undefined, deps.now());
      const ends = [sourceOf(graph.topology, index), at(graph.topology.targets, index)];
      const [edge] = await projectEdges(graph, [index], signal);
      const [source, target] = await projectNodes(graph, ends, day, signal);
      const ids = toTexts((edge as EdgeResponse['edge']).properties['statements'] as string[] | undefined);
      const statements = await projectStatements(deps, graph, [...ids].sort(), signal);
      return {
        edge: edge as EdgeResponse['edge'],
        source: source as EdgeResponse['source'],
        target: target as EdgeResponse['target'],
        statements,
        conflicts: groupConflicts(statements),
      };
    });
}

/** One statement: a permanent address. */
export function createDescribeStatement(deps: ExploreDeps): UseCase<{ id: string }, StatementResponse> {
  return (query, signal) =>
    deps.graph.use(async (graph) => {
      const [statement] = await projectStatements(deps, graph, [query.id], signal);
      if (!statement) throw unknownId('statement', query.id);
      return { statement };
    });
}
