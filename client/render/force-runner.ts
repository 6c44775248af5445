import FA2Layout from 'graphology-layout-forceatlas2/worker';

import type { SigmaGraph } from './build-sigma-graph.ts';

/** Up to here what is drawn may well be in parts, as the answer to a statement is. */
const SMALL_ORDER = 100;

/** Milliseconds the layout may move things: longer for more of them. */
function runTimeMs(order: number): number {
  return Math.min(6_000, 1_200 + order * 4);
}

export interface ForceRunner {
  start(graph: SigmaGraph, onSettled: () => void): void;
  stop(): void;
  isRunning(): boolean;
}

/** ForceAtlas2 in its worker, for a limited time; it must be stopped before the graph is changed. */
export function createForceRunner(): ForceRunner {
  let layout: FA2Layout | null = null;
  let timer: number | undefined;
  const stop = (): void => {
    if (timer !== undefined) window.clearTimeout(timer);
    layout?.kill();
    layout = null;
    timer = undefined;
  };
  return {
    stop,
    isRunning: () => layout !== null,
    start(graph, onSettled) {
      stop();
      if (graph.order < 2) return onSettled();
      layout = new FA2Layout(graph, {
        settings: {
          barnesHutOptimize: graph.order > 300,
          linLogMode: true,
          // Weak gravity lets the parts of a small graph drift so far apart that each becomes a point.
          strongGravityMode: graph.order <= SMALL_ORDER,
          gravity: graph.order <= SMALL_ORDER ? 0.5 : 0.4,
          scalingRatio: 4,
          slowDown: 4,
          adjustSizes: false,
        },
      });
      layout.start();
      timer = window.setTimeout(() => {
        stop();
        onSettled();
      }, runTimeMs(graph.order));
    },
  };
}
