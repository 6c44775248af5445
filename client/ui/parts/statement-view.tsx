import type { Statement } from '../../../server/contract/graph.ts';
import { describeStatement } from '../../graph/wording.ts';
import { EntityLink } from './entity-link.tsx';
import { ReferenceView } from './reference-view.tsx';

interface Props {
  readonly statement: Statement;
  /** Shown in a list of statements about several things: say which. */
  readonly hasSubject?: boolean;
}

/** A statement as a sentence, its note, and where it is stated. */
export function StatementView({ statement, hasSubject = false }: Props) {
  const isRelation = statement.object !== undefined;
  return (
    <article className="statement">
      {hasSubject && !isRelation && <EntityLink id={statement.subject} caption={statement.subjectCaption} />}
      <p className="statement-text">
        {describeStatement(statement)}
        {statement.modality !== 'stated' && <span className="badge"> {statement.modality}</span>}
        {statement.conflictsWith.length > 0 && <span className="badge disputed"> disputed</span>}
        {statement.origin === 'curated' && <span className="badge"> curated name</span>}
      </p>
      {statement.note !== undefined && <p className="note">{statement.note}</p>}
      {statement.references.map((reference) => (
        <ReferenceView key={`${reference.document} ${reference.start}`} reference={reference} />
      ))}
    </article>
  );
}
