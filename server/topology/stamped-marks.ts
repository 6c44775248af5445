/**
 * A small number for each node that is forgotten at once: only marks of at least `base` and below `top` count, and a new
 * search begins where the last one left off.
 */
export interface StampedMarks {
  readonly marks: Int32Array;
  base: number;
  top: number;
}

/** Marks stay below, so that they are small integers to the machine. */
export const LAST_TOP = 2 ** 30;

export function createStampedMarks(length: number): StampedMarks {
  return { marks: new Int32Array(length), base: 1, top: 1 };
}

/**
 * Forgets all marks.
 * @param room how many different marks the search needs
 * @param lastTop above which the array is wiped and counting begins anew
 */
export function forgetMarks(stamped: StampedMarks, room: number, lastTop: number): void {
  if (stamped.top + room > lastTop) {
    stamped.marks.fill(0);
    stamped.top = 1;
  }
  stamped.base = stamped.top;
  stamped.top += room;
}
