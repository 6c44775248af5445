import type { PathsResponse } from '../../../server/contract/paths.ts';
import type { KnownData } from '../../state/app-state.ts';
import { pathTitle } from '../../state/path-list.ts';
import { PATHS_MAX, pathsQueryOf, type PathQuestion } from '../../state/path-question.ts';
import type { Resource } from '../../state/resource-store.ts';
import { CommandButton } from '../parts/command-button.tsx';
import { ChosenPath } from './chosen-path.tsx';
import { NoPath } from './no-path.tsx';
import { PathEnds } from './path-ends.tsx';
import { PathList } from './path-list.tsx';
import { SearchOptions } from './path-options.tsx';
import { SearchState } from './search-state.tsx';

interface FoundProps {
  readonly answer: PathsResponse;
  readonly question: PathQuestion;
  readonly data: KnownData;
}

function Found({ answer, question, data }: FoundProps) {
  const { options } = question;
  const path = answer.paths[question.index] ?? answer.paths[0];
  if (!path) {
    return (
      <>
        {answer.reason?.nearestMissPath && <PictureTools />}
        <NoPath reason={answer.reason} searched={answer.searched} options={options} data={data} />
      </>
    );
  }
  return (
    <>
      <PictureTools />
      <PathList answer={answer} question={question} />
      {answer.truncated &&
        (options.k === PATHS_MAX ? (
          <p className="quiet">There are more than these {PATHS_MAX}: narrow the search to see others.</p>
        ) : (
          <CommandButton id="more-paths" hasText className="framed" />
        ))}
      <ChosenPath
        key={question.index}
        path={path}
        robustness={answer.robustness}
        withoutDocument={options.withoutDocument ?? []}
      />
    </>
  );
}

/** What to do with the answer on the canvas. */
function PictureTools() {
  return (
    <div className="node-tools picture-tools" role="toolbar" aria-label="On the canvas">
      <CommandButton id="layered" hasText />
      <CommandButton id="add-paths" hasText />
      <CommandButton id="bridge" hasText />
      <CommandButton id="shared" hasText />
    </div>
  );
}

interface Props {
  readonly question: PathQuestion;
  readonly resource: Resource<PathsResponse> | undefined;
  readonly resourceKey: string;
  readonly data: KnownData;
}

/** How two institutions are connected: the ends, what is searched, the paths by rank, and one of them to read. */
export function PathPanel({ question, resource, resourceKey, data }: Props) {
  const searched = resource?.status === 'ready' ? resource.value.searched : null;
  const isWhole = pathsQueryOf(question) !== null;
  return (
    <section className="answer path-answer">
      <h1>{pathTitle(question, data.graph)}</h1>
      <PathEnds question={question} data={data} />
      <SearchOptions options={question.options} searched={searched} data={data} />
      {isWhole ? (
        <SearchState resource={resource} resourceKey={resourceKey}>
          {(answer) => <Found answer={answer} question={question} data={data} />}
        </SearchState>
      ) : (
        <p className="quiet">Choose both ends: type a name, or right-click an institution in the picture.</p>
      )}
    </section>
  );
}
