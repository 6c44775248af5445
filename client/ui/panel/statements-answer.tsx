import type { Statement } from '../../../server/contract/graph.ts';
import type { StatementList } from '../../../server/contract/graph.ts';
import { nodeOf } from '../../graph/graph-data.ts';
import { standingLine } from '../../graph/describe-node.ts';
import { useApp } from '../explorer-context.ts';
import { EntityLink } from '../parts/entity-link.tsx';
import { StatementView } from '../parts/statement-view.tsx';

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

function Disputed({ statements }: { readonly statements: readonly Statement[] }) {
  return conflictGroups(statements).map((group) => (
    <div key={group[0]?.id} className="conflict" role="group" aria-label="Sources disagree">
      <p className="conflict-title">
        <EntityLink id={group[0]?.subject ?? ''} caption={group[0]?.subjectCaption ?? ''} />
      </p>
      <div className="side-by-side">
        {group.map((statement) => (
          <StatementView key={statement.id} statement={statement} />
        ))}
      </div>
    </div>
  ));
}

function Ended({ statements }: { readonly statements: readonly Statement[] }) {
  const graph = useApp((state) => state.data?.graph);
  const subjects = [...new Set(statements.map((statement) => statement.subject))];
  return subjects.map((id) => {
    const own = statements.filter((statement) => statement.subject === id);
    const node = graph ? nodeOf(graph, id) : undefined;
    const standing = node ? standingLine(node) : null;
    return (
      <div key={id} className="ended">
        <p>
          <EntityLink id={id} caption={own[0]?.subjectCaption ?? id} />{' '}
          {standing !== null && <span className="quiet">{standing}</span>}
        </p>
        {own.map((statement) => (
          <StatementView key={statement.id} statement={statement} />
        ))}
      </div>
    );
  });
}

/** Statements about ended terms, or those that disagree, side by side. */
export function StatementsAnswer({
  kind,
  answer,
}: {
  readonly kind: 'ended' | 'disputed';
  readonly answer: StatementList;
}) {
  return (
    <section className="answer">
      <h1>{kind === 'ended' ? 'Whose stated term has ended' : 'Where the sources disagree'}</h1>
      {answer.statements.length === 0 && <p className="quiet">Nothing, as far as these documents go.</p>}
      {kind === 'ended' ? (
        <Ended statements={answer.statements} />
      ) : (
        <Disputed statements={answer.statements} />
      )}
      {answer.truncated && (
        <p className="quiet">
          Shown: {answer.statements.length} of {answer.total}
        </p>
      )}
    </section>
  );
}
