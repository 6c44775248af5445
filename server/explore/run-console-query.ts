import type { CypherRequest, CypherResponse } from '../contract/explore.ts';
import { admitConsoleStatement } from '../engine/console/admit-console-statement.ts';
import { timeLeftMs } from '../engine/console/time-left.ts';
import type { ConsoleRequest, ConsoleSink, Engine } from '../engine/engine.ts';
import { createConsoleGraph } from './console-graph.ts';
import type { TurnQueue } from './turn-queue.ts';
import type { HeldGraph } from './current-graph.ts';
import type { LoadedGraph } from './load-graph.ts';
import type { ExploreDeps } from './explore-deps.ts';
import { resolveDate } from './resolve-date.ts';
import { isStaleGraphError } from './stale-graph.ts';

/** Who asks; the signal is aborted when they go away. */
export interface ConsoleCaller {
  /** Whose limits count. */
  readonly user: string;
  readonly signal: AbortSignal;
}

export type ConsoleAnswer = Omit<CypherResponse, 'columns' | 'rows'>;

/**
 * Runs a statement that a person typed, when it is its turn. Columns and rows go to the sink as they come; what belongs
 * to the whole answer is returned.
 * @throws AppError statement-refused, statement-invalid, statement-unsupported, invalid-parameter, queue-full,
 * deadline-exceeded, out-of-memory, engine-unavailable
 */
export type RunConsoleQuery = (
  request: CypherRequest,
  caller: ConsoleCaller,
  sink: ConsoleSink,
) => Promise<ConsoleAnswer>;

export interface ConsoleDeps extends ExploreDeps {
  readonly engine: Engine;
  readonly queue: TurnQueue;
}

function modeOf(explain: CypherRequest['explain']): ConsoleRequest['mode'] {
  return explain === true ? 'plan' : explain === false || explain === undefined ? 'run' : explain;
}

const MAX_NOTIFICATIONS = 50;

/** Runs an admitted statement on the data of one revision and draws what it returns. */
async function runAndDraw(
  deps: ConsoleDeps,
  request: ConsoleRequest,
  { graph }: HeldGraph,
  sink: ConsoleSink,
): Promise<Omit<ConsoleAnswer, 'elapsedMs'>> {
  const drawn = createConsoleGraph(deps.limits.graphMaxNodes);
  const summary = await graph.runConsole(request, {
    columns: (columns) => sink.columns(columns),
    rows(rows) {
      drawn.add(rows);
      return sink.rows(rows);
    },
  });
  const { day } = resolveDate(undefined, deps.now());
  const draw = (from: LoadedGraph) => drawn.project(from, day, request.signal);
  return {
    graph: await draw(graph).catch((error: unknown) => {
      if (!isStaleGraphError(error)) throw error;
      return deps.graph.use(draw);
    }),
    ...(summary.plan ? { plan: summary.plan as NonNullable<CypherResponse['plan']> } : {}),
    notifications: [...summary.notifications],
    truncated: summary.truncatedBy !== null,
    ...(summary.truncatedBy ? { truncatedBy: summary.truncatedBy } : {}),
    engine: deps.engine.name,
  };
}

export function createRunConsoleQuery(deps: ConsoleDeps): RunConsoleQuery {
  const { limits } = deps;
  return async (request, { user, signal }, sink) => {
    const asked = modeOf(request.explain);
    const admitted = admitConsoleStatement(request.query, request.params ?? {}, limits, asked);
    const askedAtMs = deps.now();
    const timeoutMs = request.timeoutMs ?? limits.consoleTimeoutMs;
    return deps.queue.run(user, timeoutMs, signal, async () => {
      const startedAtMs = deps.now();
      const held = deps.graph.hold();
      const task: ConsoleRequest = {
        text: admitted.text,
        params: admitted.params,
        mode: admitted.mode,
        data: held.graph.revision,
        maxRows: request.maxRows ?? limits.consoleMaxRows,
        maxBytes: limits.consoleMaxBytes,
        timeoutMs: timeLeftMs(timeoutMs, startedAtMs - askedAtMs),
        signal,
      };
      try {
        const answer = await runAndDraw(deps, task, held, sink);
        const notifications = [...admitted.notifications, ...answer.notifications].slice(
          0,
          MAX_NOTIFICATIONS,
        );
        return {
          ...answer,
          notifications,
          elapsedMs: Math.round((deps.now() - startedAtMs) * 1_000) / 1_000,
        };
      } finally {
        held.release();
      }
    });
  };
}
