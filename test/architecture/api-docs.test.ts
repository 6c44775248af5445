import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { OPERATIONS } from '../../server/contract/operations.ts';
import { PROBLEMS } from '../../server/contract/problem.ts';
import { ROUTES } from '../../server/contract/routes.ts';
import type { RouteName } from '../../server/contract/routes.ts';

const rows = readFileSync('docs/api.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split(' | ').map((cell) => cell.replaceAll(/^\| ?|\s*\|?$/g, '').trim()));

describe('docs/api.md', () => {
  it.each(Object.entries(ROUTES))('tells of the route %s with its parameters', (name, { method, path }) => {
    const row = rows.find(([first]) => first === `\`${method.toUpperCase()} ${path}\``);
    const operation = OPERATIONS[name as RouteName];
    expect(row?.[1]).toBe(operation.summary);
    const parameters = Object.keys(operation.query.shape).map((key) => `\`${key}\``);
    expect(row?.[2]).toBe(parameters.length > 0 ? parameters.join(' ') : '–');
  });

  it.each(Object.entries(PROBLEMS))('tells of the problem %s with its status', (code, { status, title }) => {
    expect(rows).toContainEqual([`\`${code}\``, String(status), title]);
  });

  it('tells of no route and no problem that is gone', () => {
    expect(rows).toHaveLength(Object.keys(ROUTES).length + Object.keys(PROBLEMS).length);
  });
});
