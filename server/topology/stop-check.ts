/** Asks now and then whether to give up. */
export interface StopCheck {
  /** @returns true when told to stop; once told it stays so */
  after(steps: number): boolean;
  readonly isStopped: boolean;
}

const STEPS_BETWEEN = 4_096;

export function createStopCheck(shouldStop: () => boolean): StopCheck {
  let stepsLeft = STEPS_BETWEEN;
  let isStopped = false;
  return {
    after(steps) {
      stepsLeft -= steps;
      if (stepsLeft > 0) return isStopped;
      stepsLeft = STEPS_BETWEEN;
      isStopped ||= shouldStop();
      return isStopped;
    },
    get isStopped() {
      return isStopped;
    },
  };
}
