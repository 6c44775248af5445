import { Button } from 'react-aria-components';

import type { BetweenResponse } from '../../../server/contract/paths.ts';
import { HUB_LABELS } from '../../../server/contract/vocabulary.ts';
import { nodeOf } from '../../graph/graph-data.ts';
import type { KnownData } from '../../state/app-state.ts';
import type { BetweenQuestion, PathOptions } from '../../state/path-question.ts';
import type { Resource } from '../../state/resource-store.ts';
import { useRun } from '../explorer-context.ts';
import { CommandButton } from '../parts/command-button.tsx';
import { EntityLink } from '../parts/entity-link.tsx';
import { SearchOptions } from './path-options.tsx';
import { SearchState } from './search-state.tsx';
import { Told } from './told.tsx';

interface UnconnectedProps {
  readonly answer: BetweenResponse;
  readonly options: PathOptions;
}

function Unconnected({ answer, options }: UnconnectedProps) {
  const run = useRun();
  if (answer.unconnected.length === 0) return null;
  return (
    <section className="no-path" aria-label="Not connected">
      <h2>Not connected with the others</h2>
      <ul>
        {answer.unconnected.map((id) => (
          <li key={id}>
            <EntityLink id={id} />
          </li>
        ))}
      </ul>
      {answer.reason && <p>{answer.reason.message}</p>}
      {answer.reason?.nearestMiss !== undefined && <p>{answer.reason.nearestMiss}</p>}
      {options.hubs === undefined && (
        <Button
          className="button with-text framed"
          onPress={() =>
            run('path-options', {
              kind: 'path-options',
              label: 'Allow places, topics and documents',
              options: { hubs: [...HUB_LABELS] },
            })
          }
        >
          Try through places, topics and documents
        </Button>
      )}
    </section>
  );
}

interface Props {
  readonly question: BetweenQuestion;
  readonly resource: Resource<BetweenResponse> | undefined;
  readonly resourceKey: string;
  readonly data: KnownData;
}

/** What connects several institutions with each other: the small graph between them, told and cited. */
export function BetweenPanel({ question, resource, resourceKey, data }: Props) {
  const run = useRun();
  const captions = question.ids.map((id) => nodeOf(data.graph, id)?.caption ?? id);
  return (
    <section className="answer path-answer">
      <h1>What connects {`${captions.slice(0, -1).join(', ')} and ${captions.at(-1) ?? ''}`}</h1>
      <Button className="link-button" onPress={() => run('select', { kind: 'nodes', ids: question.ids })}>
        Choose others
      </Button>
      <SearchOptions options={question.options} searched={null} data={data} isBetween />
      <SearchState resource={resource} resourceKey={resourceKey}>
        {(answer) => (
          <>
            <div className="node-tools picture-tools" role="toolbar" aria-label="On the canvas">
              <CommandButton id="layered" hasText />
              <CommandButton id="add-paths" hasText />
              <CommandButton id="bridge" hasText />
            </div>
            <Unconnected answer={answer} options={question.options} />
            {answer.edges.length > 0 && <Told narrative={answer.narrative} citations={answer.citations} />}
            {answer.truncated && (
              <p className="quiet">
                The search was stopped by its deadline: a smaller graph may connect them.
              </p>
            )}
          </>
        )}
      </SearchState>
    </section>
  );
}
