import type { GraphEdge, GraphNode } from '../../../server/contract/graph.ts';
import { firmestStyle } from '../line-style.ts';
import { markYear } from '../mark-date.ts';
import { numberOf, textOf } from '../read-node.ts';
import type { BridgeSource, Mark, Row } from './bridge-types.ts';
import { append, markStyle, type Classified } from './classify.ts';
import type { Folding } from './fold.ts';

/** Undated marks one row holds in its gutter; more of them start another row of the same parties. */
export const UNDATED_PER_ROW = 5;
/** Dated marks one row holds, so that 15 px stay between them on the narrowest canvas. */
export const DATED_PER_ROW = 20;
/** The band of what no data set gives a field. */
export const OTHER_BAND = 'other';

interface Placed {
  readonly mark: Mark;
  readonly band: string;
  readonly parties: ReadonlyMap<string, readonly GraphEdge[]>;
}

/** The party as it is drawn: itself, or the organisation it is folded into. */
function shownParty(known: Classified, folding: Folding, id: string): string | undefined {
  if (folding.drawn.has(id)) return id;
  const into = folding.foldedInto.get(id);
  return into !== undefined && known.sideOf.get(into) === known.sideOf.get(id) ? into : undefined;
}

function partiesOf(
  known: Classified,
  folding: Folding,
  id: string,
): ReadonlyMap<string, readonly GraphEdge[]> {
  const owner = known.parties.has(id) ? id : folding.rides.get(id);
  const shown = new Map<string, GraphEdge[]>();
  for (const [party, edges] of known.parties.get(owner ?? '') ?? []) {
    const as = shownParty(known, folding, party);
    if (as !== undefined) for (const edge of edges) append(shown, as, edge);
  }
  return shown;
}

function createMark(known: Classified, folding: Folding, node: GraphNode): Mark {
  const own = [...(known.parties.get(node.id)?.values() ?? [])].flat();
  return {
    id: node.id,
    node,
    shape: known.shapeOf.get(node.id) ?? 'ring',
    year: markYear(node),
    style: markStyle(node, own),
    folded: folding.folds.get(node.id) ?? [],
  };
}

function fieldOf(known: Classified, id: string): string | undefined {
  const node = known.nodes.get(id);
  return node ? textOf(node, 'field') : undefined;
}

/** The band most of the marks of these parties are in; the first band in data set order on a tie. */
function usualBand(known: Classified, fieldIds: readonly string[], parties: Iterable<string>): string {
  const counts = new Map<string, number>();
  for (const party of parties) {
    for (const mark of known.marksOf.get(party) ?? []) {
      const field = fieldOf(known, mark);
      if (field !== undefined && fieldIds.includes(field)) counts.set(field, (counts.get(field) ?? 0) + 1);
    }
  }
  let best = OTHER_BAND;
  for (const field of fieldIds) if ((counts.get(field) ?? 0) > (counts.get(best) ?? 0)) best = field;
  return best;
}

function placeMarks(source: BridgeSource, known: Classified, folding: Folding): readonly Placed[] {
  const fieldIds = source.fields.map((field) => field.id);
  const placed: Placed[] = [];
  for (const id of folding.drawn) {
    const node = known.nodes.get(id);
    if (!node || !known.shapeOf.has(id)) continue;
    const parties = partiesOf(known, folding, id);
    if (parties.size === 0) continue;
    const ride = folding.rides.get(id);
    const field = fieldOf(known, id) ?? (ride === undefined ? undefined : fieldOf(known, ride));
    const band =
      field !== undefined && fieldIds.includes(field) ? field : usualBand(known, fieldIds, parties.keys());
    placed.push({ mark: createMark(known, folding, node), band, parties });
  }
  return placed;
}

