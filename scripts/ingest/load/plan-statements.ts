import type { StatementRecord } from '../resolve/statement-record.ts';
import type { ChangeSet } from './change-set.ts';
import type { LoadCounts } from './load-report.ts';
import { sameProperties } from './same-properties.ts';

/** Adds to the changes what makes the statements in the database those of the data set. */
export function planStatements(
  desired: readonly StatementRecord[],
  existing: ReadonlyMap<string, StatementRecord>,
  changes: ChangeSet,
  counts: LoadCounts,
): void {
  for (const record of desired) {
    const found = existing.get(record.properties.id);
    if (found === undefined) {
      changes.statements.create.push(record);
      counts.statements.created += 1;
      continue;
    }
    const isSame = sameProperties(found.properties, record.properties);
    const citesSame = sameReferences(found, record);
    if (!isSame) changes.statements.update.push(record.properties);
    if (!citesSame) changes.statements.cite.push(record);
    counts.statements[isSame && citesSame ? 'unchanged' : 'updated'] += 1;
  }
}

function sameReferences(a: StatementRecord, b: StatementRecord): boolean {
  return (
    a.references.length === b.references.length &&
    a.references.every((reference, at) => sameProperties({ ...reference }, { ...b.references[at] }))
  );
}
