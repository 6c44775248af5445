import type { ResultSummary } from 'neo4j-driver';

import type { Notification } from '../../contract/explore.ts';
import { positionOf } from '../../cypher/tokenise.ts';

type Status = ResultSummary['gqlStatusObjects'][number];

/** Our words for the states that console texts meet most; the others get a code from the database's own title. */
const CODES: ReadonlyMap<string, string> = new Map([
  ['01N50', 'missing-label'],
  ['01N51', 'missing-relationship-type'],
  ['01N52', 'missing-property'],
  ['03N90', 'cartesian-product'],
  ['03N91', 'unbounded-pattern'],
]);
/** What the service says itself, for both engines alike. */
const PARAMETER_MISSING = '01N60';

function splitDescription(text: string): { title: string; description: string } {
  const [, title = 'note', description = text] = /^\w+: ([^.]+)\. ?([^]*)$/u.exec(text) ?? [];
  return { title: title.charAt(0).toUpperCase() + title.slice(1), description: description || text };
}

function codeOf(status: Status, title: string): string {
  if (status.classification === 'DEPRECATION') return 'deprecated';
  return CODES.get(status.gqlStatus) ?? title.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-');
}

/**
 * What the planner said of a statement, in the order of the text.
 * @param before characters that stood before the text when it was planned
 */
export function toNotifications(summary: ResultSummary, text: string, before: number): Notification[] {
  return summary.gqlStatusObjects
    .filter((status) => status.isNotification && status.gqlStatus !== PARAMETER_MISSING)
    .map((status): Notification => {
      const { title, description } = splitDescription(status.statusDescription);
      const offset = status.position?.offset;
      return {
        code: codeOf(status, title),
        severity: status.severity === 'WARNING' ? 'warning' : 'information',
        title,
        description,
        ...(offset === undefined ? {} : { position: positionOf(text, Math.max(0, Number(offset) - before)) }),
      };
    })
    .sort((one, other) => (one.position?.offset ?? 0) - (other.position?.offset ?? 0));
}
