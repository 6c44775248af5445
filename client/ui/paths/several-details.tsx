import { Button } from 'react-aria-components';

import { nodeOf } from '../../graph/graph-data.ts';
import type { KnownData } from '../../state/app-state.ts';
import { useRun } from '../explorer-context.ts';
import { CommandButton } from '../parts/command-button.tsx';
import { EntityLink } from '../parts/entity-link.tsx';
import { Icon } from '../parts/icons.tsx';

/** Several entities side by side, and what can be asked about them together. */
export function SeveralDetails({ ids, data }: { readonly ids: readonly string[]; readonly data: KnownData }) {
  const run = useRun();
  return (
    <section className="several-details">
      <h1>{ids.length} selected</h1>
      <ul aria-label="Selected">
        {ids.map((id) => (
          <li key={id} className="several-item">
            <EntityLink id={id} caption={nodeOf(data.graph, id)?.caption ?? id} />
            <Button
              className="button icon-only small"
              aria-label={`Take ${nodeOf(data.graph, id)?.caption ?? id} out of the selection`}
              onPress={() => run('add-to-selection', { kind: 'node', id })}
            >
              <Icon name="close" />
            </Button>
          </li>
        ))}
      </ul>
      <div className="node-tools" role="toolbar" aria-label="What to ask about them">
        {ids.length === 2 ? (
          <>
            <CommandButton id="connect" hasText />
            <CommandButton id="shared" hasText />
          </>
        ) : (
          <CommandButton id="between" hasText />
        )}
      </div>
      <p className="quiet">Hold Shift or Ctrl and click to take more into the selection, or out of it.</p>
    </section>
  );
}
