import { describe, expect, it } from 'vitest';

import { planRows } from '../../../../client/graph/answer/plan-rows.ts';
import type { PlanOperator } from '../../../../server/contract/explore.ts';

const PLAN: PlanOperator = {
  operator: 'ProduceResults',
  estimatedRows: 10,
  rows: 9,
  dbHits: 0,
  children: [
    {
      operator: 'Apply',
      rows: 900,
      dbHits: 2,
      children: [
        { operator: 'Scan', rows: 3, dbHits: 80, children: [] },
        { operator: 'Expand', rows: 9, dbHits: 20, children: [] },
      ],
    },
  ],
};

const without = (plan: PlanOperator, ...names: ('dbHits' | 'rows')[]): PlanOperator => ({
  ...plan,
  ...Object.fromEntries(names.map((name) => [name, undefined])),
  children: plan.children.map((child) => without(child, ...names)),
});

describe('a plan as a tree', () => {
  it('has a line for each operator, the last step first', () => {
    const { rows } = planRows(PLAN, new Set());
    expect(rows.map(({ operator, level, key }) => [operator.operator, level, key])).toEqual([
      ['ProduceResults', 1, '0'],
      ['Apply', 2, '0.0'],
      ['Scan', 3, '0.0.0'],
      ['Expand', 3, '0.0.1'],
    ]);
  });

  it('marks the operator that touched the database most', () => {
    const { measure, rows } = planRows(PLAN, new Set());
    expect(measure).toBe('dbHits');
    expect(rows.filter((row) => row.isCostliest).map((row) => row.operator.operator)).toEqual(['Scan']);
    expect(rows.map((row) => row.share)).toEqual([0, 0.025, 1, 0.25]);
  });

  it('compares by rows where the engine counts no hits, and only estimates where nothing ran', () => {
    expect(planRows(without(PLAN, 'dbHits'), new Set())).toMatchObject({ measure: 'rows' });
    const estimate = planRows(without(PLAN, 'dbHits', 'rows'), new Set());
    expect(estimate.measure).toBe('estimatedRows');
    expect(estimate.rows.some((row) => row.isCostliest)).toBe(false);
  });

  it('compares by time where the engine gives that, and names the amounts there are', () => {
    const timed = { ...without(PLAN, 'dbHits'), timeMs: 2.5 };
    expect(planRows(timed, new Set())).toMatchObject({
      measure: 'timeMs',
      amounts: ['estimatedRows', 'rows', 'timeMs'],
    });
  });

  it('says where there are no amounts at all', () => {
    expect(planRows({ operator: 'Scan', children: [] }, new Set())).toMatchObject({
      measure: null,
      amounts: [],
    });
  });

  it('leaves out what is folded, but not its weight', () => {
    const { rows } = planRows(PLAN, new Set(['0.0']));
    expect(rows.map((row) => [row.operator.operator, row.isOpen])).toEqual([
      ['ProduceResults', true],
      ['Apply', false],
    ]);
    expect(rows[1]?.share).toBe(0.025);
  });
});
