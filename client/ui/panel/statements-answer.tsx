import type { Statement } from '../../../server/contract/graph.ts';
import type { StatementList } from '../../../server/contract/graph.ts';
import { nodeOf } from '../../graph/graph-data.ts';
import { standingLine } from '../../graph/describe-node.ts';
import { conflictGroups } from '../../state/conflict-groups.ts';
import { useApp } from '../explorer-context.ts';
import { EntityLink } from '../parts/entity-link.tsx';
import { StatementView } from '../parts/statement-view.tsx';

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
