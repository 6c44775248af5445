/** Asks now and then whether to give up. */
export interface StopCheck {
  /** @returns true when told to stop; once told it stays so */
  after(steps: number): boolean;
  readonly isStopped: boolean;
}

const STEPS_BETWEEN = 4_096;

class SteppedCheck implements StopCheck {
  isStopped = false;
  private stepsLeft = STEPS_BETWEEN;
  private readonly shouldStop: () => boolean;

  constructor(shouldStop: () => boolean) {
    this.shouldStop = shouldStop;
  }

  after(steps: number): boolean {
    this.stepsLeft -= steps;
    if (this.stepsLeft > 0) return this.isStopped;
    this.stepsLeft = STEPS_BETWEEN;
    this.isStopped ||= this.shouldStop();
    return this.isStopped;
  }
}

/** One kind of object with its methods in one place: hot loops ask without looking for what to call. */
export function createStopCheck(shouldStop: () => boolean): StopCheck {
  return new SteppedCheck(shouldStop);
}
