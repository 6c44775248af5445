import type { ConsoleAnswer } from '../console-answer.ts';

const NUMBERS = new Intl.NumberFormat('en');

/** `1 row`, `5,000 rows`. */
export function formatCount(count: number, what: string): string {
  return `${NUMBERS.format(count)} ${what}${count === 1 ? '' : 's'}`;
}

/** `12 ms`, `1.4 s`. */
export function formatElapsed(elapsedMs: number): string {
  return elapsedMs < 1_000 ? `${Math.round(elapsedMs)} ms` : `${(elapsedMs / 1_000).toFixed(1)} s`;
}

export function formatNumber(value: number): string {
  return NUMBERS.format(value);
}

/** How an answer came to its end, and whether something is missing of it. */
export function describeEnd(answer: ConsoleAnswer): { readonly what: string; readonly isCut: boolean } {
  const rows = formatCount(answer.rows.length, 'row');
  const before = answer.rows.length === 0 ? '' : `: ${rows} came before`;
  if (answer.status === 'failed') return { what: `Failed${before}`, isCut: false };
  if (answer.status === 'cancelled') return { what: `Cancelled${before}`, isCut: answer.rows.length > 0 };
  if (answer.truncatedBy !== null) {
    return { what: `First ${rows} of more: the limit of ${answer.truncatedBy} cut the answer`, isCut: true };
  }
  if (answer.plan !== null && answer.columns.length === 0)
    return { what: 'Plan, nothing was run', isCut: false };
  return { what: rows, isCut: false };
}
