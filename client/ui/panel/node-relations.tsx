import { Button } from 'react-aria-components';

import type { GraphEdge } from '../../../server/contract/graph.ts';
import { edgesAt, nodeOf, otherEnd, type GraphData } from '../../graph/graph-data.ts';
import { dateTextOf } from '../../graph/mark-date.ts';
import { describeDate } from '../../../server/contract/date-words.ts';
import { isFlagged, numberOf } from '../../graph/read-node.ts';
import { groupRelations, qualifierLine } from '../../graph/wording.ts';
import type { KnownData } from '../../state/app-state.ts';
import { useResource, useRun } from '../explorer-context.ts';
import { EntityLink } from '../parts/entity-link.tsx';

function byDateThenName(data: GraphData, id: string) {
  const keyOf = (edge: GraphEdge): string => {
    const node = nodeOf(data, otherEnd(edge, id));
    return `${(node && dateTextOf(node)) ?? '9999'} ${node?.caption ?? ''}`;
  };
  return (a: GraphEdge, b: GraphEdge): number => (keyOf(a) < keyOf(b) ? -1 : 1);
}

function Relation({
  edge,
  id,
  data,
}: {
  readonly edge: GraphEdge;
  readonly id: string;
  readonly data: GraphData;
}) {
  const run = useRun();
  const other = otherEnd(edge, id);
  const node = nodeOf(data, other);
  const date = node && edge.type !== 'PART_OF' ? dateTextOf(node) : null;
  const passages = numberOf(edge, 'passages') ?? 1;
  const qualifier = qualifierLine(edge);
  return (
    <li className="relation">
      <EntityLink id={other} />
      <span className="quiet">
        {date !== null && ` ${describeDate(date)}`}
        {qualifier !== '' && ` · ${qualifier}`}
      </span>
      {isFlagged(edge, 'disputed') && <span className="badge disputed">disputed</span>}
      <Button
        className="evidence"
        aria-label={`Who says so: ${node?.caption ?? other}, ${passages} ${passages === 1 ? 'passage' : 'passages'}`}
        onPress={() => run('select', { kind: 'edges', ids: [edge.id] })}
      >
        {passages} {passages === 1 ? 'passage' : 'passages'}
      </Button>
    </li>
  );
}

/** Relationships of an entity, grouped by what they say, each with its partner and its evidence. */
export function NodeRelations({ id, data }: { readonly id: string; readonly data: KnownData }) {
  const neighbours = useResource(data.isTruncated ? `neighbours ${id}` : null, (api) => api.neighbours(id));
  const local = edgesAt(data.graph, id);
  const edges = neighbours?.status === 'ready' ? neighbours.value.edges : local;
  const groups = groupRelations(edges, id);
  return (
    <div className="relations">
      {groups.map((group) => (
        <section key={group.heading}>
          <h2>
            {group.heading} <span className="quiet">{group.edges.length}</span>
          </h2>
          <ul className="relation-list">
            {group.edges.toSorted(byDateThenName(data.graph, id)).map((edge) => (
              <Relation key={edge.id} edge={edge} id={id} data={data.graph} />
            ))}
          </ul>
        </section>
      ))}
      {neighbours?.status === 'ready' && neighbours.value.truncated && (
        <p className="quiet">
          Shown: {neighbours.value.edges.length} of {neighbours.value.total}
        </p>
      )}
    </div>
  );
}
