import type { ReactNode } from 'react';

import type { ConsoleAnswer } from '../../../graph/console-answer.ts';

/** What a statement gave: before the first one, how to begin. */
export function ResultView({ answer }: { readonly answer: ConsoleAnswer | null }): ReactNode {
  if (answer === null) {
    return <p className="result-empty quiet">Run a statement: its answer is shown here.</p>;
  }
  return (
    <section className="result" aria-label="Answer">
      <pre>{JSON.stringify(answer.problem ?? answer.rows, null, 2)}</pre>
    </section>
  );
}
