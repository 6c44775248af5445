import { Button } from 'react-aria-components';

import type { PathsResponse } from '../../../server/contract/explore.ts';
import { textOf } from '../../graph/read-node.ts';
import { verbOf } from '../../graph/wording.ts';
import { idOf } from '../../state/answers.ts';
import { useRun } from '../explorer-context.ts';
import { CommandButton } from '../parts/command-button.tsx';
import { EntityLink } from '../parts/entity-link.tsx';
import { ReferenceView } from '../parts/reference-view.tsx';
import { narrativeParts, type NarrativePart } from './narrative-parts.ts';

type Path = PathsResponse['paths'][number];

/** A path by what lies between its ends: `via IJSC`, `directly`. */
function pathName(path: Path): string {
  const between = path.nodes.slice(1, -1).map((node) => (typeof node === 'string' ? node : node.caption));
  if (between.length === 0) {
    const edge = path.edges[0];
    return edge === undefined || typeof edge === 'string'
      ? 'directly'
      : `directly: ${verbOf(edge.type, textOf(edge, 'role'))}`;
  }
  return between.length > 2 ? `${path.length} steps via ${between[0]} …` : `via ${between.join(', ')}`;
}

interface Props {
  readonly answer: PathsResponse;
  readonly index: number;
  readonly fromCaption: string;
  readonly toCaption: string;
}

function Part({ part }: { readonly part: NarrativePart }) {
  if (part.kind === 'citation') return <sup>[{part.text}]</sup>;
  if (part.kind === 'strong') return <strong>{part.text}</strong>;
  if (part.kind === 'emphasis') return <em>{part.text}</em>;
  return <>{part.text}</>;
}

/** The paragraph of a path; numbers lead to its citations, emphasis stays emphasis. */
function Narrative({ text }: { readonly text: string }) {
  return (
    <div className="narrative">
      {text.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph}>
          {narrativeParts(paragraph).map((part) => (
            <Part key={part.start} part={part} />
          ))}
        </p>
      ))}
    </div>
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
      <CommandButton id="copy-path" hasText />
      {(path.citations ?? []).length > 0 && <h2>Citations</h2>}
      {(path.citations ?? []).map((citation, place) => (
        <ReferenceView
          key={`${citation.statement} ${citation.reference.start}`}
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
              key={[...candidate.nodes, ...candidate.edges].map(idOf).join(' ')}
              className="chip"
              aria-pressed={candidate === path}
              onPress={() => run('choose-path', { kind: 'path-index', index: place })}
            >
              {pathName(candidate)}
            </Button>
          ))}
          {answer.truncated && <span className="quiet">there are more</span>}
        </div>
      )}
      {path && <PathView path={path} />}
    </section>
  );
}
