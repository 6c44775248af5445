import { Button } from 'react-aria-components';

import type { GraphNode } from '../../../server/contract/graph.ts';
import { nodeOf } from '../../graph/graph-data.ts';
import { labelOf, textOf } from '../../graph/read-node.ts';
import { standingStyle } from '../../graph/line-style.ts';
import { shoresOf } from '../../state/derive-scene.ts';
import { useApp, useRun } from '../explorer-context.ts';

/** The sign of an entity as on the canvas: shape by type, colour by shore. */
export function EntityMark({ node }: { readonly node: GraphNode }) {
  const data = useApp((state) => state.data);
  const shores = data ? shoresOf(data) : null;
  const label = labelOf(node);
  const country = textOf(node, 'country');
  const side =
    country === undefined
      ? 'none'
      : country === shores?.[0]
        ? 'left'
        : country === shores?.[1]
          ? 'right'
          : 'none';
  const isActor = label === 'Organisation' || label === 'Place';
  const shape =
    label === 'Agreement'
      ? standingStyle(node) === 'solid'
        ? 'square'
        : 'square hollow'
      : isActor
        ? side === 'none' && label === 'Organisation'
          ? 'diamond'
          : 'disc'
        : label === 'Person' || label === 'Event' || label === 'Document'
          ? 'disc small'
          : 'disc hollow';
  return <span className={`mark ${shape} ${isActor ? `shore-${side}` : ''}`} aria-hidden="true" />;
}

/** An entity's name that leads to it; with Shift, Ctrl or ⌘ held it joins the selection. */
export function EntityLink({ id, caption }: { readonly id: string; readonly caption?: string }) {
  const node = useApp((state) => (state.data ? nodeOf(state.data.graph, id) : undefined));
  const run = useRun();
  if (!node) return <span>{caption ?? id}</span>;
  return (
    <Button
      className="entity-link"
      onPress={({ shiftKey, ctrlKey, metaKey }) =>
        run(shiftKey || ctrlKey || metaKey ? 'add-to-selection' : 'go-to', { kind: 'node', id })
      }
    >
      <EntityMark node={node} />
      <span>{caption ?? node.caption}</span>
    </Button>
  );
}
