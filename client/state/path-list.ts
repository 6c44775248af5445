import type { FoundPathOnWire, PathsResponse } from '../../server/contract/paths.ts';
import { countryName, describeKind } from '../graph/describe-node.ts';
import { nodeOf, type GraphData } from '../graph/graph-data.ts';
import { textOf } from '../graph/read-node.ts';
import { verbOf } from '../graph/wording.ts';
import { idOf } from './answers.ts';
import {
  isNearestGoal,
  ranksByScore,
  type NearestGoal,
  type PathOptions,
  type PathQuestion,
} from './path-question.ts';

/** A path with its place among those found. */
export interface RankedPath {
  readonly path: FoundPathOnWire;
  readonly index: number;
}

export interface PathGroup {
  readonly title: string;
  readonly paths: readonly RankedPath[];
}

export function hopsText(hops: number): string {
  return hops === 1 ? '1 hop' : `${hops} hops`;
}

/** Paths by length where they are ranked by it; by score they stand in one group, as their lengths are mixed. */
export function groupPaths({ paths }: PathsResponse, options: PathOptions): readonly PathGroup[] {
  const ranked = paths.map((path, index): RankedPath => ({ path, index }));
  if (ranksByScore(options)) return ranked.length === 0 ? [] : [{ title: 'Best score first', paths: ranked }];
  const groups = new Map<number, RankedPath[]>();
  for (const entry of ranked)
    groups.set(entry.path.length, [...(groups.get(entry.path.length) ?? []), entry]);
  return [...groups].map(([length, own]) => ({ title: hopsText(length), paths: own }));
}

/** The stations that all paths pass: they tell none from another. */
export function sharedStations(paths: readonly FoundPathOnWire[]): ReadonlySet<string> {
  const [first, ...others] = paths.map(({ nodes }) => new Set(nodes.map(idOf)));
  if (!first || others.length === 0) return new Set();
  return new Set([...first].filter((id) => others.every((ids) => ids.has(id))));
}

/** Stations that the name of a path lists. */
const NAMED_MAX = 4;

/** What lies between: all of it, of many stations those that other paths have not, else the first two and the last. */
function betweenText(nodes: FoundPathOnWire['nodes'], shared: ReadonlySet<string>): string {
  const between = nodes.slice(1, -1);
  const captions = (some: FoundPathOnWire['nodes']): string => some.map(captionOf).join(', ');
  if (between.length <= NAMED_MAX) return captions(between);
  const own = between.filter((node) => !shared.has(idOf(node)));
  if (own.length > 0 && own.length <= NAMED_MAX) return `… ${captions(own)} …`;
  return `${captions(between.slice(0, 2))} … ${captions(between.slice(-1))}`;
}

function captionOf(node: FoundPathOnWire['nodes'][number] | undefined): string {
  return typeof node === 'string' ? node : (node?.caption ?? '');
}

interface NameContext {
  /** The end may differ from path to path. */
  readonly isToAny: boolean;
  /** Stations of all paths of the answer. */
  readonly shared: ReadonlySet<string>;
}

/** A path by what lies between its ends: `via IJSC`, `directly: cooperates with`; with another end, that too. */
export function pathName({ nodes, edges }: FoundPathOnWire, { isToAny, shared }: NameContext): string {
  const goal = isToAny ? `${captionOf(nodes.at(-1))}, ` : '';
  if (nodes.length > 2) return `${goal}via ${betweenText(nodes, shared)}`;
  const [edge] = edges;
  const verb =
    edge === undefined || typeof edge === 'string' ? '' : `: ${verbOf(edge.type, textOf(edge, 'role'))}`;
  return `${goal}directly${verb}`;
}

/** The nearest of what: `the nearest university of Japan`. */
export function goalText({ label, kind, country }: NearestGoal): string {
  const what = kind === undefined ? (label?.toLowerCase() ?? 'entity') : describeKind(kind);
  return `the nearest ${what}${country === undefined ? '' : ` of ${countryName(country)}`}`;
}

/** A path question as a heading. */
export function pathTitle({ from, to }: PathQuestion, graph: GraphData): string {
  const caption = (id: string): string => nodeOf(graph, id)?.caption ?? id;
  if (from === null || to === null) return 'Find a path';
  return `${caption(from)} to ${isNearestGoal(to) ? goalText(to) : caption(to)}`;
}

const MODE_TEXTS: Readonly<Record<NonNullable<PathOptions['mode']>, string>> = {
  shortest: 'the shortest',
  'all-shortest': 'all of the shortest',
  'k-shortest': 'several, shorter ones first',
};

/** The defaults in force before the service has said what it left out. */
function plainLimits({ modality, hubs }: PathOptions): string {
  const stated = modality === undefined ? ', only what is stated' : '';
  return hubs === undefined ? `${stated}, not through places, topics or documents` : stated;
}

/** What is searched, in one line: the choices and the defaults in force, and what they leave out. */
export function searchSummary(options: PathOptions, searched: PathsResponse['searched'] | null): string {
  const mode = ranksByScore(options) ? 'several, best score first' : MODE_TEXTS[options.mode ?? 'k-shortest'];
  const maxHops = searched?.maxHops ?? options.maxHops;
  const parts = [
    mode,
    options.k === undefined ? '' : `${options.k} at most`,
    maxHops === undefined ? '' : `up to ${hopsText(maxHops)}`,
    options.direction === 'out' ? 'only in the direction of the relationships' : '',
    options.through === undefined
      ? ''
      : `through ${options.through.length === 1 ? 'one' : options.through.length} chosen`,
    options.weights === undefined ? '' : 'with other weights',
  ];
  const chosen = parts.filter((part) => part !== '').join(', ');
  const leftOut = searched
    ? searched.leftOut.map((words, place) => `${place === 0 ? '; left out: ' : '; '}${words}`).join('')
    : plainLimits(options);
  return `${chosen.charAt(0).toUpperCase()}${chosen.slice(1)}${leftOut}`;
}
