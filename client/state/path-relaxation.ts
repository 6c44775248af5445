import type { PathsResponse } from '../../server/contract/paths.ts';
import { changeOptions, type PathOptions } from './path-question.ts';
import { readPathOptions } from './read-path-question.ts';

/** A change of the options that leads to the nearest miss, and what a button for it says. */
export interface Relaxation {
  readonly label: string;
  /** The same without the verb: what would have to be allowed. */
  readonly allows: string;
  readonly options: PathOptions;
}

type Reason = NonNullable<PathsResponse['reason']>;

/** What each option that can be given up is called; without a name it goes with another one. */
const WORDS: Readonly<Record<string, string>> = {
  maxHops: '12 hops',
  through: 'paths past those stations',
  direction: 'both directions',
  hubs: 'places, topics and documents',
  modality: 'what was only planned or discussed',
  asOf: 'any date',
  minDocuments: 'less evidence',
  withoutDocument: 'every document',
  types: 'every type of relationship',
  exclude: 'what was avoided',
};

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The options with what the service says must be given up; null where it names nothing, or nothing the page knows. */
export function relaxationFor(reason: Reason | undefined, options: PathOptions): Relaxation | null {
  const change = Object.entries(reason?.nearestMissChange ?? {});
  const known = readPathOptions(Object.fromEntries(change.filter(([, value]) => value !== null)));
  const dropped = Object.fromEntries(
    change.filter(([, value]) => value === null).map(([name]) => [name, undefined]),
  );
  const isInForce = (name: string): boolean => name in known || name in options;
  const words = change.filter(([name]) => isInForce(name)).flatMap(([name]) => WORDS[name] ?? []);
  if (words.length === 0) return null;
  const allows = listed(words);
  return {
    label: `Allow ${allows}`,
    allows,
    options: changeOptions(options, { ...dropped, ...known }),
  };
}
