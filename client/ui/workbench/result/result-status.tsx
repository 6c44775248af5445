import { useEffect, useState } from 'react';

import { describeEnd, formatCount, formatElapsed } from '../../../graph/answer/describe-answer.ts';
import type { ConsoleAnswer } from '../../../graph/console-answer.ts';
import { runKey } from './run-key.ts';

const TICK_MS = 100;

/** Milliseconds since the statement began to run. */
function useRunningTime(): number {
  const [elapsedMs, setElapsedMs] = useState(0);
  useEffect(() => {
    const startedAtMs = performance.now();
    const timer = window.setInterval(() => setElapsedMs(performance.now() - startedAtMs), TICK_MS);
    return () => window.clearInterval(timer);
  }, []);
  return elapsedMs;
}

function Running({ answer }: { readonly answer: ConsoleAnswer }) {
  const elapsedMs = useRunningTime();
  const rows = answer.rows.length === 0 ? 'no row yet' : `${formatCount(answer.rows.length, 'row')} so far`;
  return (
    <p className="result-status running" aria-label="The statement runs">
      <span className="running-sign" aria-hidden="true" />
      <strong>Running</strong> <span>{formatElapsed(elapsedMs)}</span> <span>{rows}</span>
    </p>
  );
}

/** Rows, time, engine, and whether the answer is whole: always there, said once at the end. */
export function ResultStatus({ answer }: { readonly answer: ConsoleAnswer }) {
  if (answer.status === 'running') return <Running key={runKey(answer.graph)} answer={answer} />;
  const { what, isCut } = describeEnd(answer);
  return (
    <p className="result-status" role="status">
      <span className={isCut ? 'badge disputed' : ''}>{what}</span>
      {answer.elapsedMs !== null && <span>{formatElapsed(answer.elapsedMs)}</span>}
      {answer.engine !== null && <span>{answer.engine === 'neo4j' ? 'Neo4j' : 'embedded engine'}</span>}
    </p>
  );
}
