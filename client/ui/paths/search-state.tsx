import type { ReactNode } from 'react';

import type { Resource } from '../../state/resource-store.ts';
import { CommandButton } from '../parts/command-button.tsx';
import { ResourceView } from '../parts/resource-view.tsx';
import { useIsLate } from './use-is-late.ts';

/** A search shorter than this is over before it need be spoken of. */
const PROGRESS_AFTER_MS = 300;

/** A search that takes its time says so and can be given up. */
function Progress() {
  const isLate = useIsLate(PROGRESS_AFTER_MS);
  return (
    <div className="search-progress" role="status">
      {isLate && (
        <>
          <progress aria-label="Searching" />
          <span>Searching…</span>
          <CommandButton id="cancel-search" hasText />
        </>
      )}
    </div>
  );
}

function Cancelled() {
  return (
    <div className="search-progress" role="status">
      <span>The search was cancelled.</span>
      <CommandButton id="search-again" hasText />
    </div>
  );
}

interface Props<T> {
  readonly resource: Resource<T> | undefined;
  readonly resourceKey: string;
  readonly children: (value: T) => ReactNode;
}

/** The answer of a search: on its way with a way out, given up, failed, or there. */
export function SearchState<T>({ resource, resourceKey, children }: Props<T>) {
  if (!resource || resource.status === 'loading') return <Progress key={resourceKey} />;
  if (resource.status === 'cancelled') return <Cancelled />;
  return (
    <ResourceView resource={resource} resourceKey={resourceKey}>
      {children}
    </ResourceView>
  );
}
