import { useCallback, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';

import type { Subgraph } from '../../../../server/contract/graph.ts';
import { answerFocus, answerScene, edgesBetween } from '../../../graph/answer/answer-scene.ts';
import { formatCount } from '../../../graph/answer/describe-answer.ts';
import { edgeOf } from '../../../graph/graph-data.ts';
import type { Scene } from '../../../graph/scene.ts';
import type { GraphView, GraphViewEvents } from '../../../render/graph-view.ts';
import { exposeTestHook } from '../../../render/test-hook.ts';
import type { EdgesAmong } from '../../../api/edges-among.ts';
import type { KnownData } from '../../../state/app-state.ts';
import type { Resource } from '../../../state/resource-store.ts';
import { shoresOf } from '../../../state/derive-scene.ts';
import { useApp, useExplorer, useResource } from '../../explorer-context.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { useGraphView } from '../../stage/use-graph-view.ts';
import { useSize } from '../../stage/use-size.ts';

/** Above this the picture is drawn only when the reader asks for it. */
const DRAWN_UNASKED_MAX = 1_000;

const announce = (view: GraphView): (() => void) => exposeTestHook(view, '__setuAnswer');

type ForceSceneOnly = Extract<Scene, { kind: 'force' }>;

/** A click leads to the same thing on the canvas and opens what is stated. */
function usePicks(graph: Subgraph): GraphViewEvents {
  const { app, registry } = useExplorer();
  return useMemo((): GraphViewEvents => {
    const onPick: GraphViewEvents['onPick'] = (picked) => {
      if (picked?.kind === 'node') registry.run('go-to', picked);
      const id = picked?.kind === 'edges' ? picked.ids[0] : undefined;
      if (id === undefined) return;
      const data = app.get().data?.graph;
      const edge = graph.edges.find((candidate) => candidate.id === id) ?? (data && edgeOf(data, id));
      if (edge)
        registry.run('show-relation', { kind: 'relation', id, source: edge.source, target: edge.target });
    };
    return {
      onPick,
      onOpen: (id) => void registry.run('explore', { kind: 'node', id }),
      onMenu: () => undefined,
      onCamera: () => undefined,
    };
  }, [app, registry, graph]);
}

function Picture({ scene, graph }: { readonly scene: ForceSceneOnly; readonly graph: Subgraph }) {
  const container = useRef<HTMLDivElement>(null);
  const selection = useApp((state) => state.history.view.selection);
  const theme = useApp((state) => state.theme);
  const events = usePicks(graph);
  const focus = useMemo(
    () =>
      answerFocus(
        scene.force,
        selection?.kind === 'node' ? selection.id : null,
        selection?.kind === 'edges' ? selection.ids : [],
      ),
    [scene, selection],
  );
  useGraphView(container, events, { scene, focus, camera: null, theme }, announce);
  return (
    <div
      className="result-canvas"
      ref={container}
      role="img"
      aria-label={`${formatCount(scene.force.nodes.length, 'thing')} and ${formatCount(scene.force.edges.length, 'relationship')}. The table says the same in words.`}
    />
  );
}

/** The relationships between, asked of the service where the client does not hold the whole graph. */
function useBetween(graph: Subgraph, data: KnownData) {
  const isWanted = useApp((state) => state.history.view.hasEdgesBetween);
  const ids = useMemo(() => graph.nodes.map((node) => node.id), [graph]);
  const key = isWanted && data.isTruncated ? `edges among ${ids.join(' ')}` : null;
  const asked = useResource(key, (api) => api.edgesAmong(ids));
  const edges = useMemo(() => {
    if (!isWanted) return [];
    if (!data.isTruncated) return edgesBetween(graph, data.graph);
    const returned = new Set(graph.edges.map((edge) => edge.id));
    return asked?.status === 'ready' ? asked.value.edges.filter((edge) => !returned.has(edge.id)) : [];
  }, [graph, data, isWanted, asked]);
  return { edges, asked: key === null ? undefined : asked };
}

function BetweenNote({ asked }: { readonly asked: Resource<EdgesAmong> | undefined }) {
  if (asked?.status === 'loading') return <span>looking for the edges between…</span>;
  if (asked?.status === 'failed') return <span role="alert">{asked.error.message}</span>;
  return asked && !asked.value.isWhole ? <span>too many things to look for all of them</span> : null;
}

function Frame({ graph, data }: { readonly graph: Subgraph; readonly data: KnownData }) {
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const { edges, asked } = useBetween(graph, data);
  const scene = useMemo(
    (): ForceSceneOnly => ({ kind: 'force', force: answerScene(graph, edges), shores: shoresOf(data) }),
    [graph, edges, data],
  );
  return (
    <div className="result-picture">
      <div className="canvas-frame" ref={frame}>
        {width > 0 && height > 0 && <Picture scene={scene} graph={graph} />}
      </div>
      <p className="picture-line">
        <span>
          {formatCount(graph.nodes.length, 'thing')}, {formatCount(graph.edges.length, 'relationship')}
          {edges.length > 0 && ` and ${edges.length} between them`}
        </span>
        <BetweenNote asked={asked} />
        <CommandButton id="connect-answer" hasText />
      </p>
    </div>
  );
}

/** What was returned as a picture of its own; a large one is drawn when the reader wants it. */
export function ResultGraph({ graph }: { readonly graph: Subgraph }) {
  const data = useApp((state) => state.data);
  const [drawn, setDrawn] = useState<Subgraph | null>(null);
  const draw = useCallback(() => setDrawn(graph), [graph]);
  if (!data) return null;
  if (graph.nodes.length > DRAWN_UNASKED_MAX && drawn !== graph) {
    return (
      <div className="result-message">
        <p>The answer has {formatCount(graph.nodes.length, 'thing')}: a picture of them takes a moment.</p>
        <Button className="button with-text" onPress={draw}>
          Draw them
        </Button>
      </div>
    );
  }
  return <Frame graph={graph} data={data} />;
}
