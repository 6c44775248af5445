import type { PathsResponse } from '../../../server/contract/explore.ts';
import type { StatementList } from '../../../server/contract/graph.ts';
import { describeDate } from '../../../server/contract/date-words.ts';
import { nodeOf } from '../../graph/graph-data.ts';
import { kindLine } from '../../graph/describe-node.ts';
import { signedIn } from '../../graph/questions.ts';
import { textOf } from '../../graph/read-node.ts';
import { answerKey } from '../../state/answers.ts';
import type { KnownData } from '../../state/app-state.ts';
import type { Question } from '../../state/view-state.ts';
import { useResource } from '../explorer-context.ts';
import { EntityLink } from '../parts/entity-link.tsx';
import { ResourceView } from '../parts/resource-view.tsx';
import { loadAnswer } from '../stage/use-answer.ts';
import { PathAnswer } from './path-answer.tsx';
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
  const key = answerKey(question);
  const resource = useResource<unknown>(key, (api) => loadAnswer(question, api));
  if (question.kind === 'signed') return <SignedAnswer year={question.year} data={data} />;
  return (
    <ResourceView resource={resource} resourceKey={key ?? ''}>
      {(answer) =>
        question.kind === 'path' ? (
          <PathAnswer
            answer={answer as PathsResponse}
            index={question.index}
            fromCaption={nodeOf(data.graph, question.from)?.caption ?? question.from}
            toCaption={nodeOf(data.graph, question.to)?.caption ?? question.to}
          />
        ) : (
          <StatementsAnswer kind={question.kind} answer={answer as StatementList} />
        )
      }
    </ResourceView>
  );
}
