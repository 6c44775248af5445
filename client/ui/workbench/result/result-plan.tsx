import { useState, type KeyboardEvent } from 'react';

import type { PlanOperator } from '../../../../server/contract/explore.ts';
import { formatNumber } from '../../../graph/answer/describe-answer.ts';
import { planRows, type PlanMeasure, type PlanRow, type PlanTable } from '../../../graph/answer/plan-rows.ts';

const MEASURE_NAMES: Readonly<Record<PlanMeasure, string>> = {
  estimatedRows: 'Estimated rows',
  rows: 'Rows',
  dbHits: 'Hits',
  timeMs: 'Milliseconds',
};

function amount(value: number | undefined): string {
  return value === undefined
    ? '–'
    : formatNumber(value < 10 ? Math.round(value * 10) / 10 : Math.round(value));
}

interface LineProps {
  readonly row: PlanRow;
  readonly amounts: readonly PlanMeasure[];
  readonly isActive: boolean;
  readonly onFold: (key: string) => void;
}

function PlanLine({ row, amounts, isActive, onFold }: LineProps) {
  const { operator, level, isOpen, isCostliest, share } = row;
  const isParent = operator.children.length > 0;
  return (
    <tr
      id={`plan-${row.key}`}
      aria-level={level}
      {...(isParent ? { 'aria-expanded': isOpen } : {})}
      tabIndex={isActive ? 0 : -1}
      className={isCostliest ? 'costliest' : ''}
      data-key={row.key}
    >
      <td className="plan-operator" style={{ paddingLeft: (level - 1) * 16 }}>
        <span
          className={`plan-fold ${isParent ? (isOpen ? 'open' : 'folded') : ''}`}
          aria-hidden="true"
          onClick={() => isParent && onFold(row.key)}
        />
        <span>{operator.operator}</span>
        {isCostliest && <span className="badge disputed"> costliest</span>}
      </td>
      <td className="plan-details">{operator.details ?? ''}</td>
      {amounts.map((name) => (
        <td key={name} className="number">
          {amount(operator[name])}
        </td>
      ))}
      <td className="plan-share" aria-hidden="true">
        <span className="plan-bar" style={{ width: `${Math.round(share * 100)}%` }} />
      </td>
    </tr>
  );
}

/** What a key of a treegrid does: leads to another row, or folds or unfolds the one at hand. */
function stepOf(key: string, rows: readonly PlanRow[], here: number): number | 'fold' | null {
  const row = rows[here];
  const isParent = row !== undefined && row.operator.children.length > 0;
  const parent = rows.findLastIndex((other, at) => at < here && other.level < (row?.level ?? 0));
  switch (key) {
    case 'ArrowDown':
      return here + 1;
    case 'ArrowUp':
      return here - 1;
    case 'Home':
      return 0;
    case 'End':
      return rows.length - 1;
    case 'ArrowRight':
      return isParent && !row.isOpen ? 'fold' : here + (isParent ? 1 : 0);
    case 'ArrowLeft':
      return row?.isOpen ? 'fold' : parent;
    case 'Enter':
      return isParent ? 'fold' : null;
    default:
      return null;
  }
}

function PlanHead({ measure, amounts }: Pick<PlanTable, 'measure' | 'amounts'>) {
  return (
    <thead>
      <tr>
        <th scope="col">Operator</th>
        <th scope="col">Details</th>
        {amounts.map((name) => (
          <th key={name} scope="col" className="number">
            {MEASURE_NAMES[name]}
          </th>
        ))}
        <th
          scope="col"
          className="plan-share"
          aria-label={measure === null ? 'Share' : `Share: ${MEASURE_NAMES[measure]}`}
        />
      </tr>
    </thead>
  );
}

/** The plan as a tree of operators, the last step first. Arrow keys walk it, fold and unfold. */
export function ResultPlan({ plan }: { readonly plan: PlanOperator }) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState('0');
  const { measure, rows, amounts } = planRows(plan, folded);
  const here = Math.max(
    rows.findIndex((row) => row.key === active),
    0,
  );
  const toggle = (key: string): void =>
    setFolded((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = stepOf(event.key, rows, here);
    if (step === null) return;
    if (step === 'fold') toggle(rows[here]?.key ?? '');
    else {
      const next = rows[Math.min(Math.max(step, 0), rows.length - 1)];
      event.currentTarget.querySelector<HTMLElement>(`[data-key="${next?.key}"]`)?.focus();
    }
    event.preventDefault();
  };
  return (
    <div className="plan-frame">
      {measure === null && <p className="result-message">This engine gives no amounts with its plan.</p>}
      <table className="plan" role="treegrid" aria-label="Plan" onKeyDown={onKeyDown}>
        <PlanHead measure={measure} amounts={amounts} />
        <tbody onFocus={(event) => setActive((event.target as HTMLElement).dataset['key'] ?? active)}>
          {rows.map((row) => (
            <PlanLine
              key={row.key}
              row={row}
              amounts={amounts}
              isActive={row === rows[here]}
              onFold={toggle}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
