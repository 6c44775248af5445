import { labelOf } from '../read-node.ts';
import type { BridgeChoices, BridgeSource } from './bridge-types.ts';
import { append, type Classified } from './classify.ts';

/** Organisations with the very same neighbours fold from this many on; a party to an agreement never folds. */
const EQUALS_FOLD_FROM = 3;
/** Relationships by which a thing hangs on another, the closest first. */
const HOST_TYPES = ['UNDER', 'PART_OF', 'RENEWS', 'SIGNED_AT', 'COVERS', 'HOSTED', 'OPERATES', 'SUPPORTS'];

export interface Folding {
  /** What was classified, with the parties that a series takes from its parts. */
  readonly known: Classified;
  /** Marks and stands that are drawn. */
  readonly drawn: ReadonlySet<string>;
  readonly folds: ReadonlyMap<string, readonly string[]>;
  readonly foldedInto: ReadonlyMap<string, string>;
  /** drawn mark without parties of its own → the mark whose row it shares */
  readonly rides: ReadonlyMap<string, string>;
  /** Possible on a bridge by their label, but connected to nothing on it. */
  readonly unplaced: readonly string[];
}

interface Progress {
  readonly known: Classified;
  readonly choices: BridgeChoices;
  readonly host: Map<string, string>;
}

/** The mark or stand a thing hangs on: what it is under, then what it is part of, then any other; ties by id. */
function hostOf(known: Classified, id: string): string | undefined {
  const candidates: { rank: number; id: string }[] = [];
  for (const edge of known.edgesAt.get(id) ?? []) {
    const other = edge.source === id ? edge.target : edge.source;
    if (other === id || !(known.shapeOf.has(other) || known.sideOf.has(other))) continue;
    const isWhole = edge.source === id;
    if (!isWhole && (edge.type === 'PART_OF' || edge.type === 'UNDER' || edge.type === 'RENEWS')) continue;
    const place = HOST_TYPES.indexOf(edge.type);
    const isMark = known.shapeOf.has(other) ? 0 : 50;
    candidates.push({
      rank: (place < 0 ? HOST_TYPES.length : place) + (isWhole ? 0 : 20) + isMark,
      id: other,
    });
  }
  candidates.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  return candidates[0]?.id;
}

/** Where an undrawn mark belongs: what rests on an agreement, events, things with one party or none. */
function markHost(known: Classified, id: string): string | undefined {
  const shape = known.shapeOf.get(id);
  const parties = known.parties.get(id);
  if (shape === 'square') return parties ? undefined : hostOf(known, id);
  if (shape === 'dot') return hostOf(known, id);
  const under = (known.edgesAt.get(id) ?? [])
    .filter(
      (edge) => edge.type === 'UNDER' && edge.source === id && known.shapeOf.get(edge.target) === 'square',
    )
    .map((edge) => edge.target)
    .toSorted();
  if (under[0] !== undefined) return under[0];
  if (!parties) return hostOf(known, id);
  return parties.size === 1 ? [...parties.keys()][0] : undefined;
}

function foldMarks(progress: Progress): void {
  const { known, host } = progress;
  for (const id of [...known.shapeOf.keys()].toSorted()) {
    const into = markHost(known, id);
    if (into !== undefined && into !== id) host.set(id, into);
  }
  breakCircles(host);
}

/** Two things may hang on each other; the chain is cut at the smallest id, which is then drawn. */
function breakCircles(host: Map<string, string>): void {
  for (const start of [...host.keys()].toSorted()) {
    const seen = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      at = host.get(at);
    }
    if (at === start) host.delete(start);
  }
}

/** A series or committee that names no parties is between those of its part that names most. */
function adoptParties({ known, host }: Progress): Classified {
  const parties = new Map(known.parties);
  const marksOf = new Map(known.marksOf);
  for (const id of [...known.shapeOf.keys()].toSorted()) {
    if (host.has(id) || known.parties.has(id)) continue;
    const sizes = [...host]
      .filter(([part, into]) => into === id && known.parties.has(part))
      .map(([part]) => ({ part, size: known.parties.get(part)?.size ?? 0 }))
      .toSorted((a, b) => b.size - a.size || (a.part < b.part ? -1 : 1));
    const adopted = known.parties.get(sizes[0]?.part ?? '');
    if (!adopted) continue;
    parties.set(id, adopted);
    for (const party of adopted.keys()) marksOf.set(party, [...(marksOf.get(party) ?? []), id].toSorted());
    const [only] = adopted.keys();
    if (adopted.size === 1 && only !== undefined) host.set(id, only);
  }
  return { ...known, parties, marksOf };
}

/** An organisation all of whose marks are folded goes with the first of them; one without marks with its whole. */
function foldStands(progress: Progress): void {
  const { known, host } = progress;
  for (const id of [...known.sideOf.keys()].toSorted()) {
    const marks = known.marksOf.get(id) ?? [];
    if (marks.some((mark) => !host.has(mark))) continue;
    const ownMark = marks.find((mark) => host.get(mark) !== id);
    if (ownMark !== undefined) {
      host.set(id, ownMark);
      continue;
    }
    const whole = relatedStand(known, id);
    if (whole !== undefined) host.set(id, whole);
  }
  breakCircles(host);
}

