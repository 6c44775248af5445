import { labelOf, textOf } from '../read-node.ts';
import type { Mark } from './bridge-types.ts';

const SHORT_KINDS: readonly (readonly [RegExp, string])[] = [
  [/memorandum of understanding|\bmou\b/i, 'MoU'],
  [/memorandum of co-?operation|\bmoc\b/i, 'MoC'],
  [/implement/i, 'IA'],
  [/letter of intent|\bloi\b/i, 'LoI'],
  [/roadmap/i, 'Roadmap'],
  [/declaration/i, 'Declaration'],
  [/statement/i, 'Statement'],
  [/vision/i, 'Vision'],
  [/cooperative document/i, 'Document'],
  [/contract/i, 'Contract'],
  [/treaty/i, 'Treaty'],
  [/arrangement/i, 'Arrangement'],
  [/agreement/i, 'Agreement'],
  [/plan/i, 'Plan'],
];

/** The short word for a kind of agreement, as it stands beside its mark. */
export function shortKind(kind: string | undefined): string {
  if (kind === undefined) return 'Agreement';
  const words = kind.replaceAll('-', ' ');
  return SHORT_KINDS.find(([pattern]) => pattern.test(words))?.[1] ?? words;
}

/** What is written beside a mark: year and kind of an agreement, else its caption. */
export function markLabel(mark: Mark): string {
  if (labelOf(mark.node) !== 'Agreement') return mark.node.caption;
  const year = mark.year === null ? 'n.d.' : String(Math.floor(mark.year));
  return `${year} ${shortKind(textOf(mark.node, 'kind'))}`;
}
