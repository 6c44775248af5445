import { Button } from 'react-aria-components';

import type { FoundPathOnWire, PathsResponse } from '../../../server/contract/paths.ts';
import { idOf } from '../../state/answers.ts';
import { hopsText } from '../../state/path-list.ts';
import { useApp, useRun } from '../explorer-context.ts';
import { EntityLink } from '../parts/entity-link.tsx';
import { Told } from './told.tsx';

function Steps({ path }: { readonly path: FoundPathOnWire }) {
  return (
    <ol className="path-steps" aria-label="On the way">
      {path.nodes.map((node) => (
        <li key={idOf(node)}>
          <EntityLink id={idOf(node)} {...(typeof node === 'string' ? {} : { caption: node.caption })} />
        </li>
      ))}
    </ol>
  );
}

/** The documents that this path falls with, one by one; others may be left without them. */
function SoleDocuments({ path }: { readonly path: FoundPathOnWire }) {
  const documents = useApp((state) => state.data?.documents);
  const sole = path.support?.soleDocuments ?? [];
  if (sole.length === 0) return null;
  const titles = sole.map((id) => documents?.find((document) => document.id === id)?.title ?? id);
  return (
    <p>
      This path falls without{' '}
      {titles.map((title, place) => (
        <span key={sole[place]}>
          {place > 0 && (place === titles.length - 1 ? ' or ' : ', ')}
          <cite>{title}</cite>
        </span>
      ))}
      .
    </p>
  );
}

/** The hop that the fewest sources carry, and where to read them. */
function WeakestHop({ path }: { readonly path: FoundPathOnWire }) {
  const run = useRun();
  const { support } = path;
  const edge = support && path.edges[support.weakestHop];
  if (!support || edge === undefined) return null;
  return (
    <p>
      {support.sentence}{' '}
      <Button className="evidence" onPress={() => run('select', { kind: 'edges', ids: [idOf(edge)] })}>
        who says so
      </Button>
    </p>
  );
}

type Robustness = NonNullable<PathsResponse['robustness']>;
type Without = Robustness['withoutDocument'][number];

function WithoutItem({ entry, known }: { readonly entry: Without; readonly known: readonly string[] }) {
  const run = useRun();
  return (
    <li>
      <p>
        <span className={`verdict ${entry.survives ? 'survives' : 'falls'}`}>
          {entry.survives ? 'still connected' : 'no longer connected'}
        </span>{' '}
        without {entry.title}
      </p>
      {entry.path && (
        <p className="quiet">
          {hopsText(entry.path.length)}: {entry.path.captions.join(' – ')}
        </p>
      )}
      <Button
        className="link-button"
        aria-label={`Search without ${entry.title}`}
        onPress={() =>
          run('path-options', {
            kind: 'path-options',
            label: 'Search without a document',
            options: { withoutDocument: [...known, entry.document] },
          })
        }
      >
        Search without it
      </Button>
    </li>
  );
}

/** What happens when a document is taken away. */
function RobustnessView({
  robustness,
  known,
}: {
  readonly robustness: Robustness;
  readonly known: readonly string[];
}) {
  return (
    <section aria-label="How firmly it stands">
      <h2>How firmly it stands</h2>
      <p>{robustness.sentence}</p>
      {robustness.withoutDocument.length > 0 && (
        <ul className="without-documents" aria-label="Without each document">
          {robustness.withoutDocument.map((entry) => (
            <WithoutItem key={entry.document} entry={entry} known={known} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface Props {
  readonly path: FoundPathOnWire;
  readonly robustness: Robustness | undefined;
  /** Documents that the search does without already. */
  readonly withoutDocument: readonly string[];
}

/** The path that is read: its paragraph and citations, how firmly it stands, and whether it ever held at one time. */
export function ChosenPath({ path, robustness, withoutDocument }: Props) {
  return (
    <section className="chosen-path" aria-label="The chosen path">
      <Steps path={path} />
      <Told narrative={path.narrative} citations={path.citations}>
        {path.time?.sentence !== undefined && (
          <p className={path.time.code === 'never-together' ? 'time-warning' : ''}>{path.time.sentence}</p>
        )}
        <WeakestHop path={path} />
        <SoleDocuments path={path} />
        {robustness && <RobustnessView robustness={robustness} known={withoutDocument} />}
      </Told>
    </section>
  );
}
