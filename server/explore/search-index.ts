import MiniSearch from 'minisearch';

import { foldText, isUnspaced, splitWords } from './fold-text.ts';
import { forgivenErrors, typingDistance } from './typing-distance.ts';

/** An entity with everything it is called. */
export interface NamedEntity {
  readonly id: string;
  readonly names: readonly string[];
}

export type MatchKind = 'exact' | 'prefix' | 'word' | 'fuzzy';
export interface SearchMatch {
  readonly id: string;
  /** The name that matched, as it is written in the data. */
  readonly text: string;
  readonly kind: MatchKind;
}

export interface SearchIndex {
  /** All matches: exact names first, then beginnings, words, typing errors; then shorter names, ties by id. */
  search(query: string): SearchMatch[];
}

interface IndexedName {
  readonly entity: string;
  readonly text: string;
  readonly folded: string;
  readonly words: readonly string[];
}

const TIERS: readonly MatchKind[] = ['exact', 'prefix', 'word', 'fuzzy'];
/** Share of letter pairs that an unspaced name must have in common with the query to count as mistyped. */
const SHARED_PAIRS = 0.6;

function startsAWord(words: readonly string[], word: string): boolean {
  return words.some((other) => other.startsWith(word));
}

function isMistyped(words: readonly string[], word: string): boolean {
  const limit = forgivenErrors([...word].length);
  if (startsAWord(words, word)) return true;
  return limit > 0 && words.some((other) => typingDistance(word, other, limit) <= limit);
}

function sharesPairs(name: string, query: string): boolean {
  const pairsOf = (text: string): string[] =>
    [...text].slice(1).map((letter, place) => ([...text][place] ?? '') + letter);
  const pairs = pairsOf(query);
  if (pairs.length < 2) return false;
  return pairs.filter((pair) => name.includes(pair)).length / pairs.length >= SHARED_PAIRS;
}

function judge(name: IndexedName, query: string, words: readonly string[]): MatchKind | null {
  if (name.folded === query) return 'exact';
  if (name.folded.startsWith(query)) return 'prefix';
  if (isUnspaced(query)) {
    if (name.folded.includes(query)) return 'word';
    return sharesPairs(name.folded, query) ? 'fuzzy' : null;
  }
  if (words.every((word) => startsAWord(name.words, word))) return 'word';
  return words.every((word) => isMistyped(name.words, word)) ? 'fuzzy' : null;
}

interface Ranked extends SearchMatch {
  readonly tier: number;
  readonly length: number;
}

function compare(a: Ranked, b: Ranked): number {
  return a.tier - b.tier || a.length - b.length || (a.id === b.id ? 0 : a.id < b.id ? -1 : 1);
}

function indexNames(entities: readonly NamedEntity[]): IndexedName[] {
  return entities.flatMap(({ id, names }) =>
    [...new Set(names)].map((text) => {
      const folded = foldText(text);
      return { entity: id, text, folded, words: folded.split(' ').filter((word) => word !== '') };
    }),
  );
}

/**
 * An index over names, in memory. MiniSearch proposes candidates; the order is decided by our own tiers, so it is the
 * same whatever database the names come from.
 */
export function createSearchIndex(entities: readonly NamedEntity[]): SearchIndex {
  const names = indexNames(entities);
  const candidates = new MiniSearch<{ id: number; folded: string }>({
    fields: ['folded'],
    tokenize: splitWords,
    processTerm: (term) => term,
  });
  candidates.addAll(names.map((name, id) => ({ id, folded: name.folded })));
  return {
    search(query) {
      const folded = foldText(query);
      if (folded === '') return [];
      const words = folded.split(' ');
      const found = candidates.search(folded, {
        combineWith: isUnspaced(folded) ? 'OR' : 'AND',
        prefix: true,
        // Two errors of ours may be three of MiniSearch, which counts a swap as two.
        fuzzy: (term) => Math.min(forgivenErrors([...term].length) * 2, 3) || false,
      });
      const best = new Map<string, Ranked>();
      for (const { id } of found) {
        const name = names[id as number] as IndexedName;
        const kind = judge(name, folded, words);
        if (!kind) continue;
        const match = {
          id: name.entity,
          text: name.text,
          kind,
          tier: TIERS.indexOf(kind),
          length: name.folded.length,
        };
        const known = best.get(name.entity);
        if (!known || compare(match, known) < 0 || (compare(match, known) === 0 && match.text < known.text)) {
          best.set(name.entity, match);
        }
      }
      return [...best.values()].sort(compare).map(({ id, text, kind }) => ({ id, text, kind }));
    },
  };
}
