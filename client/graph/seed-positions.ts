import type { ForceScene } from './force-scene.ts';
import { textOf } from './read-node.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const SHORE_OFFSET = 60;

/**
 * Where the force layout starts: things keep the place they had; a new one stands beside a neighbour that has one; the
 * rest on a spiral in id order, the two shores left and right. The same input gives the same places.
 */
export function seedPositions(
  scene: ForceScene,
  shores: readonly [string, string] | null,
  before: ReadonlyMap<string, Point>,
): ReadonlyMap<string, Point> {
  const neighbours = new Map<string, string[]>();
  for (const edge of scene.edges) {
    neighbours.set(edge.source, [...(neighbours.get(edge.source) ?? []), edge.target]);
    neighbours.set(edge.target, [...(neighbours.get(edge.target) ?? []), edge.source]);
  }
  const places = new Map<string, Point>();
  const sorted = scene.nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  sorted.forEach((node, index) => {
    const known = before.get(node.id);
    if (known) {
      places.set(node.id, known);
      return;
    }
    const angle = index * GOLDEN_ANGLE;
    const near = (neighbours.get(node.id) ?? []).toSorted().find((id) => before.has(id));
    const anchor = near === undefined ? undefined : before.get(near);
    if (anchor) {
      places.set(node.id, { x: anchor.x + 8 * Math.cos(angle), y: anchor.y + 8 * Math.sin(angle) });
      return;
    }
    const country = textOf(node, 'country');
    const shift = country === shores?.[0] ? -SHORE_OFFSET : country === shores?.[1] ? SHORE_OFFSET : 0;
    const radius = 6 * Math.sqrt(index + 1);
    places.set(node.id, { x: shift + radius * Math.cos(angle), y: radius * Math.sin(angle) });
  });
  return places;
}
