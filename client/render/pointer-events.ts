import type Sigma from 'sigma';

import { hitTest, type BridgeHit } from '../graph/bridge/hit-test.ts';
import { hitLayered } from '../graph/layered/layered-hit.ts';
import type { Scene } from '../graph/scene.ts';
import type { DrawnEdge, DrawnNode } from './drawn.ts';
import type { Transform } from './transform.ts';

/** What lies under a pointer. */
export type Picked =
  | { readonly kind: 'node'; readonly id: string }
  | { readonly kind: 'edges'; readonly ids: readonly string[] }
  | { readonly kind: 'band'; readonly id: string };

export interface PointerEvents {
  /** A click; null = on nothing. `isAdding` with Shift, Ctrl or ⌘ held. */
  onPick(picked: Picked | null, isAdding: boolean): void;
  /** A second click on the same entity. */
  onOpen(entity: string): void;
  /** A menu is asked for, at a place in the window. */
  onMenu(entity: string | null, at: { readonly x: number; readonly y: number }): void;
}

interface Surroundings {
  scene(): Scene | null;
  transform(): Transform;
  entityOf(key: string): string;
  hover(entity: string | null): void;
}

function pickedOf(hit: BridgeHit | null, scene: Extract<Scene, { kind: 'bridge' }>): Picked | null {
  switch (hit?.kind) {
    case 'stand':
      return { kind: 'node', id: hit.stand.stand.id };
    case 'mark':
      return { kind: 'node', id: hit.mark.mark.id };
    case 'link':
      return { kind: 'edges', ids: hit.link.edges };
    case 'row': {
      const row = hit.row.key;
      const ids = scene.picture.links.filter((link) => link.rowKey === row).flatMap((link) => link.edges);
      return { kind: 'edges', ids: [...new Set(ids)] };
    }
    case 'band':
      return hit.band.isClosed ? { kind: 'band', id: hit.band.id } : null;
    default:
      return null;
  }
}

function pickedOfLayers(scene: Extract<Scene, { kind: 'layered' }>, x: number, y: number): Picked | null {
  const hit = hitLayered(scene.picture, x, y);
  if (hit === null) return null;
  return hit.kind === 'node'
    ? { kind: 'node', id: hit.node.node.id }
    : { kind: 'edges', ids: [hit.line.edge.id] };
}

function isAdding(original: MouseEvent | TouchEvent): boolean {
  return original.shiftKey || original.ctrlKey || original.metaKey;
}

type SigmaView = Sigma<DrawnNode, DrawnEdge>;
type PickAt = (point: { x: number; y: number }) => Picked | null;

function listenToClicks(sigma: SigmaView, events: PointerEvents, around: Surroundings, pickAt: PickAt): void {
  let last: string | null = null;
  const pickNode = (node: string, original: MouseEvent | TouchEvent): void => {
    last = around.entityOf(node);
    events.onPick({ kind: 'node', id: last }, isAdding(original));
  };
  sigma.on('clickNode', ({ node, event }) => pickNode(node, event.original));
  sigma.on('clickEdge', ({ edge }) => events.onPick({ kind: 'edges', ids: [edge] }, false));
  sigma.on('clickStage', ({ event }) => events.onPick(pickAt(event), isAdding(event.original)));
  sigma.on('doubleClickNode', ({ node, event }) => {
    event.preventSigmaDefault();
    // Sigma tells two quick clicks on different nodes as one double click on the second.
    if (around.entityOf(node) !== last || isAdding(event.original)) pickNode(node, event.original);
    else events.onOpen(last);
  });
  const menu = (entity: string | null, original: MouseEvent | TouchEvent): void => {
    original.preventDefault();
    const at = 'clientX' in original ? original : original.touches[0];
    if (at) events.onMenu(entity, { x: at.clientX, y: at.clientY });
  };
  sigma.on('rightClickNode', ({ node, event }) => menu(around.entityOf(node), event.original));
  sigma.on('rightClickStage', ({ event }) => {
    const picked = pickAt(event);
    menu(picked?.kind === 'node' ? picked.id : null, event.original);
  });
}

function listenToHover(sigma: SigmaView, around: Surroundings, pickAt: PickAt): () => void {
  const container = sigma.getContainer();
  let isOnNode = false;
  const point = (isPointing: boolean): void => {
    container.style.cursor = isPointing ? 'pointer' : '';
  };
  sigma.on('enterNode', ({ node }) => {
    isOnNode = true;
    point(true);
    around.hover(around.entityOf(node));
  });
  sigma.on('leaveNode', () => {
    isOnNode = false;
    point(false);
    around.hover(null);
  });
  sigma.on('enterEdge', () => point(true));
  sigma.on('leaveEdge', () => point(false));
  sigma.on('moveBody', ({ event }) => {
    if (isOnNode || around.scene()?.kind === 'force') return;
    const picked = pickAt(event);
    point(picked !== null);
    around.hover(picked?.kind === 'node' ? picked.id : null);
  });
  const leave = (): void => around.hover(null);
  container.addEventListener('mouseleave', leave);
  return () => container.removeEventListener('mouseleave', leave);
}

/** Turns Sigma's pointer events into picks. Where the picture is placed, labels, lines and strips are found by geometry. */
export function listenToPointer(sigma: SigmaView, events: PointerEvents, around: Surroundings): () => void {
  const pickAt: PickAt = (at) => {
    const scene = around.scene();
    if (!scene || scene.kind === 'force') return null;
    const { x, y } = around.transform().invert(at);
    if (scene.kind === 'layered') return pickedOfLayers(scene, x, y);
    return pickedOf(hitTest(scene.picture, x, y), scene);
  };
  listenToClicks(sigma, events, around, pickAt);
  return listenToHover(sigma, around, pickAt);
}
