import type { ForceScene } from '../graph/force-scene.ts';
import type { Point } from '../graph/seed-positions.ts';
import type { SigmaGraph } from './build-sigma-graph.ts';

/** From this many things on, a scene is the whole graph rather than an exploration. */
const WHOLE_FROM = 200;

/** Where things stood, remembered for the whole graph and for explorations apart: one is no help for the other. */
export interface PlaceMemory {
  keep(scene: ForceScene, graph: SigmaGraph): void;
  /** Places for a scene; none where it shares less than a third with what is remembered. */
  recall(scene: ForceScene): ReadonlyMap<string, Point>;
}

export function createPlaceMemory(): PlaceMemory {
  const whole = new Map<string, Point>();
  const exploration = new Map<string, Point>();
  const memoryOf = (scene: ForceScene): Map<string, Point> =>
    scene.nodes.length >= WHOLE_FROM ? whole : exploration;
  return {
    keep(scene, graph) {
      const memory = memoryOf(scene);
      graph.forEachNode((id, { x, y }) => memory.set(id, { x, y }));
    },
    recall(scene) {
      const memory = memoryOf(scene);
      const shared = scene.nodes.filter((node) => memory.has(node.id)).length;
      if (shared * 3 < scene.nodes.length) memory.clear();
      return new Map(memory);
    },
  };
}
