import { Button } from 'react-aria-components';

import type { GraphEdge } from '../../../server/contract/graph.ts';
import type { SharedResponse } from '../../../server/contract/paths.ts';
import { nodeOf } from '../../graph/graph-data.ts';
import { numberOf, textOf } from '../../graph/read-node.ts';
import { verbOf } from '../../graph/wording.ts';
import type { KnownData } from '../../state/app-state.ts';
import type { SharedQuestion } from '../../state/path-question.ts';
import type { Resource } from '../../state/resource-store.ts';
import { useRun } from '../explorer-context.ts';
import { CommandButton } from '../parts/command-button.tsx';
import { EntityLink } from '../parts/entity-link.tsx';
import { SearchState } from './search-state.tsx';

interface EvidenceProps {
  readonly edge: GraphEdge;
  readonly captionOf: (id: string) => string;
}

/** A relationship as a sentence that opens its evidence. */
function Evidence({ edge, captionOf }: EvidenceProps) {
  const run = useRun();
  const passages = numberOf(edge, 'passages') ?? 1;
  const sentence = `${captionOf(edge.source)} ${verbOf(edge.type, textOf(edge, 'role'))} ${captionOf(edge.target)}`;
  return (
    <li>
      <span className="quiet">{sentence}</span>
      <Button
        className="evidence"
        aria-label={`Who says so: ${sentence}`}
        onPress={() => run('select', { kind: 'edges', ids: [edge.id] })}
      >
        {passages === 1 ? '1 passage' : `${passages} passages`}
      </Button>
    </li>
  );
}

type Group = SharedResponse['groups'][number];

function GroupView({
  group,
  captionOf,
}: {
  readonly group: Group;
  readonly captionOf: EvidenceProps['captionOf'];
}) {
  return (
    <section>
      <h2>
        {group.title} <span className="quiet">{group.count}</span>
      </h2>
      <ul className="shared-things">
        {group.things.map(({ node, edges }) => (
          <li key={node?.id ?? edges.map((edge) => edge.id).join(' ')}>
            {node && <EntityLink id={node.id} caption={node.caption} />}
            <ul className="shared-edges">
              {edges.map((edge) => (
                <Evidence key={edge.id} edge={edge} captionOf={captionOf} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {group.things.length < group.count && (
        <p className="quiet">
          Shown: {group.things.length} of {group.count}
        </p>
      )}
    </section>
  );
}

interface Props {
  readonly question: SharedQuestion;
  readonly resource: Resource<SharedResponse> | undefined;
  readonly resourceKey: string;
  readonly data: KnownData;
}

/** Why two institutions are connected: what they have in common, in groups with counts. */
export function SharedPanel({ question, resource, resourceKey, data }: Props) {
  const { from, to } = question;
  const pair = { kind: 'nodes', ids: [from, to] } as const;
  const captionsOf = (answer: SharedResponse | null): EvidenceProps['captionOf'] => {
    const nodes = answer
      ? [
          answer.from,
          answer.to,
          ...answer.groups.flatMap(({ things }) => things.flatMap(({ node }) => node ?? [])),
        ]
      : [];
    const known = new Map(nodes.map((node) => [node.id, node.caption]));
    return (id) => known.get(id) ?? nodeOf(data.graph, id)?.caption ?? id;
  };
  const captionOf = captionsOf(null);
  return (
    <section className="answer shared-answer">
      <h1>
        What {captionOf(from)} and {captionOf(to)} share
      </h1>
      <div className="node-tools picture-tools" role="toolbar" aria-label="On the canvas">
        <CommandButton id="connect" target={pair} hasText />
        <CommandButton id="layered" hasText />
        <CommandButton id="add-paths" hasText />
      </div>
      <SearchState resource={resource} resourceKey={resourceKey}>
        {(answer) =>
          answer.groups.length === 0 ? (
            <p className="quiet">
              Nothing, as far as these documents go. A path may still lead from one to the other.
            </p>
          ) : (
            <>
              {answer.groups.map((group) => (
                <GroupView key={group.kind} group={group} captionOf={captionsOf(answer)} />
              ))}
            </>
          )
        }
      </SearchState>
    </section>
  );
}
