import { countryName } from '../graph/describe-node.ts';
import { allNodes } from '../graph/graph-data.ts';
import { textOf } from '../graph/read-node.ts';
import type { KnownData } from './app-state.ts';
import { memoLast } from './memo-last.ts';

/** A country by the two letters that the data has and by its name in English. */
export interface Country {
  readonly code: string;
  readonly name: string;
}

/** The countries of the entities on the page, by name. */
export const countriesIn = memoLast((data: Pick<KnownData, 'graph'>): readonly Country[] =>
  [...new Set(allNodes(data.graph).flatMap((node) => textOf(node, 'country') ?? []))]
    .filter((code) => /^[A-Z]{2}$/.test(code))
    .map((code) => ({ code, name: countryName(code) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en')),
);
