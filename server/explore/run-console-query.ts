import type { CypherRequest, CypherResponse } from '../contract/explore.ts';
import { admitConsoleStatement } from '../engine/console/admit-console-statement.ts';
import type { ConsoleRequest, ConsoleSink, Engine } from '../engine/engine.ts';
import { createConsoleGraph } from './console-graph.ts';
import type { ConsoleQueue } from './console-queue.ts';
import type { ExploreDeps } from './explore-deps.ts';
import { resolveDate } from './resolve-date.ts';

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
  readonly queue: ConsoleQueue;
}

/** The body may ask for a plan; EXPLAIN or PROFILE in the text does the same. */
function modeOf(explain: CypherRequest['explain'], written: ConsoleRequest['mode']): ConsoleRequest['mode'] {
  if (explain === 'profile' || written === 'profile') return 'profile';
  return explain === true || explain === 'plan' ? 'plan' : written;
}

export function createRunConsoleQuery(deps: ConsoleDeps): RunConsoleQuery {
  const { limits, engine } = deps;
  return async (request, { user, signal }, sink) => {
    const params = request.params ?? {};
    const admitted = admitConsoleStatement(request.query, params, limits);
    return deps.queue.run(user, signal, async () => {
      const startedAtMs = deps.now();
      const drawn = createConsoleGraph(limits.graphMaxNodes);
      const summary = await engine.runConsole(
        {
          text: admitted.text,
          params,
          mode: modeOf(request.explain, admitted.mode),
          maxRows: request.maxRows ?? limits.consoleMaxRows,
          maxBytes: limits.consoleMaxBytes,
          timeoutMs: request.timeoutMs ?? limits.consoleTimeoutMs,
          signal,
        },
        {
          columns: (columns) => sink.columns(columns),
          rows(rows) {
            for (const row of rows) drawn.add(row);
            return sink.rows(rows);
          },
        },
      );
      const { day } = resolveDate(undefined, startedAtMs);
      return {
        graph: await deps.graph.use((graph) => drawn.project(graph, day, signal)),
        ...(summary.plan ? { plan: summary.plan as NonNullable<CypherResponse['plan']> } : {}),
        truncated: summary.truncatedBy !== null,
        ...(summary.truncatedBy ? { truncatedBy: summary.truncatedBy } : {}),
        engine: engine.name,
        elapsedMs: Math.round((deps.now() - startedAtMs) * 1_000) / 1_000,
      };
    });
  };
}
