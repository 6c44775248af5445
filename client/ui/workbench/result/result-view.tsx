import '../../../styles/result.css';
import { useState, type ReactNode } from 'react';

import { chooseView } from '../../../graph/answer/choose-view.ts';
import { sortRows, type ColumnSort } from '../../../graph/answer/compare-values.ts';
import type { ConsoleAnswer } from '../../../graph/console-answer.ts';
import { memoLast } from '../../../state/memo-last.ts';
import { useApp } from '../../explorer-context.ts';
import { ResultGraph } from './result-graph.tsx';
import { ResultJson } from './result-json.tsx';
import { ResultNames, useNames } from './result-names.ts';
import { ResultNotes } from './result-notes.tsx';
import { ResultPlan } from './result-plan.tsx';
import { ResultProblem } from './result-problem.tsx';
import { ResultStatus } from './result-status.tsx';
import { ResultTable } from './result-table.tsx';
import { runKey } from './run-key.ts';
import { ResultTools } from './result-tools.tsx';

const orderOf = memoLast(sortRows);

/** The sorting of the answer at hand; another answer has other columns and starts unsorted. */
function useSort(columns: readonly string[]) {
  const [kept, keep] = useState<{ readonly columns: readonly string[]; readonly sort: ColumnSort | null }>({
    columns,
    sort: null,
  });
  const sort = kept.columns === columns ? kept.sort : null;
  return [sort, (next: ColumnSort | null) => keep({ columns, sort: next })] as const;
}

function AnswerView({ answer }: { readonly answer: ConsoleAnswer }) {
  const kept = useApp((state) => state.keptResultViews);
  const chosen = useApp((state) => state.history.view.resultViews);
  const names = useNames(answer);
  const [sort, setSort] = useSort(answer.columns);
  const order = orderOf(answer.rows, sort);
  const view = chooseView(answer, { ...kept, ...chosen });
  const hasRows = answer.columns.length > 0;
  const isEmpty = answer.status === 'done' && answer.rows.length === 0 && answer.plan === null;
  return (
    <ResultNames value={names}>
      <section className="result" aria-label="Answer">
        <ResultTools answer={answer} view={view} order={order} />
        <ResultStatus answer={answer} />
        <ResultNotes notes={answer.notifications} />
        {answer.problem && <ResultProblem problem={answer.problem} query={answer.query} />}
        {isEmpty && <p className="result-message">The statement ran and found nothing: no row fits it.</p>}
        {view === 'table' && hasRows && !isEmpty && (
          <ResultTable
            key={runKey(answer.columns)}
            answer={answer}
            order={order}
            sort={sort}
            onSort={setSort}
          />
        )}
        {view === 'json' && hasRows && <ResultJson answer={answer} />}
        {view === 'graph' && <ResultGraph graph={answer.graph} />}
        {view === 'plan' && answer.plan && <ResultPlan plan={answer.plan} />}
      </section>
    </ResultNames>
  );
}

/** What a statement gave, as graph, table, JSON or plan; before the first one, how to begin. */
export function ResultView({ answer }: { readonly answer: ConsoleAnswer | null }): ReactNode {
  if (answer === null) {
    return <p className="result-message">Run a statement: its answer is shown here.</p>;
  }
  return <AnswerView answer={answer} />;
}
