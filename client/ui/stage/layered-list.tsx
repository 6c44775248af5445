import type { GraphEdge } from '../../../server/contract/graph.ts';
import type { LayeredSource } from '../../graph/layered/layered-source.ts';
import { textOf } from '../../graph/read-node.ts';
import { verbOf } from '../../graph/wording.ts';
import { EntityLink } from '../parts/entity-link.tsx';
import { walkList } from './walk-list.ts';

function EdgeSentence({ edge }: { readonly edge: GraphEdge }) {
  return (
    <li className="list-row">
      <EntityLink id={edge.source} /> <span className="quiet">{verbOf(edge.type, textOf(edge, 'role'))}</span>{' '}
      <EntityLink id={edge.target} />
    </li>
  );
}

/** The paths in words: a heading each, an item a hop. Up and down walk from name to name. */
export function LayeredList({ source }: { readonly source: LayeredSource }) {
  const byId = new Map(source.edges.map((edge) => [edge.id, edge]));
  const walks = source.walks.length > 0 ? source.walks : [{ nodes: [], edges: [...byId.keys()] }];
  return (
    <div className="list-view" role="region" aria-label="The same as a list" onKeyDown={walkList}>
      {walks.map((walk, place) => (
        <section
          key={[...walk.nodes, ...walk.edges].join(' ')}
          aria-label={source.isMiss ? 'The nearest miss' : `Path ${place + 1}`}
        >
          {source.isMiss && <h2>The nearest miss, no path</h2>}
          {walks.length > 1 && <h2>Path {place + 1}</h2>}
          {walk.edges.length === 0 && walk.nodes.map((id) => <EntityLink key={id} id={id} />)}
          <ul className="list-rows">
            {walk.edges.map((id) => {
              const edge = byId.get(id);
              return edge && <EdgeSentence key={id} edge={edge} />;
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}
