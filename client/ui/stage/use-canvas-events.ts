import { useMemo } from 'react';

import type { GraphViewEvents } from '../../render/graph-view.ts';
import { useExplorer } from '../explorer-context.ts';
import type { MenuPlace } from './node-menu.tsx';

/** What the pointer and the camera do, as commands. */
export function useCanvasEvents(openMenu: (place: MenuPlace | null) => void): GraphViewEvents {
  const { app, registry } = useExplorer();
  return useMemo(
    (): GraphViewEvents => ({
      onPick(picked, isAdding) {
        openMenu(null);
        if (isAdding) {
          if (picked?.kind === 'node') registry.run('add-to-selection', picked);
        } else if (!picked) {
          if (app.get().history.view.selection) registry.run('clear');
        } else if (picked.kind === 'band') registry.run('toggle-band', picked);
        else registry.run('select', picked);
      },
      onOpen(entity) {
        registry.run('expand', { kind: 'node', id: entity });
      },
      onMenu(entity, at) {
        openMenu({ entity, x: at.x, y: at.y });
      },
      onCamera(camera, isFlight) {
        if (!isFlight) registry.run('move', { kind: 'camera', camera });
        else {
          app.update((state) => ({
            ...state,
            history: { ...state.history, view: { ...state.history.view, camera } },
          }));
        }
      },
    }),
    [app, registry, openMenu],
  );
}
