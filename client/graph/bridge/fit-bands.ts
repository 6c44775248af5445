import type { Band } from './bridge-types.ts';

export const ROW_PITCH_MIN_PX = 14;
export const ROW_PITCH_MAX_PX = 22;
export const STRIP_PX = 24;
/** Air above and below the rows of an open band. */
export const BAND_PADDING_PX = 6;

export interface FittedBands {
  readonly pitchPx: number;
  /** Ids of the bands that are strips. */
  readonly closed: ReadonlySet<string>;
  /** All bands together; more than was available where the reader opened more than fits. */
  readonly heightPx: number;
}

/** The lines a band needs: as many as its rows or the longer of its shores. */
export function linesOf(band: Band): number {
  return Math.max(1, band.rows.length, band.left.length, band.right.length);
}

/** Marks a line: what a band says for the room it takes. */
function loudnessOf(band: Band): number {
  return band.rows.reduce((sum, row) => sum + Math.max(1, row.marks.length), 0) / linesOf(band);
}

/**
 * Gives every row at least 14 px; where that does not fit, the quietest bands close to strips of 24 px, those the
 * reader opened last of all (the one opened first before the others) and the last opened never.
 * @param openBands ids of bands the reader opened, in the order of opening
 */
export function fitBands(
  bands: readonly Band[],
  openBands: readonly string[],
  availablePx: number,
): FittedBands {
  const closed = new Set<string>();
  const heightAt = (pitch: number): number =>
    bands.reduce(
      (sum, band) => sum + (closed.has(band.id) ? STRIP_PX : linesOf(band) * pitch + BAND_PADDING_PX),
      0,
    );
  const order = bands
    .map((band, place) => ({
      band,
      id: band.id,
      opened: openBands.indexOf(band.id),
      loudness: loudnessOf(band),
      place,
    }))
    .toSorted((a, b) => a.opened - b.opened || a.loudness - b.loudness || b.place - a.place);
  const lastOpened = openBands.findLast((id) => bands.some((band) => band.id === id));
  for (const { id, band } of order) {
    if (heightAt(ROW_PITCH_MIN_PX) <= availablePx) break;
    const isLastOpen = closed.size === bands.length - 1;
    const saves = linesOf(band) * ROW_PITCH_MIN_PX + BAND_PADDING_PX > STRIP_PX;
    if (id !== lastOpened && !isLastOpen && saves) closed.add(id);
  }
  const open = bands.filter((band) => !closed.has(band.id));
  const lines = open.reduce((sum, band) => sum + linesOf(band), 0);
  const free = availablePx - closed.size * STRIP_PX - open.length * BAND_PADDING_PX;
  const pitchPx = Math.min(ROW_PITCH_MAX_PX, Math.max(ROW_PITCH_MIN_PX, free / Math.max(1, lines)));
  return { pitchPx, closed, heightPx: heightAt(pitchPx) };
}
