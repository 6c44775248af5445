import type { StatementList } from '../contract/graph.ts';
import type { StatementsQuery } from '../contract/requests.ts';
import { parseEdtfDate } from '../evidence/edtf-date.ts';
import type { LoadedGraph } from './current-graph.ts';
import type { ExploreDeps, UseCase } from './explore-deps.ts';
import { toNumber, toTexts } from './plain-values.ts';
import { projectStatements } from './project-statements.ts';
import { resolveDate } from './resolve-date.ts';
import type { RunStatement } from './run-statement.ts';

const DEFAULT_LIMIT = 100;

function listIds(graph: LoadedGraph, run: RunStatement, name: string): Promise<readonly string[]> {
  return graph.once(name, async () => toTexts((await run(name))[0]?.[0]));
}

/** Statements with an end that has certainly passed. */
async function listEnded(graph: LoadedGraph, run: RunStatement, day: number): Promise<readonly string[]> {
  const rows = await graph.once('ends', () => run('explore/list-term-ends'));
  const ends = toTexts(rows[0]?.[1]);
  return toTexts(rows[0]?.[0]).filter((_, place) => parseEdtfDate(ends[place] as string).to < day);
}

async function pickIds(
  deps: ExploreDeps,
  graph: LoadedGraph,
  query: StatementsQuery,
): Promise<readonly string[] | null> {
  const lists: (readonly string[])[] = [];
  if (query.disputed) lists.push(await listIds(graph, deps.run, 'explore/list-disputed-statements'));
  if (query.pending) lists.push(await listIds(graph, deps.run, 'explore/list-pending-statements'));
  if (query.undated) lists.push(await listIds(graph, deps.run, 'explore/list-undated-statements'));
  if (query.ended) {
    lists.push(await listEnded(graph, deps.run, resolveDate(query.asOf, deps.now()).day.day));
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
        (await deps.run('explore/list-statement-ids', { skip: offset, limit }, { signal })).map(
          (row) => row[0] as string,
        );
      const total = picked?.length ?? (await countStatements(graph, deps.run));
      const statements = await projectStatements(deps, graph, page, signal);
      return { statements, total, truncated: offset + limit < total };
    });
}

export function countStatements(graph: LoadedGraph, run: RunStatement): Promise<number> {
  return graph.once(
    'count-statements',
    async () => toNumber((await run('inspect/count-statements'))[0]?.[0]) ?? 0,
  );
}
