import type { PlanOperator } from '../../../server/contract/explore.ts';

/** By what operators are compared: what they really touched, else their time, else their real rows, else the estimate. */
export type PlanMeasure = 'dbHits' | 'timeMs' | 'rows' | 'estimatedRows';

/** An operator of a plan as a line of a tree. */
export interface PlanRow {
  /** Places from the root: `0.1.0`. */
  readonly key: string;
  /** From 1. */
  readonly level: number;
  readonly operator: PlanOperator;
  readonly isOpen: boolean;
  /** Its part of the largest amount of the measure, 0 … 1. */
  readonly share: number;
  readonly isCostliest: boolean;
}

export interface PlanTable {
  readonly measure: PlanMeasure | null;
  readonly rows: readonly PlanRow[];
  /** The amounts that the engine gives. */
  readonly amounts: readonly PlanMeasure[];
}

function allOperators(plan: PlanOperator): readonly PlanOperator[] {
  return [plan, ...plan.children.flatMap(allOperators)];
}

/** In the order of the columns. */
const AMOUNTS: readonly PlanMeasure[] = ['estimatedRows', 'rows', 'dbHits', 'timeMs'];

/** The first measure of which the plan has an amount. */
function measureOf(operators: readonly PlanOperator[]): PlanMeasure | null {
  const measures: readonly PlanMeasure[] = ['dbHits', 'timeMs', 'rows', 'estimatedRows'];
  return measures.find((name) => operators.some((operator) => (operator[name] ?? 0) > 0)) ?? null;
}

/** The lines of a plan, without those under an operator that is folded. @param folded keys of folded operators */
export function planRows(plan: PlanOperator, folded: ReadonlySet<string>): PlanTable {
  const operators = allOperators(plan);
  const measure = measureOf(operators);
  const amountOf = (operator: PlanOperator): number => (measure === null ? 0 : (operator[measure] ?? 0));
  const largest = Math.max(...operators.map(amountOf), 0);
  const costliest = operators.find((operator) => largest > 0 && amountOf(operator) === largest);
  const walk = (operator: PlanOperator, key: string, level: number): readonly PlanRow[] => {
    const isOpen = operator.children.length > 0 && !folded.has(key);
    const row: PlanRow = {
      key,
      level,
      operator,
      isOpen,
      share: largest === 0 ? 0 : amountOf(operator) / largest,
      isCostliest: operator === costliest && measure !== 'estimatedRows',
    };
    const below = isOpen
      ? operator.children.flatMap((child, place) => walk(child, `${key}.${place}`, level + 1))
      : [];
    return [row, ...below];
  };
  const amounts = AMOUNTS.filter((name) => operators.some((operator) => operator[name] !== undefined));
  return { measure, rows: walk(plan, '0', 1), amounts };
}
