import { nodeOf } from '../../graph/graph-data.ts';
import { verbOf } from '../../graph/wording.ts';
import { edgeOf } from '../../graph/graph-data.ts';
import { numberOf, textOf } from '../../graph/read-node.ts';
import type { EdgeResponse } from '../../../server/contract/graph.ts';
import type { KnownData } from '../../state/app-state.ts';
import { useResource } from '../explorer-context.ts';
import { EntityLink } from '../parts/entity-link.tsx';
import { ResourceView } from '../parts/resource-view.tsx';
import { StatementView } from '../parts/statement-view.tsx';

const EDGES_READ_MAX = 12;

/** Statements that cannot all be true, side by side; then the others. */
function EdgeStatements({ answer }: { readonly answer: EdgeResponse }) {
  const inConflict = new Set(answer.conflicts.flat());
  const byId = new Map(answer.statements.map((statement) => [statement.id, statement]));
  return (
    <>
      {answer.conflicts.map((ids) => (
        <div key={ids.join(' ')} className="conflict" role="group" aria-label="Sources disagree">
          <p className="conflict-title">The sources disagree</p>
          <div className="side-by-side">
            {ids
              .flatMap((id) => byId.get(id) ?? [])
              .map((statement) => (
                <StatementView key={statement.id} statement={statement} />
              ))}
          </div>
        </div>
      ))}
      {answer.statements
        .filter((statement) => !inConflict.has(statement.id))
        .map((statement) => (
          <StatementView key={statement.id} statement={statement} />
        ))}
    </>
  );
}

function OneEdge({ id, data }: { readonly id: string; readonly data: KnownData }) {
  const key = `edge ${id}`;
  const resource = useResource(key, (api) => api.edge(id));
  const edge = edgeOf(data.graph, id);
  const passages = edge ? (numberOf(edge, 'passages') ?? 0) : 0;
  return (
    <section className="edge-details">
      {edge && (
        <h1 className="edge-sentence">
          <EntityLink id={edge.source} caption={nodeOf(data.graph, edge.source)?.caption ?? edge.source} />{' '}
          {verbOf(edge.type, textOf(edge, 'role'))}{' '}
          <EntityLink id={edge.target} caption={nodeOf(data.graph, edge.target)?.caption ?? edge.target} />
        </h1>
      )}
      {edge && (
        <p className="quiet">
          {passages} {passages === 1 ? 'passage' : 'passages'} in {edge.documents} independent{' '}
          {edge.documents === 1 ? 'document' : 'documents'}
        </p>
      )}
      <ResourceView resource={resource} resourceKey={key}>
        {(answer) => <EdgeStatements answer={answer} />}
      </ResourceView>
    </section>
  );
}

/** The relationships behind a line: what each says, who says so, and where sources disagree. */
export function EdgeDetails({ ids, data }: { readonly ids: readonly string[]; readonly data: KnownData }) {
  const shown = ids.slice(0, EDGES_READ_MAX);
  return (
    <div className="edges">
      {shown.map((id) => (
        <OneEdge key={id} id={id} data={data} />
      ))}
      {ids.length > shown.length && (
        <p className="quiet">
          Shown: {shown.length} of {ids.length} relationships behind this line
        </p>
      )}
    </div>
  );
}
