import type { BridgePicture } from './bridge/picture-types.ts';
import type { ForceScene } from './force-scene.ts';

/** What the canvas shows. */
export type Scene =
  | { readonly kind: 'bridge'; readonly picture: BridgePicture; readonly shores: readonly [string, string] }
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
  for (const edge of scene.force.edges) {
    if (edge.source === entity) near.add(edge.target);
    if (edge.target === entity) near.add(edge.source);
  }
  return near;
}
