import { labelOf } from '../read-node.ts';
import type { Band, BridgeChoices, BridgeModel, BridgeSource, Row, Side, Stand } from './bridge-types.ts';
import { classify, type Classified } from './classify.ts';
import { fold, labelCounts, type Folding } from './fold.ts';
import { orderBand } from './order.ts';
import { buildRows, OTHER_BAND } from './rows.ts';

/** Which band each stand is at home in: where most of its links are, the first in data set order on a tie. */
function homeBands(
  bandIds: readonly string[],
  rows: ReadonlyMap<string, readonly Row[]>,
): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const band of bandIds) {
    for (const row of rows.get(band) ?? []) {
      for (const id of [...row.left, ...row.right]) {
        const perBand = counts.get(id) ?? new Map<string, number>();
        counts.set(id, perBand.set(band, (perBand.get(band) ?? 0) + Math.max(1, row.marks.length)));
      }
    }
  }
  const homes = new Map<string, string>();
  for (const [id, perBand] of counts) {
    let home = '';
    for (const [band, count] of perBand) if (home === '' || count > (perBand.get(home) ?? 0)) home = band;
    homes.set(id, home);
  }
  return homes;
}

function createStands(
  ids: readonly string[],
  side: Side,
  band: string,
  context: { known: Classified; folding: Folding; homes: ReadonlyMap<string, string> },
): readonly Stand[] {
  return ids.flatMap((id) => {
    const node = context.known.nodes.get(id);
    if (!node) return [];
    const isHome = context.homes.get(id) === band;
    return [{ id, node, side, isHome, folded: isHome ? (context.folding.folds.get(id) ?? []) : [] }];
  });
}

function firstYear(row: Row): number {
  const years = row.marks.map((mark) => mark.year).filter((year): year is number => year !== null);
  return years.length > 0 ? Math.min(...years) : 9999;
}

/**
 * Arranges the graph as a bridge between two shores: bands by field, one row for each set of parties, marks in time
 * order, the rest folded. Pure and deterministic: equal input gives an equal model, whatever the order of the input.
 */
export function buildBridge(source: BridgeSource, choices: BridgeChoices): BridgeModel {
  const folding = fold(source, classify(source), choices);
  const { known } = folding;
  const rows = buildRows(source, known, folding);
  const fields = [...source.fields, { id: OTHER_BAND, caption: 'Other' }].filter(({ id }) => rows.has(id));
  const homes = homeBands(
    fields.map(({ id }) => id),
    rows,
  );
  const bands = fields.map(({ id, caption }): Band => {
    const own = rows.get(id) ?? [];
    const order = orderBand(
      own.map((row) => ({ key: row.key, left: row.left, right: row.right, year: firstYear(row) })),
    );
    const byKey = new Map(own.map((row) => [row.key, row]));
    const context = { known, folding, homes };
    return {
      id,
      caption,
      rows: order.rows.flatMap((key) => byKey.get(key) ?? []),
      left: createStands(order.left, 'left', id, context),
      right: createStands(order.right, 'right', id, context),
    };
  });
  return { bands, shores: source.shores, ...countDrawn(source, known, folding, bands) };
}

function countDrawn(source: BridgeSource, known: Classified, folding: Folding, bands: readonly Band[]) {
  const shown = new Set<string>();
  for (const band of bands) {
    for (const stand of [...band.left, ...band.right]) shown.add(stand.id);
    for (const row of band.rows) for (const mark of row.marks) shown.add(mark.id);
  }
  const entities = source.nodes.filter((node) => labelOf(node) !== 'Document');
  const undrawn = entities
    .map((node) => node.id)
    .filter((id) => !shown.has(id) && !folding.foldedInto.has(id))
    .toSorted();
  return {
    folds: folding.folds,
    foldedInto: folding.foldedInto,
    undrawn: labelCounts(known, undrawn),
    drawnCount: shown.size,
    entityCount: entities.length,
  };
}
