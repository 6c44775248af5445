import type { CypherRequest } from '../../server/contract/explore.ts';
import { runCypher } from '../api/run-cypher.ts';
import type { ConsoleAnswer } from '../graph/console-answer.ts';

/** The statement that runs: one at a time, a new one ends the one before. */
export interface ConsoleRuns {
  /** @returns the whole answer, which `onProgress` has heard in parts; null where another run took its place */
  start(request: CypherRequest, onProgress: (answer: ConsoleAnswer) => void): Promise<ConsoleAnswer | null>;
  cancel(): void;
}

export function createConsoleRuns(run: typeof runCypher = runCypher): ConsoleRuns {
  let current: AbortController | null = null;
  return {
    async start(request, onProgress) {
      current?.abort();
      const own = new AbortController();
      current = own;
      const isCurrent = (): boolean => current === own;
      const answer = await run(request, (part) => isCurrent() && onProgress(part), own.signal);
      return isCurrent() ? answer : null;
    },
    cancel: () => current?.abort(),
  };
}
