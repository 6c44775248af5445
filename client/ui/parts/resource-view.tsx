import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';

import { ApiError } from '../../api/api-error.ts';
import type { Resource } from '../../state/resource-store.ts';
import { useExplorer } from '../explorer-context.ts';

interface Props<T> {
  readonly resource: Resource<T> | undefined;
  readonly resourceKey: string;
  readonly children: (value: T) => ReactNode;
}

/** An answer when it is there; before, that it is on its way; after a failure, why and a way on. */
export function ResourceView<T>({ resource, resourceKey, children }: Props<T>) {
  const { resources } = useExplorer();
  if (!resource || resource.status === 'loading') {
    return (
      <p className="quiet" role="status">
        Reading…
      </p>
    );
  }
  if (resource.status === 'ready') return <>{children(resource.value)}</>;
  const error = resource.status === 'failed' ? resource.error : new Error('It was given up.');
  return (
    <div className="failure" role="alert">
      <p>{error.message}</p>
      {error instanceof ApiError && error.hint !== undefined && <p className="quiet">{error.hint}</p>}
      <Button className="button with-text" onPress={() => resources.retry(resourceKey)}>
        Try again
      </Button>
    </div>
  );
}
