import { AppError } from '../../app-error.ts';
import type { PlanNode } from '../engine.ts';

interface Line {
  readonly depth: number;
  readonly operator: string;
  readonly details: string | undefined;
}

function readLine(line: string): Line {
  const [, indent = '', operator = '', details = ''] =
    /^(\s*)(Discriminant\(\d+\)|\S+)\s*(.*)$/u.exec(line) ?? [];
  return { depth: indent.length / 2, operator, details: details === '' ? undefined : details };
}

/** The plan from the indented text that EXPLAIN returns; quoted texts in it hold no line ends. */
export function parseEmbeddedPlan(text: string): PlanNode {
  const root: PlanNode & { children: PlanNode[] } = { operator: 'Plan', children: [] };
  const open: (PlanNode & { children: PlanNode[] })[] = [root];
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const { depth, operator, details } = readLine(line);
    const node = { operator, details, children: [] };
    open.length = Math.min(open.length, depth + 1);
    open.at(-1)?.children.push(node);
    open.push(node);
  }
  return root.children.length === 1 && root.children[0] ? root.children[0] : root;
}

/** Operators that read. `Discriminant(51)`, a missing name in this release, is the row that a subquery starts from. */
const READING = new Set(
  (
    'Plan Return Project Filter NodeScan EdgeScan Expand ShortestPath Join LeftJoin AntiJoin SemiJoin MultiWayJoin ' +
    'Union Except Intersect Otherwise Distinct Aggregate HorizontalAggregate Sort Limit Skip Unwind MapCollect Bind ' +
    'Empty Apply ParameterScan Discriminant(51) CallProcedure'
  ).split(' '),
);

/** Writing or reading outside inside an expression's subquery, which the plan prints with the names of its parts. */
const HIDDEN =
  /\b(?:Load\w*|Create\w*|Merge\w*|Delete\w*|Set(?:Property|Label)\w*|(?:Add|Remove)Label\w*)\s*[({]/u;
const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/gu;

/**
 * Gate two: every operator of the plan is one that reads.
 * @throws AppError `statement-refused`
 */
export function assertEmbeddedPlanReads(plan: PlanNode): void {
  const isHidden = HIDDEN.test((plan.details ?? '').replace(QUOTED, "''"));
  if (!READING.has(plan.operator) || isHidden) {
    throw new AppError('statement-refused', 'The statement does more than read the graph.', {
      hint: `Its plan holds ${isHidden ? 'a subquery that writes' : plan.operator}.`,
    });
  }
  for (const child of plan.children) assertEmbeddedPlanReads(child);
}
