import type { PathsResponse } from '../../contract/paths.ts';
import { HUB_LABELS, MODALITIES } from '../../contract/vocabulary.ts';
import type { WalkFilter } from '../../topology/edge-mask.ts';
import type { PathTask } from './path-task.ts';

/** Parameters of the request with the values that give something up; null = left out. */
type Change = NonNullable<NonNullable<PathsResponse['reason']>['nearestMissChange']>;

/** A search that gives something up. */
export interface RelaxedTask {
  readonly words: string;
  readonly task: PathTask;
  readonly change: Change;
}

interface Relaxation {
  readonly applies: boolean;
  readonly words: string;
  readonly filter: WalkFilter;
  readonly change: Change;
  /** What the search itself gives up, beside the filter. */
  readonly task?: Partial<Pick<PathTask, 'through' | 'walk'>>;
}

const MOST_HOPS = 12;
const EVERYTHING: Change = {
  asOf: null,
  direction: null,
  exclude: null,
  excludeTypes: null,
  hubs: [...HUB_LABELS],
  maxHops: MOST_HOPS,
  minDocuments: null,
  minPassages: null,
  modality: [...MODALITIES],
  through: null,
  types: null,
  withoutDocument: null,
};

function relaxFilter(filter: WalkFilter): Relaxation[] {
  const { types: _types, excludeTypes: _excluded, ...otherTypes } = filter;
  return [
    {
      applies: (filter.modalities?.size ?? 0) < MODALITIES.length,
      filter: { ...filter, modalities: undefined },
      words: 'with what was only planned or discussed',
      change: { modality: [...MODALITIES] },
    },
    {
      applies: filter.asOf !== undefined,
      filter: { ...filter, asOf: undefined },
      words: 'at any date',
      change: { asOf: null },
    },
    {
      applies: (filter.minDocuments ?? 0) > 1 || (filter.minPassages ?? 0) > 1,
      filter: { ...filter, minDocuments: 0, minPassages: 0 },
      words: 'with fewer documents and passages',
      change: { minDocuments: null, minPassages: null },
    },
    {
      applies: filter.withoutDocuments !== undefined,
      filter: { ...filter, withoutDocuments: undefined },
      words: 'with every document',
      change: { withoutDocument: null },
    },
    {
      applies: filter.types !== undefined || filter.excludeTypes !== undefined,
      filter: otherTypes,
      words: 'with every type of relationship',
      change: { types: null, excludeTypes: null },
    },
    {
      applies: filter.excludedNodes !== undefined,
      filter: { ...filter, excludedNodes: undefined },
      words: 'through the excluded entities',
      change: { exclude: null },
    },
  ];
}

/** What could be given up, one thing each, the smallest first. */
function relaxationsOf({ filter, through, walk }: PathTask): Relaxation[] {
  const relaxations: Relaxation[] = [
    {
      applies: through.length > 0,
      filter,
      task: { through: [] },
      words: 'by another way than the one that was asked for',
      change: { through: null },
    },
    {
      applies: walk === 'out',
      filter,
      task: { walk: 'any' },
      words: 'against the direction of relationships',
      change: { direction: null },
    },
    {
      applies: true,
      filter: { ...filter, hubLabels: [] },
      words: 'through places, topics and documents',
      change: { hubs: [...HUB_LABELS] },
    },
    ...relaxFilter(filter),
  ];
  return relaxations.filter(({ applies }) => applies);
}

/** First more hops alone, then one thing given up, then that and more hops, last everything. */
export function* relaxTask(task: PathTask): Generator<RelaxedTask> {
  const once = { ...task, kind: 'shortest', k: 1 } as const;
  const farther = { ...once, maxHops: MOST_HOPS };
  const isBounded = task.maxHops < MOST_HOPS;
  const relaxations = relaxationsOf(task);
  if (isBounded) yield { words: 'with more hops', task: farther, change: { maxHops: MOST_HOPS } };
  for (const { words, filter, task: given, change } of relaxations)
    yield { words, task: { ...once, ...given, filter }, change };
  for (const { words, filter, task: given, change } of isBounded ? relaxations : []) {
    yield {
      words: `${words} and with more hops`,
      task: { ...farther, ...given, filter },
      change: { ...change, maxHops: MOST_HOPS },
    };
  }
  const freely = { ...farther, through: [], walk: 'any', filter: {} } as const;
  yield { words: 'without any restriction', task: freely, change: EVERYTHING };
}
