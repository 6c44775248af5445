import { Button } from 'react-aria-components';

import type { PathsResponse } from '../../api/wire-types.ts';
import { idOf } from '../../state/answers.ts';
import { useExplorer, useRun } from '../explorer-context.ts';
import { CommandButton } from '../parts/command-button.tsx';
import { EntityLink } from '../parts/entity-link.tsx';
import { ReferenceView } from '../parts/reference-view.tsx';
import { narrativeParts } from './narrative-parts.ts';

type Path = PathsResponse['paths'][number];

interface Props {
  readonly answer: PathsResponse;
  readonly index: number;
  readonly fromCaption: string;
  readonly toCaption: string;
}

/** The paragraph of a path; numbers lead to its citations, emphasis stays emphasis. */
function Narrative({ text }: { readonly text: string }) {
  return (
    <div className="narrative">
      {text.split(/\n{2,}/).map((paragraph, place) => (
        <p key={place}>
          {narrativeParts(paragraph).map((part, index) =>
            part.kind === 'citation' ? (
              <sup key={index}>[{part.text}]</sup>
            ) : part.kind === 'strong' ? (
              <strong key={index}>{part.text}</strong>
            ) : part.kind === 'emphasis' ? (
              <em key={index}>{part.text}</em>
            ) : (
              <span key={index}>{part.text}</span>
            ),
          )}
        </p>
      ))}
    </div>
  );
}

function CopyPath({ path }: { readonly path: Path }) {
  const { app } = useExplorer();
  const copy = async (): Promise<void> => {
    const lines = (path.citations ?? []).map(
      (citation, place) =>
        `[${place + 1}] ${citation.reference.document}, paragraph ${citation.reference.paragraph ?? '–'}`,
    );
    try {
      await navigator.clipboard.writeText([path.narrative ?? '', '', ...lines].join('\n'));
      app.update((state) => ({ ...state, notice: 'Copied with its citations' }));
    } catch {
      app.update((state) => ({ ...state, notice: 'The browser did not allow copying' }));
    }
  };
  return (
    <Button className="button with-text" onPress={() => void copy()}>
      Copy as a note
    </Button>
  );
}

function PathView({ path }: { readonly path: Path }) {
  return (
    <>
      {path.narrative !== undefined && <Narrative text={path.narrative} />}
      <ol className="path-steps" aria-label="On the way">
        {path.nodes.map((node) => (
          <li key={idOf(node)}>
            <EntityLink id={idOf(node)} {...(typeof node === 'string' ? {} : { caption: node.caption })} />
          </li>
        ))}
      </ol>
      <CopyPath path={path} />
      {(path.citations ?? []).length > 0 && <h2>Citations</h2>}
      {(path.citations ?? []).map((citation, place) => (
        <ReferenceView
          key={`${citation.statement} ${place}`}
          reference={citation.reference}
          number={place + 1}
        />
      ))}
    </>
  );
}

function NoPath({ answer }: { readonly answer: PathsResponse }) {
  return (
    <>
      <p>{answer.reason?.message ?? 'There is no path between them in these documents.'}</p>
      {answer.reason?.nearestMiss !== undefined && <p className="quiet">{answer.reason.nearestMiss}</p>}
    </>
  );
}

/** How two institutions are connected: a path to read, the others to choose from, or why there is none. */
export function PathAnswer({ answer, index, fromCaption, toCaption }: Props) {
  const run = useRun();
  const path = answer.paths[index] ?? answer.paths[0];
  return (
    <section className="answer path-answer">
      <h1>
        {fromCaption} to {toCaption}
      </h1>
      <div className="node-tools">
        <CommandButton id="swap-path" hasText />
      </div>
      {!path && <NoPath answer={answer} />}
      {answer.paths.length > 1 && (
        <div className="path-choices" role="group" aria-label="Paths found">
          {answer.paths.map((candidate, place) => (
            <Button
              key={place}
              className="chip"
              aria-pressed={candidate === path}
              onPress={() => run('choose-path', { kind: 'path-index', index: place })}
            >
              {candidate.length} {candidate.length === 1 ? 'step' : 'steps'}
            </Button>
          ))}
          {answer.truncated && <span className="quiet">there are more</span>}
        </div>
      )}
      {path && <PathView path={path} />}
    </section>
  );
}
