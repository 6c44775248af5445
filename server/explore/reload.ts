import type { ReloadResponse } from '../contract/explore.ts';
import type { ExploreDeps, UseCase } from './explore-deps.ts';

/** Takes a new snapshot and reads the library again. */
export function createReload(deps: ExploreDeps): UseCase<Record<never, never>, ReloadResponse> {
  return async () => {
    await deps.library.refresh();
    const { revision, topology } = await deps.graph.refresh(true);
    return { revision, nodes: topology.nodeCount, edges: topology.edgeCount };
  };
}
