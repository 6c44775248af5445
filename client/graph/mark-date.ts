import type { GraphNode } from '../../server/contract/graph.ts';
import { splitDatedMeaning } from '../../server/contract/date-words.ts';
import { yearOf } from './edtf-text.ts';
import { textOf, textsOf } from './read-node.ts';

/** What a date must not say to be the day a thing begins on: it speaks of an end or of a later act. */
const LATER_MEANINGS = new Set(['expires', 'ended', 'completed', 'renewed', 'extended']);

/** The EDTF text that places an entity in time: signature, else start, else its earliest dated beginning. */
export function dateTextOf(node: GraphNode): string | null {
  const own = textOf(node, 'signed') ?? textOf(node, 'start');
  if (own !== undefined && yearOf(own) !== null) return own;
  const dated = textsOf(node, 'dates').map(splitDatedMeaning);
  const beginnings = dated.filter(({ meaning }) => !LATER_MEANINGS.has(meaning));
  const places = (beginnings.length > 0 ? beginnings : dated)
    .map(({ date }) => ({ date, year: yearOf(date) }))
    .filter((entry): entry is { date: string; year: number } => entry.year !== null);
  places.sort((a, b) => a.year - b.year || (a.date < b.date ? -1 : 1));
  return places[0]?.date ?? null;
}

/** The same as a place on the time axis, in years; null = no date. */
export function markYear(node: GraphNode): number | null {
  const date = dateTextOf(node);
  return date === null ? null : yearOf(date);
}
