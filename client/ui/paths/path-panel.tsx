import type { PathsResponse } from '../../../server/contract/paths.ts';
import type { KnownData } from '../../state/app-state.ts';
import { pathTitle } from '../../state/path-list.ts';
import { PATHS_MAX, pathsQueryOf, type PathOptions, type PathQuestion } from '../../state/path-question.ts';
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
}

function Found({ answer, question }: FoundProps) {
  const { options } = question;
  const path = answer.paths[question.index] ?? answer.paths[0];
  if (!path) {
    return (
      <>
        {answer.reason?.nearestMissPath && <PictureTools />}
        <NoPath reason={answer.reason} options={options} />
      </>
    );
  }
  return (
    <>
      <PictureTools />
      <PathList answer={answer} question={question} />
      <Cut answer={answer} options={options} />
      <ChosenPath
        key={question.index}
        path={path}
        robustness={answer.robustness}
        withoutDocument={options.withoutDocument ?? []}
      />
    </>
  );
}

/** What cut the list, and what to do about it. */
function Cut({ answer, options }: { readonly answer: PathsResponse; readonly options: PathOptions }) {
  if (answer.truncatedBy === 'time') {
    return (
      <p className="quiet">
        The search was ended by its time limit: there may be others. Narrow it to see more.
      </p>
    );
  }
  if (!answer.truncated) return null;
  return answer.paths.length >= PATHS_MAX || options.k === PATHS_MAX ? (
    <p className="quiet">There are more than these {answer.paths.length}: narrow the search to see others.</p>
  ) : (
    <CommandButton id="more-paths" hasText className="framed" />
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
          {(answer) => <Found answer={answer} question={question} />}
        </SearchState>
      ) : (
        <p className="quiet">Choose both ends: type a name, or right-click an institution in the picture.</p>
      )}
    </section>
  );
}
