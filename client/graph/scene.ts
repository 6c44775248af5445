import type { BridgePicture } from './bridge/picture-types.ts';
import type { ForceScene } from './force-scene.ts';
import type { LayeredPicture } from './layered/layered-picture.ts';

/** What the canvas shows. */
export type Scene =
  | { readonly kind: 'bridge'; readonly picture: BridgePicture; readonly shores: readonly [string, string] }
  | {
      readonly kind: 'layered';
      readonly picture: LayeredPicture;
      readonly shores: readonly [string, string] | null;
    }
  | { readonly kind: 'force'; readonly force: ForceScene; readonly shores: readonly [string, string] | null };

/** The entities drawn next to one: on its rows in the bridge, its neighbours in the force layout; itself too. */
export function nearIn(scene: Scene, entity: string): ReadonlySet<string> {
  const near = new Set([entity]);
  if (scene.kind === 'bridge') {
    for (const row of scene.picture.rows) {
      const isParty = row.parties.includes(entity);
      if (!isParty && !row.marks.includes(entity)) continue;
      for (const id of row.parties) near.add(id);
      if (isParty) for (const id of row.marks) near.add(id);
    }
    return near;
  }
  const edges = scene.kind === 'layered' ? scene.picture.lines.map((line) => line.edge) : scene.force.edges;
  for (const edge of edges) {
    if (edge.source === entity) near.add(edge.target);
    if (edge.target === entity) near.add(edge.source);
  }
  return near;
}

/** Where lines stand for single relationships: those drawn at an entity. */
export function edgesIn(scene: Scene, entity: string): ReadonlySet<string> {
  if (scene.kind !== 'layered') return new Set();
  const edges = scene.picture.lines.map((line) => line.edge);
  return new Set(
    edges.filter(({ source, target }) => source === entity || target === entity).map(({ id }) => id),
  );
}
