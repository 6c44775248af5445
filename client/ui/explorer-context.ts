import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';

import type { ExplorerApi } from '../api/explorer-api.ts';
import type { CanvasPort, Target } from '../commands/command.ts';
import type { EditorPort } from '../commands/editor-port.ts';
import type { Registry } from '../commands/registry.ts';
import type { Session } from '../commands/session.ts';
import type { AppState } from '../state/app-state.ts';
import type { Resource, ResourceStore } from '../state/resource-store.ts';
import type { Store } from '../state/store.ts';

/** What the parts of the page work with; made once in main.tsx. */
export interface Explorer {
  readonly app: Store<AppState>;
  readonly resources: ResourceStore;
  readonly api: ExplorerApi;
  readonly registry: Registry;
  readonly session: Session;
  /** The canvas makes itself known while it is on the page; the answer takes it away again. */
  readonly registerCanvas: (canvas: CanvasPort) => () => void;
  /** The search box makes itself known, so that commands can put the cursor into it. */
  readonly registerSearch: (focus: (text?: string) => void) => () => void;
  /** The editor makes itself known while it is on the page. */
  readonly registerEditor: (editor: EditorPort) => () => void;
  /** The canvas on the page, or one that does nothing. */
  readonly canvas: CanvasPort;
}

export const ExplorerContext = createContext<Explorer | null>(null);

export function useExplorer(): Explorer {
  const explorer = useContext(ExplorerContext);
  if (!explorer) throw new Error('a part of the page stands outside of ExplorerContext');
  return explorer;
}

/** A part of the state; `select` must give the same value for the same state. */
export function useApp<T>(select: (state: AppState) => T): T {
  const { app } = useExplorer();
  return useSyncExternalStore(app.subscribe, () => select(app.get()));
}

/** Runs commands by id. */
export function useRun(): (id: string, target?: Target) => void {
  const { registry } = useExplorer();
  return (id, target) => void registry.run(id, target);
}

/** An answer of the service, asked for when it is first needed; null key = nothing is asked. */
export function useResource<T>(
  key: string | null,
  load: (api: ExplorerApi, signal: AbortSignal) => Promise<T>,
): Resource<T> | undefined {
  const { resources, api } = useExplorer();
  const resource = useSyncExternalStore(resources.store.subscribe, () =>
    key === null ? undefined : resources.peek<T>(key),
  );
  useEffect(() => {
    if (key !== null && resource === undefined) resources.ensure(key, (signal) => load(api, signal));
  });
  return resource;
}
