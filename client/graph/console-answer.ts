import type { CypherLine, Notification, PlanOperator } from '../../server/contract/explore.ts';
import type { Subgraph } from '../../server/contract/graph.ts';
import type { Problem } from '../../server/contract/problem.ts';
import type { WireValue } from '../../server/contract/values.ts';

/** Why a run failed: a problem the service named, or no answer at all (`unreachable`). */
export type RunProblem = Omit<Problem, 'code'> & { readonly code: Problem['code'] | 'unreachable' };

/** What a run has given so far. */
export interface ConsoleAnswer {
  readonly status: 'running' | 'done' | 'cancelled' | 'failed';
  readonly query: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly WireValue[])[];
  readonly graph: Subgraph;
  readonly plan: PlanOperator | null;
  readonly notifications: readonly Notification[];
  /** What cut the answer; null = it is whole. */
  readonly truncatedBy: 'rows' | 'bytes' | null;
  readonly engine: string | null;
  /** As the service counts where the run came to its end, else from the request; null while it runs. */
  readonly elapsedMs: number | null;
  readonly problem: RunProblem | null;
}

/** A run of which nothing is known yet. */
export function beginAnswer(query: string): ConsoleAnswer {
  return {
    status: 'running',
    query,
    columns: [],
    rows: [],
    graph: { nodes: [], edges: [] },
    plan: null,
    notifications: [],
    truncatedBy: null,
    engine: null,
    elapsedMs: null,
    problem: null,
  };
}

/** The answer after more lines of it, as a new one; rows are copied once for all lines together. */
export function addLines(answer: ConsoleAnswer, lines: readonly CypherLine[]): ConsoleAnswer {
  let next = answer;
  const rows: (readonly WireValue[])[] = [];
  for (const line of lines) {
    if ('columns' in line) next = { ...next, columns: line.columns };
    else if ('rows' in line) for (const row of line.rows) rows.push(row);
    else if ('problem' in line) next = { ...next, status: 'failed', problem: line.problem };
    else {
      const { graph, plan, notifications, truncatedBy, engine, elapsedMs } = line.summary;
      next = {
        ...next,
        status: 'done',
        graph,
        plan: plan ?? null,
        notifications,
        truncatedBy: truncatedBy ?? null,
        engine,
        elapsedMs,
      };
    }
  }
  return rows.length === 0 ? next : { ...next, rows: [...answer.rows, ...rows] };
}
