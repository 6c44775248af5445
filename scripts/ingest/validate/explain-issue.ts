import type { z } from 'zod';

import { quote } from '../problem.ts';

type Issue = z.core.$ZodIssue;

/** One sentence a person can act on, for one finding of a schema. `value` is the entry that was checked. */
export function explainIssue(issue: Issue, value: unknown): string {
  const where = issue.path
    .map((step) => (typeof step === 'number' ? `[${step + 1}]` : String(step)))
    .join('.');
  const name = where.replaceAll('.[', '[');
  const found = valueAt(value, issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return `unknown ${issue.keys.length === 1 ? 'key' : 'keys'} ${issue.keys.map(quote).join(', ')}${name === '' ? '' : ` in ${name}`}; remove or correct`;
    case 'invalid_value':
      return found === undefined
        ? `${name} is missing; use one of ${issue.values.join(', ')}`
        : `unknown ${name} ${quote(found)}; use one of ${issue.values.join(', ')}`;
    case 'invalid_type':
      if (found === undefined && name !== '') return missing(name);
      if (issue.expected === 'object')
        return `${name === '' ? 'the entry' : name} ${quote(found)} must be a map such as { id: … }`;
      break;
    case 'invalid_union':
      if (found === undefined && name !== '') return missing(name);
      break;
    default:
  }
  if (issue.message.startsWith('"')) return `${name}: ${issue.message}`;
  return `${name === '' ? 'the entry' : name} ${found === undefined || typeof found === 'object' ? '' : `${quote(found)} `}${issue.message}`;
}

function missing(name: string): string {
  if (name === 'refs')
    return 'refs (in a table: references) is missing; every entity and every statement cites at least one passage';
  return `${name} is missing; add it`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as Record<PropertyKey, unknown>)[step];
  }
  return found;
}
