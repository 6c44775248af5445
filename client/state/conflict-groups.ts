import type { Statement } from '../../server/contract/graph.ts';

/** Statements in groups that disagree with each other, in the order of the answer. */
export function conflictGroups(statements: readonly Statement[]): readonly (readonly Statement[])[] {
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const seen = new Set<string>();
  const groups: Statement[][] = [];
  for (const statement of statements) {
    if (seen.has(statement.id)) continue;
    const group = [statement];
    for (const member of group) {
      seen.add(member.id);
      for (const id of member.conflictsWith) {
        const other = byId.get(id);
        if (other && !seen.has(id) && !group.includes(other)) group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}
