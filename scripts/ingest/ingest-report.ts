import { INGEST_LIMITS } from './limits.ts';
import { countChanges } from './load/load-report.ts';
import type { ChangeCounts, LoadCounts } from './load/load-report.ts';
import { formatProblem } from './problem.ts';
import type { Problem } from './problem.ts';
import type { PassageCheck } from './resolve/check-passages.ts';

/** What is told of one data set. */
export interface DataSetReport {
  readonly id: string;
  readonly title: string;
  /** Rows of tables and items of lists: `entries` = `accepted` + `rejected`. */
  readonly entries: number;
  readonly accepted: number;
  readonly rejected: number;
  /** What the accepted entries make. */
  readonly documents: number;
  readonly entities: number;
  readonly statements: number;
  readonly references: PassageCheck;
  /** Null: nothing was loaded (a dry run, or a problem). */
  readonly loaded: LoadCounts | null;
  readonly revision: string | null;
}

/** The one report at the end of a run. */
export interface IngestReport {
  readonly isDryRun: boolean;
  /** Null where no database was touched. */
  readonly target: string | null;
  readonly dataSets: readonly DataSetReport[];
  readonly problems: readonly Problem[];
  /** All of them, also those that are not kept in `problems`. */
  readonly problemCount: number;
  readonly changes: number;
  readonly elapsedMs: number;
}

/** The report for people. */
export function formatReport(report: IngestReport): string {
  const lines: string[] = [];
  const shown = report.problems.slice(0, INGEST_LIMITS.problemsShown);
  for (const problem of shown) lines.push(formatProblem(problem));
  const more = report.problemCount - shown.length;
  if (more > 0) lines.push(`… and ${formatCount(more, 'more problem')}`);
  if (lines.length > 0) lines.push('');
  for (const dataSet of report.dataSets) lines.push(...formatDataSet(dataSet));
  lines.push(formatEnd(report));
  return lines.join('\n');
}

function formatDataSet(dataSet: DataSetReport): string[] {
  const { references } = dataSet;
  const lines = [
    `${dataSet.id}: ${formatCount(dataSet.entries, 'entry', 'entries')} read, ${dataSet.accepted} accepted, ${dataSet.rejected} rejected`,
    `  make ${formatCount(dataSet.entities, 'entity', 'entities')}, ${formatCount(dataSet.documents, 'document')}, ${formatCount(dataSet.statements, 'statement')}`,
    `  ${formatCount(references.passages, 'passage')}: ${references.verified} verified, ${references.notInLibrary} not in library (${formatCount(references.documentsNotInLibrary, 'document')})`,
  ];
  if (dataSet.loaded !== null) {
    for (const kind of ['documents', 'entities', 'relationships', 'statements'] as const) {
      lines.push(`  ${kind}: ${formatCounts(dataSet.loaded[kind])}`);
    }
  }
  return lines;
}

function formatCounts({ created, updated, deleted, unchanged }: ChangeCounts): string {
  return `${created} created, ${updated} updated, ${deleted} deleted, ${unchanged} unchanged`;
}

function formatEnd(report: IngestReport): string {
  const seconds = (report.elapsedMs / 1000).toFixed(1);
  if (report.problemCount > 0)
    return `${formatCount(report.problemCount, 'problem')}; nothing was loaded (${seconds} s)`;
  if (report.isDryRun) return `No problems; a dry run loads nothing (${seconds} s)`;
  return `${formatCount(report.changes, 'change')} in ${report.target ?? 'the database'} (${seconds} s)`;
}

function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Changes of all data sets. */
export function sumChanges(dataSets: readonly DataSetReport[]): number {
  return dataSets.reduce((sum, one) => sum + (one.loaded === null ? 0 : countChanges(one.loaded)), 0);
}
