import type { StatementList } from '../../../server/contract/graph.ts';
import { describeDate } from '../../../server/contract/date-words.ts';
import { kindLine } from '../../graph/describe-node.ts';
import { signedIn } from '../../graph/questions.ts';
import { textOf } from '../../graph/read-node.ts';
import type { KnownData } from '../../state/app-state.ts';
import type { Resource } from '../../state/resource-store.ts';
import type { Question } from '../../state/view-state.ts';
import { EntityLink } from '../parts/entity-link.tsx';
import { ResourceView } from '../parts/resource-view.tsx';
import { BetweenPanel } from '../paths/between-panel.tsx';
import { PathPanel } from '../paths/path-panel.tsx';
import { SharedPanel } from '../paths/shared-panel.tsx';
import { useAnswerResource } from '../stage/use-answer.ts';
import { StatementsAnswer } from './statements-answer.tsx';

function SignedAnswer({ year, data }: { readonly year: number; readonly data: KnownData }) {
  const agreements = signedIn(data.graph, year);
  return (
    <section className="answer">
      <h1>Signed in {year}</h1>
      {agreements.length === 0 && <p className="quiet">No agreement has a signature dated {year}.</p>}
      <ul className="relation-list">
        {agreements.map((node) => (
          <li key={node.id} className="relation">
            <EntityLink id={node.id} />
            <span className="quiet">
              {' '}
              {describeDate(textOf(node, 'signed') ?? '')} · {kindLine(node)}
            </span>
          </li>
        ))}
      </ul>
      <p className="quiet">Agreements whose day of signature no source gives are not among them.</p>
    </section>
  );
}

/** The answer to the open question, in words. */
export function AnswerPanel({ question, data }: { readonly question: Question; readonly data: KnownData }) {
  const { key, resource } = useAnswerResource();
  // The answer under the key of a question has the shape that belongs to it.
  const props = { resource: resource as Resource<never> | undefined, resourceKey: key ?? '', data };
  switch (question.kind) {
    case 'signed':
      return <SignedAnswer year={question.year} data={data} />;
    case 'path':
      return <PathPanel question={question} {...props} />;
    case 'between':
      return <BetweenPanel question={question} {...props} />;
    case 'shared':
      return <SharedPanel question={question} {...props} />;
    default:
      return (
        <ResourceView<StatementList> resource={props.resource} resourceKey={props.resourceKey}>
          {(answer) => <StatementsAnswer kind={question.kind} answer={answer} />}
        </ResourceView>
      );
  }
}
