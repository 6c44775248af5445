import type { GraphNode } from '../../server/contract/graph.ts';
import { describeDatedMeaning, describeDate } from '../../server/contract/date-words.ts';
import { labelOf, modalityOf, numberOf, textOf, textsOf } from './read-node.ts';

/** `memorandum-of-understanding` as a person writes it. */
export function describeKind(kind: string): string {
  return kind.replaceAll('-', ' ');
}

const LABEL_NAMES: Readonly<Record<string, string>> = { Place: 'place', Topic: 'topic', Person: 'person' };

/** What an entity is, in lower case: its kind as stated, else its label; a group says how many. */
export function kindLine(node: GraphNode): string {
  const kinds = textsOf(node, 'kinds').length > 0 ? textsOf(node, 'kinds') : textsOf(node, 'kind');
  const label = labelOf(node);
  const what =
    kinds.length > 0 ? kinds.map(describeKind).join(' or ') : (LABEL_NAMES[label] ?? label.toLowerCase());
  if (node.properties['collective'] !== true) return what;
  const count = numberOf(node, 'count');
  return count === undefined ? `${what} · a group` : `${what} · a group of ${count}`;
}

/** How an agreement stands, with its end where one is stated: `stated term ended 15 Feb 2012`. */
export function standingLine(node: GraphNode): string | null {
  const standing = node.standing;
  if (!standing) return modalityOf(node) === 'stated' ? null : modalityOf(node);
  const until = standing.until === undefined ? '' : ` ${describeDate(standing.until)}`;
  switch (standing.code) {
    case 'in-force':
      return until === '' ? 'in force on stated terms' : `in force on stated terms until${until}`;
    case 'term-ended':
      return `stated term ended${until}`;
    case 'ended-unless-extended':
      return `ended${until} unless extended`;
    case 'not-concluded':
      return 'not concluded';
    default:
      return 'no end stated';
  }
}

/** One line for a tooltip: caption, kind, first dates, standing. */
export function titleLines(node: GraphNode): readonly string[] {
  const dates = textsOf(node, 'dates').slice(0, 3).map(describeDatedMeaning).join(', ');
  const facts = [kindLine(node), dates, standingLine(node) ?? ''].filter((text) => text !== '');
  return [node.caption, facts.join(' · ')];
}

/** A country by its name in English. */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

export function countryOf(node: GraphNode): string | undefined {
  return textOf(node, 'country');
}
