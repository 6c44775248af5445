import type { StatementList } from '../contract/graph.ts';
import type { StatementsQuery } from '../contract/requests.ts';
import { labelsOf, nodeIndexOf } from '../topology/topology.ts';
import { listEndedTerms } from './compute-standing.ts';
import type { StandingDay } from './compute-standing.ts';
import type { LoadedGraph } from './load-graph.ts';
import type { ExploreDeps, UseCase } from './explore-deps.ts';
import { toNumber, toText, toTexts } from './plain-values.ts';
import { projectStatements } from './project-statements.ts';
import { resolveDate } from './resolve-date.ts';

const DEFAULT_LIMIT = 100;

function listIds(graph: LoadedGraph, name: string): Promise<readonly string[]> {
  return graph.once(name, async () => toTexts((await graph.run(name))[0]?.[0]));
}

/**
 * Terms (and dates of expiry) that have certainly ended, of the agreements that no later stated term carries on: an
 * agreement in its third term is not among them, nor is anything else that has an end.
 */
async function listEnded(graph: LoadedGraph, day: StandingDay): Promise<readonly string[]> {
  const { topology, records } = graph;
  const agreements = (await listIds(graph, 'explore/list-subjects-of-terms'))
    .map((id) => nodeIndexOf(topology, id))
    .filter((node) => node >= 0 && labelsOf(topology, node).includes('Agreement'));
  const ids = agreements.map((node) => topology.ids[node] as string);
  const basis = await records.standingBasis(ids);
  const nodes = await records.nodes(agreements);
  return nodes
    .flatMap((node, place) =>
      listEndedTerms(toText(node['modality']), basis.get(ids[place] as string) ?? [], day),
    )
    .sort();
}

async function pickIds(
  deps: ExploreDeps,
  graph: LoadedGraph,
  query: StatementsQuery,
): Promise<readonly string[] | null> {
  const lists: (readonly string[])[] = [];
  if (query.disputed) lists.push(await listIds(graph, 'explore/list-disputed-statements'));
  if (query.pending) lists.push(await listIds(graph, 'explore/list-pending-statements'));
  if (query.undated) lists.push(await listIds(graph, 'explore/list-undated-statements'));
  if (query.ended) {
    lists.push(await listEnded(graph, resolveDate(query.asOf, deps.now()).day));
  }
  const [first, ...others] = lists;
  if (!first) return null;
  const sets = others.map((ids) => new Set(ids));
  return first.filter((id) => sets.every((set) => set.has(id)));
}

/** Lists of statements in id order; several conditions must hold together, none lists all statements. */
export function createListStatements(deps: ExploreDeps): UseCase<StatementsQuery, StatementList> {
  return (query, signal) =>
    deps.graph.use(async (graph) => {
      const offset = query.offset ?? 0;
      const limit = query.limit ?? DEFAULT_LIMIT;
      const picked = await pickIds(deps, graph, query);
      const page =
        picked?.slice(offset, offset + limit) ??
        (await graph.run('explore/list-statement-ids', { skip: offset, limit }, { signal })).map(
          (row) => row[0] as string,
        );
      const total = picked?.length ?? (await countStatements(graph));
      const statements = await projectStatements(deps, graph, page, signal);
      return { statements, total, truncated: offset + limit < total };
    });
}

export function countStatements(graph: LoadedGraph): Promise<number> {
  return graph.once(
    'count-statements',
    async () => toNumber((await graph.run('inspect/count-statements'))[0]?.[0]) ?? 0,
  );
}
