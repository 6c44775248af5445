import type { CypherLine, CypherRequest } from '../../server/contract/explore.ts';
import type { Problem } from '../../server/contract/problem.ts';
import { ROUTES } from '../../server/contract/routes.ts';
import { addLines, beginAnswer, type ConsoleAnswer, type RunProblem } from '../graph/console-answer.ts';
import { readLines } from './ndjson-lines.ts';

/** What a run needs of the browser. */
export interface RunTransport {
  readonly fetch: typeof fetch;
  /** Calls once before the next picture is painted; the answer stops it. */
  nextFrame(run: () => void): () => void;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
}

const BROWSER: RunTransport = {
  fetch: (input, init) => fetch(input, init),
  nextFrame(run) {
    const frame = requestAnimationFrame(run);
    return () => cancelAnimationFrame(frame);
  },
  now: () => performance.now(),
};

function unreachable(title: string, detail: string): RunProblem {
  return { type: 'about:blank', title, status: 0, detail, code: 'unreachable', requestId: '' };
}

const NO_ANSWER = unreachable('The service does not answer', 'Nothing came back: run the statement again.');
const BROKEN_OFF = unreachable(
  'The answer broke off',
  'The connection ended before the answer did: run the statement again.',
);

async function readProblem(response: Response): Promise<RunProblem> {
  try {
    const problem = (await response.json()) as Partial<Problem>;
    if (problem.code !== undefined) return problem as Problem;
  } catch {
    // The answer did not come from the service itself: a proxy's page.
  }
  return unreachable('The service does not answer', `What answered said ${response.status}.`);
}

/** Takes lines as they come and tells of them at most once a picture. */
function createProgress(query: string, onProgress: (answer: ConsoleAnswer) => void, transport: RunTransport) {
  const startedAtMs = transport.now();
  let answer = beginAnswer(query);
  let waiting: CypherLine[] = [];
  let stopFrame: (() => void) | null = null;
  const take = (): void => {
    stopFrame?.();
    stopFrame = null;
    answer = addLines(answer, waiting);
    waiting = [];
  };
  return {
    add(line: CypherLine): void {
      waiting.push(line);
      stopFrame ??= transport.nextFrame(() => {
        take();
        onProgress(answer);
      });
    },
    /** The whole answer; what is not known of its end is filled in. */
    end(status: ConsoleAnswer['status'], problem: RunProblem | null): ConsoleAnswer {
      take();
      if (answer.status === 'running') answer = { ...answer, status, problem };
      if (answer.elapsedMs === null)
        answer = { ...answer, elapsedMs: Math.round(transport.now() - startedAtMs) };
      onProgress(answer);
      return answer;
    },
  };
}

/**
 * Runs a statement and reads its answer as it comes. Never throws: a failure and a cancellation are answers, too, with
 * the rows that came before. Aborting closes the connection, which ends the statement in the engine.
 * @param onProgress hears at once, then at most once a picture, last with the answer that is returned
 */
export async function runCypher(
  request: CypherRequest,
  onProgress: (answer: ConsoleAnswer) => void,
  signal: AbortSignal,
  transport: RunTransport = BROWSER,
): Promise<ConsoleAnswer> {
  const progress = createProgress(request.query, onProgress, transport);
  onProgress(beginAnswer(request.query));
  let hasAnswered = false;
  try {
    const response = await transport.fetch(ROUTES.cypher.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/x-ndjson' },
      body: JSON.stringify(request),
      signal,
    });
    if (!response.ok) return progress.end('failed', await readProblem(response));
    hasAnswered = true;
    if (response.body) {
      for await (const line of readLines(response.body)) progress.add(JSON.parse(line) as CypherLine);
    }
    return progress.end('failed', BROKEN_OFF);
  } catch {
    if (signal.aborted) return progress.end('cancelled', null);
    return progress.end('failed', hasAnswered ? BROKEN_OFF : NO_ANSWER);
  }
}
