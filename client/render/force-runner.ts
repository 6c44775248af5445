import FA2Layout from 'graphology-layout-forceatlas2/worker';

import type { SigmaGraph } from './build-sigma-graph.ts';

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
          strongGravityMode: false,
          gravity: graph.order > 100 ? 0.4 : 0.8,
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