/** The stand of the same shore an organisation is part or member of, else the first part of its own. */
function relatedStand(known: Classified, id: string): string | undefined {
  const near = (known.edgesAt.get(id) ?? [])
    .filter((edge) => edge.type === 'PART_OF' || edge.type === 'MEMBER_OF')
    .map((edge) => (edge.source === id ? { rank: 0, id: edge.target } : { rank: 1, id: edge.source }))
    .filter((other) => other.id !== id && known.sideOf.get(other.id) === known.sideOf.get(id))
    .toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  return near[0]?.id;
}

/** Organisations that take part in the very same things, none an agreement, stand as one with "+n". */
function foldEquals(progress: Progress): void {
  const { known, host } = progress;
  const groups = new Map<string, string[]>();
  for (const [id, side] of known.sideOf) {
    const marks = (known.marksOf.get(id) ?? []).filter((mark) => !host.has(mark));
    if (marks.length === 0 || host.has(id) || marks.some((mark) => known.shapeOf.get(mark) === 'square'))
      continue;
    append(groups, `${side} ${marks.join(' ')}`, id);
  }
  for (const members of groups.values()) {
    if (members.length < EQUALS_FOLD_FROM) continue;
    const ranked = members.toSorted((a, b) => degree(known, b) - degree(known, a) || (a < b ? -1 : 1));
    const [first, ...rest] = ranked;
    for (const id of rest) if (first !== undefined) host.set(id, first);
  }
}

function degree(known: Classified, id: string): number {
  return known.nodes.get(id)?.degree ?? 0;
}

/**
 * A thing is drawn when it hangs on nothing, when it was asked for, or when its host is open and itself drawn; an
 * organisation also as soon as one of its marks is.
 */
function drawnIds(progress: Progress): Set<string> {
  const { host, choices, known } = progress;
  const decided = new Map<string, boolean>();
  const decide = (id: string): boolean => {
    const before = decided.get(id);
    if (before !== undefined) return before;
    decided.set(id, false);
    const into = host.get(id);
    let isDrawn = into === undefined || choices.revealed.has(id);
    if (!isDrawn && into !== undefined) {
      isDrawn = choices.unfolded.has(into) && decide(into);
      if (!isDrawn && known.shapeOf.has(into)) isDrawn = (known.marksOf.get(id) ?? []).some(decide);
    }
    decided.set(id, isDrawn);
    return isDrawn;
  };
  const all = [...known.shapeOf.keys(), ...known.sideOf.keys()];
  return new Set(all.filter(decide));
}

/** The nearest thing up the chain that is drawn. */
function visibleHost(
  host: ReadonlyMap<string, string>,
  drawn: ReadonlySet<string>,
  id: string,
): string | undefined {
  let at = host.get(id);
  while (at !== undefined && !drawn.has(at)) at = host.get(at);
  return at;
}

/** Decides what is drawn, what is folded into what, and what rides on whose row. */
export function fold(source: BridgeSource, stated: Classified, choices: BridgeChoices): Folding {
  const first: Progress = { known: stated, choices, host: new Map() };
  foldMarks(first);
  const known = adoptParties(first);
  const progress: Progress = { ...first, known };
  foldStands(progress);
  foldEquals(progress);
  const drawn = drawnIds(progress);
  const unplaced: string[] = [];
  const rides = new Map<string, string>();
  for (const id of drawn) {
    const hasPlace = known.sideOf.has(id)
      ? (known.marksOf.get(id) ?? []).some((m) => drawn.has(m))
      : known.parties.has(id);
    if (hasPlace) continue;
    const ride = rideOf(progress, drawn, id);
    if (known.shapeOf.has(id) && ride !== undefined) rides.set(id, ride);
    else if (!cooperates(known, id)) unplaced.push(id);
  }
  for (const id of unplaced) drawn.delete(id);
  const folds = new Map<string, string[]>();
  const foldedInto = new Map<string, string>();
  for (const node of source.nodes) {
    if (drawn.has(node.id) || !progress.host.has(node.id)) continue;
    const into = visibleHost(progress.host, drawn, node.id);
    if (into === undefined) unplaced.push(node.id);
    else {
      append(folds, into, node.id);
      foldedInto.set(node.id, into);
    }
  }
  for (const list of folds.values()) list.sort();
  return { known, drawn, folds, foldedInto, rides, unplaced: [...new Set(unplaced)].toSorted() };
}

/** Two shore organisations that cooperate without any instrument make a row without marks. */
function cooperates(known: Classified, id: string): boolean {
  if (!known.sideOf.has(id)) return false;
  return (known.edgesAt.get(id) ?? []).some(
    (edge) =>
      edge.type === 'COOPERATES_WITH' && known.sideOf.has(edge.source) && known.sideOf.has(edge.target),
  );
}

function rideOf(progress: Progress, drawn: ReadonlySet<string>, id: string): string | undefined {
  let at = progress.host.get(id);
  const seen = new Set<string>();
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    if (drawn.has(at) && progress.known.parties.has(at)) return at;
    at = progress.host.get(at);
  }
  return undefined;
}

/** Ids by the label of their entity. */
export function labelCounts(
  known: Classified,
  ids: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const counts = new Map<string, string[]>();
  for (const id of ids) {
    const node = known.nodes.get(id);
    if (node) append(counts, labelOf(node), id);
  }
  return counts;
}
