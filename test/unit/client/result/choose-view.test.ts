import { describe, expect, it } from 'vitest';

import { availableViews, chooseView, readResultViews } from '../../../../client/graph/answer/choose-view.ts';
import { describeEnd } from '../../../../client/graph/answer/describe-answer.ts';
import { beginAnswer } from '../../../../client/graph/console-answer.ts';
import { indian, relation } from '../graph-fixture.ts';
import { doneAnswer } from './values.ts';

const VALUES = doneAnswer({ columns: ['n'], rows: [[1]] });
const NODES = doneAnswer({ columns: ['n'], rows: [[1]], graph: { nodes: [indian('org:dst')], edges: [] } });
const EDGES = doneAnswer({
  columns: ['r'],
  rows: [[1]],
  graph: {
    nodes: [indian('org:dst'), indian('org:isro')],
    edges: [relation('PART_OF', 'org:dst', 'org:isro')],
  },
});
const PLAN = doneAnswer({ plan: { operator: 'Scan', children: [] } });

describe('how an answer is shown', () => {
  it('opens values and nodes without relationships as a table, relationships as a picture, a plan as a plan', () => {
    expect([VALUES, NODES, EDGES, PLAN].map((answer) => chooseView(answer, {}))).toEqual([
      'table',
      'table',
      'graph',
      'plan',
    ]);
  });

  it('keeps to what was chosen for answers of its kind, and to nothing else', () => {
    const chosen = { graph: 'table', table: 'json' } as const;
    expect([VALUES, EDGES, PLAN].map((answer) => chooseView(answer, chosen))).toEqual([
      'json',
      'table',
      'plan',
    ]);
  });

  it('falls back where an answer has not what was chosen', () => {
    expect(chooseView(VALUES, { table: 'graph' })).toBe('table');
    expect(chooseView(NODES, { table: 'graph' })).toBe('graph');
  });

  it('shows rows as a table while they come', () => {
    expect(chooseView({ ...beginAnswer('x'), columns: ['n'], rows: [[1]] }, {})).toBe('table');
  });

  it('offers only what there is', () => {
    expect(availableViews(VALUES)).toEqual(['table', 'json']);
    expect(availableViews(EDGES)).toEqual(['graph', 'table', 'json']);
    expect(availableViews(PLAN)).toEqual(['plan']);
    expect(availableViews({ ...beginAnswer('x'), status: 'failed' })).toEqual([]);
  });

  it('reads choices from rubbish as none', () => {
    expect(readResultViews({ graph: 'table', table: 'pie', plan: 3, other: 'json' })).toEqual({
      graph: 'table',
    });
    expect(['x', null, 4, []].map(readResultViews)).toEqual([{}, {}, {}, {}]);
  });
});

describe('what is said of the end of an answer', () => {
  it.each([
    [VALUES, '1 row', false],
    [doneAnswer({ columns: ['n'] }), '0 rows', false],
    [PLAN, 'Plan, nothing was run', false],
    [
      { ...VALUES, truncatedBy: 'rows' as const },
      'First 1 row of more: the limit of rows cut the answer',
      true,
    ],
    [{ ...VALUES, status: 'cancelled' as const }, 'Cancelled: 1 row came before', true],
    [{ ...VALUES, status: 'failed' as const, rows: [] }, 'Failed', false],
  ])('%#: %o is “%s”', (answer, what, isCut) => {
    expect(describeEnd(answer)).toEqual({ what, isCut });
  });
});
