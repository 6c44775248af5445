import { useCallback, useMemo, useRef } from 'react';
import { Button } from 'react-aria-components';

import { answerFocus } from '../../../graph/answer/answer-scene.ts';
import { formatCount } from '../../../graph/answer/describe-answer.ts';
import type { Scene } from '../../../graph/scene.ts';
import type { GraphView, GraphViewEvents } from '../../../render/graph-view.ts';
import { exposeTestHook } from '../../../render/test-hook.ts';
import { useApp, useExplorer } from '../../explorer-context.ts';
import { Icon } from '../../parts/icons.tsx';
import { useGraphView } from '../../stage/use-graph-view.ts';

export type AnswerScene = Extract<Scene, { kind: 'force' }>;

/** A click leads to the same thing on the canvas and opens what is stated. */
function usePicks(scene: AnswerScene): GraphViewEvents {
  const { registry } = useExplorer();
  return useMemo((): GraphViewEvents => {
    const onPick: GraphViewEvents['onPick'] = (picked) => {
      if (picked?.kind === 'node') registry.run('go-to', picked);
      if (picked?.kind !== 'edges') return;
      const edge = scene.force.edges.find(({ id }) => id === picked.ids[0]);
      if (!edge) return;
      const { id, source, target } = edge;
      registry.run('show-relation', { kind: 'relation', id, source, target });
    };
    return {
      onPick,
      onOpen: (id) => void registry.run('explore', { kind: 'node', id }),
      onMenu: () => undefined,
      onCamera: () => undefined,
    };
  }, [registry, scene]);
}

const ZOOMS = [
  { name: 'Zoom out of the answer', icon: 'minus', act: (view: GraphView) => view.camera.zoomBy(1.5) },
  { name: 'Zoom into the answer', icon: 'plus', act: (view: GraphView) => view.camera.zoomBy(1 / 1.5) },
  { name: 'Show the whole answer', icon: 'fit', act: (view: GraphView) => view.camera.set(null) },
] as const;

/** A scene in a picture of its own, which is moved and zoomed by itself. */
export function AnswerPicture({ scene }: { readonly scene: AnswerScene }) {
  const container = useRef<HTMLDivElement>(null);
  const shown = useRef<GraphView | null>(null);
  const selection = useApp((state) => state.history.view.selection);
  const theme = useApp((state) => state.theme);
  const events = usePicks(scene);
  const focus = useMemo(() => {
    const node = selection?.kind === 'node' ? selection.id : null;
    return answerFocus(scene.force, node, selection?.kind === 'edges' ? selection.ids : []);
  }, [scene, selection]);
  const announce = useCallback((view: GraphView) => {
    shown.current = view;
    return exposeTestHook(view, '__setuAnswer');
  }, []);
  useGraphView(container, events, { scene, focus, camera: null, theme }, announce);
  const { nodes, edges } = scene.force;
  return (
    <>
      <div
        className="result-canvas"
        ref={container}
        role="img"
        aria-label={`${formatCount(nodes.length, 'thing')} and ${formatCount(edges.length, 'relationship')}. The table says the same in words.`}
      />
      <div className="answer-picture-tools" role="toolbar" aria-label="Picture of the answer">
        {ZOOMS.map(({ name, icon, act }) => (
          <Button
            key={name}
            className="button icon-only"
            aria-label={name}
            onPress={() => shown.current && act(shown.current)}
          >
            <Icon name={icon} />
          </Button>
        ))}
      </div>
    </>
  );
}
