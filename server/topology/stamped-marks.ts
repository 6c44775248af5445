/**
 * A small number for each node that is forgotten at once: a mark counts only from `base` on, and a new search begins at
 * a higher base. Marks are `base` + a number below 16.
 */
export interface StampedMarks {
  readonly marks: Uint32Array;
  base: number;
}

const STEP = 16;
/** The largest mark; searches go 12 hops at most, so that no depth is as large. */
export const LAST_MARK = STEP - 1;
/** The last base that a mark of four more bits fits above. */
export const LAST_BASE = 2 ** 32 - STEP;

export function createStampedMarks(length: number): StampedMarks {
  return { marks: new Uint32Array(length), base: 0 };
}

/** Forgets all marks. @param lastBase after which the array is wiped and counting begins anew */
export function forgetMarks(stamped: StampedMarks, lastBase: number): void {
  if (stamped.base + STEP > lastBase) {
    stamped.marks.fill(0);
    stamped.base = 0;
  }
  stamped.base += STEP;
}
