import { useCallback, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';

import type { Subgraph } from '../../../../server/contract/graph.ts';
import { answerScene, edgesBetween } from '../../../graph/answer/answer-scene.ts';
import { formatCount } from '../../../graph/answer/describe-answer.ts';
import type { EdgesAmong } from '../../../api/edges-among.ts';
import type { KnownData } from '../../../state/app-state.ts';
import type { Resource } from '../../../state/resource-store.ts';
import { shoresOf } from '../../../state/derive-scene.ts';
import { useApp, useResource } from '../../explorer-context.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { useSize } from '../../stage/use-size.ts';
import { AnswerPicture, type AnswerScene } from './answer-picture.tsx';

/** Above this the picture is drawn only when the reader asks for it. */
const DRAWN_UNASKED_MAX = 1_000;

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
  return asked?.status === 'ready' && !asked.value.isWhole ? (
    <span>too many things to look for all of them</span>
  ) : null;
}

function Frame({ graph, data }: { readonly graph: Subgraph; readonly data: KnownData }) {
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const { edges, asked } = useBetween(graph, data);
  const scene = useMemo(
    (): AnswerScene => ({ kind: 'force', force: answerScene(graph, edges), shores: shoresOf(data) }),
    [graph, edges, data],
  );
  return (
    <div className="result-picture">
      <div className="canvas-frame" ref={frame}>
        {width > 0 && height > 0 && <AnswerPicture scene={scene} />}
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
