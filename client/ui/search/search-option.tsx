import { Text } from 'react-aria-components';

import { kindLine } from '../../graph/describe-node.ts';
import { nodeOf } from '../../graph/graph-data.ts';
import { useApp } from '../explorer-context.ts';
import { EntityMark } from '../parts/entity-link.tsx';
import { Icon } from '../parts/icons.tsx';
import type { SearchItem } from './use-search-hits.ts';

/** One line of the search's list. */
export function SearchOption({ item }: { readonly item: SearchItem }) {
  const node = useApp((state) =>
    item.kind === 'node' && state.data ? nodeOf(state.data.graph, item.id) : undefined,
  );
  if (item.kind === 'path') {
    return (
      <>
        <Icon name="path" />
        <Text slot="label">{item.text}</Text>
        <Text slot="description">How are they connected?</Text>
      </>
    );
  }
  return (
    <>
      {node ? <EntityMark node={node} /> : <span className="mark disc small" />}
      <Text slot="label">
        {item.text}
        {item.matched !== null && <span className="matched"> {item.matched}</span>}
      </Text>
      <Text slot="description">{node ? kindLine(node) : item.label.toLowerCase()}</Text>
    </>
  );
}
