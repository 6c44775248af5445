import { overlaps, parseEdtfDate } from '../../../server/evidence/edtf-date.ts';
import type { StatementProperties } from '../resolve/statement-record.ts';

/** What may happen to a thing more than once, so that two dates are no disagreement. */
const REPEATABLE = new Set(['renewed', 'extended']);

/**
 * Pairs of statements that disagree without anybody saying so: two stated dates of one kind on one entity that share
 * no day. A group has many dates; it disagrees with nobody.
 * @param statements all statements about one entity of one data set
 */
export function findDateConflicts(statements: readonly StatementProperties[]): Map<string, Set<string>> {
  const conflicts = new Map<string, Set<string>>();
  if (statements.some((statement) => statement['collective'] === true)) return conflicts;
  const dates = statements.filter(
    (statement) =>
      statement.type === 'DATE' &&
      statement.modality === 'stated' &&
      !REPEATABLE.has(String(statement['what'])),
  );
  for (const [at, a] of dates.entries()) {
    for (const b of dates.slice(at + 1)) {
      if (a['what'] !== b['what'] || overlaps(daysOf(a), daysOf(b))) continue;
      link(conflicts, a.id, b.id);
      link(conflicts, b.id, a.id);
    }
  }
  return conflicts;
}

function daysOf(statement: StatementProperties) {
  return parseEdtfDate(String(statement['date']));
}

function link(conflicts: Map<string, Set<string>>, from: string, to: string): void {
  const known = conflicts.get(from);
  if (known) known.add(to);
  else conflicts.set(from, new Set([to]));
}