/** Two shore organisations that cooperate, no instrument named: on their row where they have one, else a row without marks. */
function bareCooperations(source: BridgeSource, known: Classified, folding: Folding) {
  const fieldIds = source.fields.map((field) => field.id);
  const found = new Map<string, { band: string; ids: readonly string[]; edges: GraphEdge[] }>();
  for (const edge of source.edges) {
    if (edge.type !== 'COOPERATES_WITH') continue;
    const ids = [edge.source, edge.target].map((id) =>
      known.sideOf.has(id) ? shownParty(known, folding, id) : undefined,
    );
    const [a, b] = ids;
    if (a === undefined || b === undefined || known.sideOf.get(a) === known.sideOf.get(b)) continue;
    const pair = [a, b].toSorted();
    const key = pair.join('+');
    const entry = found.get(key) ?? { band: usualBand(known, fieldIds, pair), ids: pair, edges: [] };
    entry.edges.push(edge);
    found.set(key, entry);
  }
  return found;
}

function byDate(a: Mark, b: Mark): number {
  if (a.year !== null && b.year !== null && a.year !== b.year) return a.year - b.year;
  if ((a.year === null) !== (b.year === null)) return a.year === null ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function createRow(known: Classified, key: string, placed: readonly Placed[], ids: readonly string[]): Row {
  const edgesByParty = new Map<string, string[]>();
  let passages = 0;
  for (const { parties } of placed) {
    for (const [party, edges] of parties) {
      for (const edge of edges) {
        const list = edgesByParty.get(party);
        if (list?.includes(edge.id)) continue;
        append(edgesByParty, party, edge.id);
        passages += numberOf(edge, 'passages') ?? 1;
      }
    }
  }
  const marks = placed.map(({ mark }) => mark);
  return {
    key,
    left: ids.filter((id) => known.sideOf.get(id) === 'left'),
    right: ids.filter((id) => known.sideOf.get(id) === 'right'),
    marks,
    style: firmestStyle(marks.map((mark) => mark.style)),
    passages,
    edgesByParty,
  };
}

/** Splits what one row cannot hold; marks in time order, the undated first. */
function rowsOfSet(
  known: Classified,
  key: string,
  placed: readonly Placed[],
  ids: readonly string[],
): readonly Row[] {
  const sorted = placed.toSorted((a, b) => byDate(a.mark, b.mark));
  const undated = sorted.filter(({ mark }) => mark.year === null);
  const dated = sorted.filter(({ mark }) => mark.year !== null);
  const count = Math.max(
    1,
    Math.ceil(undated.length / UNDATED_PER_ROW),
    Math.ceil(dated.length / DATED_PER_ROW),
  );
  return Array.from({ length: count }, (_, n) => {
    const share = [
      ...undated.slice(n * UNDATED_PER_ROW, (n + 1) * UNDATED_PER_ROW),
      ...dated.slice(n * DATED_PER_ROW, (n + 1) * DATED_PER_ROW),
    ];
    return createRow(known, n === 0 ? key : `${key}#${n + 1}`, share, ids);
  });
}

function addEdges(row: Row, parties: readonly string[], edgeIds: readonly string[]): void {
  const edges = row.edgesByParty as Map<string, readonly string[]>;
  for (const party of parties) edges.set(party, [...(edges.get(party) ?? []), ...edgeIds]);
}

/** One row for each set of parties in each band, keyed `band|party+party`. */
export function buildRows(
  source: BridgeSource,
  known: Classified,
  folding: Folding,
): ReadonlyMap<string, readonly Row[]> {
  const sets = new Map<string, { band: string; ids: readonly string[]; placed: Placed[] }>();
  for (const entry of placeMarks(source, known, folding)) {
    const ids = [...entry.parties.keys()].toSorted();
    const key = `${entry.band}|${ids.join('+')}`;
    const set = sets.get(key) ?? { band: entry.band, ids, placed: [] };
    set.placed.push(entry);
    sets.set(key, set);
  }
  const bands = new Map<string, Row[]>();
  for (const [key, set] of [...sets].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    for (const row of rowsOfSet(known, key, set.placed, set.ids)) append(bands, set.band, row);
  }
  for (const [pair, { band, ids, edges }] of bareCooperations(source, known, folding)) {
    const edgeIds = edges.map((edge) => edge.id);
    const home = [...bands.values()].flat().find((row) => row.key.endsWith(`|${pair}`));
    if (home) addEdges(home, ids, edgeIds);
    else {
      const row = createRow(known, `${band}|${pair}`, [], ids);
      addEdges(row, ids, edgeIds);
      append(bands, band, { ...row, style: 'solid' });
    }
  }
  return bands;
}
