import type { SearchResponse } from '../contract/explore.ts';
import type { SearchQuery } from '../contract/requests.ts';
import { at, labelMaskOf, nodeIndexOf } from '../topology/topology.ts';
import type { LoadedGraph } from './load-graph.ts';
import type { ExploreDeps, UseCase } from './explore-deps.ts';
import { wireLabelsOf } from './project-graph.ts';
import type { RunStatement } from './run-statement.ts';
import { createSearchIndex } from './search-index.ts';
import type { NamedEntity, SearchIndex } from './search-index.ts';

const NAMES_A_PORTION = 20_000;

async function readNames(run: RunStatement): Promise<NamedEntity[]> {
  const entities: NamedEntity[] = [];
  for (let after = ''; ; after = entities.at(-1)?.id ?? '') {
    const [row] = await run('search/list-names', { after, limit: NAMES_A_PORTION });
    const ids = (row?.[0] ?? []) as string[];
    const captions = (row?.[1] ?? []) as string[];
    const names = (row?.[2] ?? []) as string[];
    const aliases = (row?.[3] ?? []) as string[][];
    ids.forEach((id, place) => {
      const own = [captions[place], names[place], ...(aliases[place] ?? [])];
      entities.push({ id, names: own.filter((name) => typeof name === 'string' && name !== '') as string[] });
    });
    if (ids.length < NAMES_A_PORTION) return entities;
  }
}

function readSearchIndex(graph: LoadedGraph): Promise<SearchIndex> {
  return graph.once('search-index', async () => createSearchIndex(await readNames(graph.run)));
}

/** Entities by name, alias or acronym; the same order on both engines. */
export function createSearchEntities(deps: ExploreDeps): UseCase<SearchQuery, SearchResponse> {
  return (query) =>
    deps.graph.use(async (graph) => {
      const { topology } = graph;
      const index = await readSearchIndex(graph);
      const labelMask = query.types ? labelMaskOf(topology, query.types) : -1;
      const matches = index
        .search(query.q)
        .map((match) => ({ ...match, node: nodeIndexOf(topology, match.id) }))
        .filter(
          ({ node }) => node >= 0 && (labelMask === -1 || (at(topology.labelBits, node) & labelMask) !== 0),
        );
      const limit = query.limit ?? deps.limits.searchMaxHits;
      return {
        hits: matches.slice(0, limit).map(({ id, node, text, kind }) => ({
          id,
          labels: wireLabelsOf(topology, node),
          caption: topology.captions[node] as string,
          match: { text, kind },
        })),
        total: matches.length,
        truncated: matches.length > limit,
      };
    });
}
