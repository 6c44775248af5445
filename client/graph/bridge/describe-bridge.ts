import { describeDate } from '../../../server/contract/date-words.ts';
import { kindLine, standingLine } from '../describe-node.ts';
import { dateTextOf } from '../mark-date.ts';
import { labelOf } from '../read-node.ts';
import type { Mark, Row } from './bridge-types.ts';

const PLURALS: readonly (readonly [string, string, string])[] = [
  ['Agreement', 'agreement', 'agreements'],
  ['Programme', 'programme', 'programmes'],
  ['Facility', 'facility', 'facilities'],
  ['Mission', 'mission', 'missions'],
  ['Organisation', 'joint body', 'joint bodies'],
  ['Event', 'meeting', 'meetings'],
];

/** What stands on a row, counted: `2 agreements, 1 programme`. */
export function describeRow(row: Row): string {
  if (row.marks.length === 0) return 'cooperation, no instrument named';
  const parts = PLURALS.flatMap(([label, one, many]) => {
    const count = row.marks.filter((mark) => labelOf(mark.node) === label).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return parts.join(', ');
}

/** A mark in words: kind, date, standing. */
export function markSentence(mark: Mark): string {
  const date = dateTextOf(mark.node);
  const parts = [
    kindLine(mark.node),
    date === null ? 'no date' : describeDate(date),
    labelOf(mark.node) === 'Agreement' ? standingLine(mark.node) : null,
    mark.style === 'double' ? 'disputed' : null,
  ];
  return parts.filter((part) => part !== null && part !== '').join(', ');
}
