import type { ScorePart } from '../../server/contract/path-requests.ts';
import {
  ENTITY_LABELS,
  HUB_LABELS,
  MODALITIES,
  RELATIONSHIP_TYPES,
  type EntityLabel,
} from '../../server/contract/vocabulary.ts';
import {
  BETWEEN_MAX,
  changeOptions,
  HOPS_MAX,
  PATHS_MAX,
  THROUGH_MAX,
  WEIGHT_MAX,
  type BetweenQuestion,
  type NearestGoal,
  type PathOptions,
  type PathQuestion,
  type SharedQuestion,
} from './path-question.ts';

type Raw = Readonly<Record<string, unknown>>;

/** Every mode, rank and part of the score, so that the address can be checked against them. */
const MODES: Readonly<Record<NonNullable<PathOptions['mode']>, true>> = {
  shortest: true,
  'all-shortest': true,
  'k-shortest': true,
};
/** The parts of the score: in a word, and by what raises them. */
export const SCORE_PART_NAMES: Readonly<Record<ScorePart, readonly [string, string]>> = {
  length: ['length', 'few hops'],
  relations: ['link', 'what the links say'],
  documents: ['sources', 'many documents'],
  recency: ['recent', 'recent dates'],
  hubs: ['telling', 'through no hubs'],
};
const PERIOD = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?:\/\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/;
const LIST_MAX = 100;

/** A day, month or year, or two of them as a period, as the service reads them. */
export function isPeriod(text: string): boolean {
  return PERIOD.test(text);
}

function asRaw(value: unknown): Raw {
  return typeof value === 'object' && value !== null ? (value as Raw) : {};
}

function isIn<T extends string>(value: unknown, list: readonly T[]): value is T {
  return (list as readonly unknown[]).includes(value);
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 500;
}

function readList<T>(value: unknown, isItem: (item: unknown) => item is T, max = LIST_MAX): T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const kept = [...new Set(value.filter(isItem))].slice(0, max);
  return kept.length === 0 ? undefined : kept;
}

function readCount(value: unknown, max: number): number | undefined {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= max
    ? (value as number)
    : undefined;
}

function readWeights(value: unknown): PathOptions['weights'] {
  const raw = asRaw(value);
  const known = Object.keys(SCORE_PART_NAMES).filter((part) => {
    const weight = raw[part];
    return typeof weight === 'number' && weight >= 0 && weight <= WEIGHT_MAX;
  });
  return Object.fromEntries(known.map((part) => [part, raw[part]])) as PathOptions['weights'];
}

/** Options of a search as far as they can be read; the others are left out. */
export function readPathOptions(value: unknown): PathOptions {
  const raw = asRaw(value);
  const mode = raw['mode'];
  const asOf = raw['asOf'];
  return changeOptions(
    {},
    {
      mode: isIn(mode, Object.keys(MODES) as (keyof typeof MODES)[]) ? mode : undefined,
      rank: isIn(raw['rank'], ['length', 'score'] as const) ? raw['rank'] : undefined,
      k: readCount(raw['k'], PATHS_MAX),
      maxHops: readCount(raw['maxHops'], HOPS_MAX),
      types: readList(raw['types'], (item) => isIn(item, RELATIONSHIP_TYPES)),
      excludeTypes: readList(raw['excludeTypes'], (item) => isIn(item, RELATIONSHIP_TYPES)),
      exclude: readList(raw['exclude'], isId),
      through: readList(raw['through'], isId, THROUGH_MAX),
      direction: raw['direction'] === 'out' ? 'out' : undefined,
      asOf: typeof asOf === 'string' && isPeriod(asOf) ? asOf : undefined,
      minDocuments: readCount(raw['minDocuments'], 1_000),
      minPassages: readCount(raw['minPassages'], 1_000),
      withoutDocument: readList(raw['withoutDocument'], isId),
      modality: readList(raw['modality'], (item) => isIn(item, MODALITIES)),
      hubs: readList(raw['hubs'], (item) => isIn(item, HUB_LABELS)),
      weights: readWeights(raw['weights']),
    },
  );
}

function readGoal(value: unknown): NearestGoal | null {
  const raw = asRaw(value);
  const { label, kind, country } = raw;
  const goal = {
    ...(isIn<EntityLabel>(label, ENTITY_LABELS) ? { label } : {}),
    ...(typeof kind === 'string' && kind !== '' && kind.length <= 100 ? { kind } : {}),
    ...(typeof country === 'string' && /^[A-Z]{2}$/.test(country) ? { country } : {}),
  };
  return Object.keys(goal).length === 0 ? null : goal;
}

/** A question about paths as the address holds it; addresses made before there were options are read too. */
export function readPathQuestion(raw: Raw): PathQuestion | null {
  const from = isId(raw['from']) ? raw['from'] : null;
  const to = isId(raw['to']) ? raw['to'] : readGoal(raw['to']);
  if (from === null && to === null) return null;
  const index = Number.isInteger(raw['index']) ? Math.max(0, raw['index'] as number) : 0;
  return { kind: 'path', from, to, index, options: readPathOptions(raw['options']) };
}

export function readBetweenQuestion(raw: Raw): BetweenQuestion | null {
  const ids = readList(raw['ids'], isId, BETWEEN_MAX);
  return ids && ids.length >= 2 ? { kind: 'between', ids, options: readPathOptions(raw['options']) } : null;
}

export function readSharedQuestion(raw: Raw): SharedQuestion | null {
  const { from, to } = raw;
  return isId(from) && isId(to) && from !== to ? { kind: 'shared', from, to } : null;
}
