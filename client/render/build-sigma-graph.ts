import type { MultiGraph } from 'graphology';

import type { GraphNode } from '../../server/contract/graph.ts';
import type { PlacedMark, PlacedStand } from '../graph/bridge/picture-types.ts';
import { titleLines } from '../graph/describe-node.ts';
import type { Point } from '../graph/seed-positions.ts';
import { labelOf, textOf } from '../graph/read-node.ts';
import { standingStyle } from '../graph/line-style.ts';
import type { Scene } from '../graph/scene.ts';
import type { DrawnEdge, DrawnNode, Tone } from './drawn.ts';
import { HOLLOW, SHAPES } from './shape-program.ts';

export type SigmaGraph = MultiGraph<DrawnNode, DrawnEdge>;

const MARK_SIZE = 4.4;
const STAND_SIZE = 5;
const LAYER_NODE_SIZE = 5.5;
const LAYER_END_SIZE = 7;

/** Shape and hollowness by type: square agreement, ring programme, facility, mission, diamond joint body. */
function shapeOf(node: GraphNode): number {
  const isPast = standingStyle(node) !== 'solid';
  switch (labelOf(node)) {
    case 'Agreement':
      return SHAPES.square + (isPast ? HOLLOW : 0);
    case 'Programme':
    case 'Facility':
    case 'Mission':
    case 'Topic':
      return SHAPES.disc + HOLLOW;
    default:
      return SHAPES.disc;
  }
}

function toneOf(node: GraphNode, shores: readonly [string, string] | null): Tone {
  const label = labelOf(node);
  if (label === 'Organisation' || label === 'Place') {
    const country = textOf(node, 'country');
    if (country !== undefined && country === shores?.[0]) return 'left';
    if (country !== undefined && country === shores?.[1]) return 'right';
    return 'elsewhere';
  }
  return label === 'Agreement' || label === 'Programme' || label === 'Facility' || label === 'Mission'
    ? 'ink'
    : 'muted';
}

/** Outside the bridge an organisation of neither shore is drawn as the joint body it mostly is. */
function networkShape(node: GraphNode, shores: readonly [string, string] | null): number {
  const isJoint = labelOf(node) === 'Organisation' && toneOf(node, shores) === 'elsewhere';
  return isJoint ? SHAPES.diamond : shapeOf(node);
}

const COMMON = { color: '#000000', fill: '#ffffff', forceLabel: false, zIndex: 1, label: '' } as const;

function drawStand(placed: PlacedStand, heightPx: number): DrawnNode {
  const { stand, label } = placed;
  return {
    ...COMMON,
    x: placed.x,
    y: heightPx - placed.y,
    size: stand.isHome ? STAND_SIZE : STAND_SIZE - 1.2,
    shape: SHAPES.disc + (stand.isHome ? 0 : HOLLOW),
    label: label ? label.text : '',
    forceLabel: label !== null,
    entity: stand.id,
    tone: stand.side,
    placedLabel: label
      ? { text: label, dx: label.x - placed.x, dy: label.y - placed.y, halo: placed.bandId }
      : null,
    title: titleLines(stand.node).join('\n'),
    isMark: false,
  };
}

function drawMark(placed: PlacedMark, heightPx: number, isMiniature: boolean): DrawnNode {
  const { mark, label } = placed;
  const shape =
    mark.shape === 'diamond' ? SHAPES.diamond : mark.shape === 'dot' ? SHAPES.disc : shapeOf(mark.node);
  return {
    ...COMMON,
    x: placed.x,
    y: heightPx - placed.y,
    size: isMiniature ? 2.2 : mark.shape === 'dot' ? 3 : MARK_SIZE,
    shape,
    label: label ? label.text : '',
    forceLabel: label !== null,
    zIndex: 2,
    entity: mark.id,
    tone: 'ink',
    placedLabel: label
      ? { text: label, dx: label.x - placed.x, dy: label.y - placed.y, halo: placed.bandId }
      : null,
    title: titleLines(mark.node).join('\n'),
    isMark: true,
  };
}

function addBridge(graph: SigmaGraph, scene: Extract<Scene, { kind: 'bridge' }>, heightPx: number): void {
  const { picture } = scene;
  for (const placed of picture.stands) {
    const node = drawStand(placed, heightPx);
    graph.mergeNode(placed.key, picture.isMiniature ? { ...node, size: 2 } : node);
  }
  for (const placed of picture.marks)
    graph.mergeNode(placed.mark.id, drawMark(placed, heightPx, picture.isMiniature));
}

function addForce(
  graph: SigmaGraph,
  scene: Extract<Scene, { kind: 'force' }>,
  places: ReadonlyMap<string, Point>,
): void {
  for (const node of scene.force.nodes) {
    const point = places.get(node.id) ?? { x: 0, y: 0 };
    graph.addNode(node.id, {
      ...COMMON,
      ...point,
      size: 3.5 + Math.min(7, Math.sqrt(node.degree)),
      shape: networkShape(node, scene.shores),
      label: node.caption,
      entity: node.id,
      tone: toneOf(node, scene.shores),
      placedLabel: null,
      title: titleLines(node).join('\n'),
      isMark: false,
    });
  }
  const seen = new Map<string, number>();
  for (const edge of scene.force.edges) {
    const pair = [edge.source, edge.target].toSorted().join('|');
    const count = seen.get(pair) ?? 0;
    seen.set(pair, count + 1);
    const curvature = count === 0 ? 0 : 0.18 * Math.ceil(count / 2) * (count % 2 === 1 ? 1 : -1);
    graph.addEdgeWithKey(edge.id, edge.source, edge.target, {
      size: 1,
      color: '#000000',
      type: curvature === 0 ? 'line' : 'curved',
      curvature,
      zIndex: 0,
    });
  }
}

/** Names and lines of the layers are painted under Sigma: it draws the nodes and finds them under the pointer. */
function addLayered(
  graph: SigmaGraph,
  { picture, shores }: Extract<Scene, { kind: 'layered' }>,
  heightPx: number,
): void {
  for (const { node, x, y, isEnd } of picture.nodes) {
    graph.mergeNode(node.id, {
      ...COMMON,
      x,
      y: heightPx - y,
      size: picture.isMiniature ? 3 : isEnd ? LAYER_END_SIZE : LAYER_NODE_SIZE,
      shape: networkShape(node, shores),
      zIndex: 2,
      entity: node.id,
      tone: toneOf(node, shores),
      placedLabel: null,
      title: titleLines(node).join('\n'),
      isMark: false,
    });
  }
}

/** Fills Sigma's graph with a scene. y grows upwards in Sigma, so a placed picture is turned over `heightPx`. */
export function fillSigmaGraph(
  graph: SigmaGraph,
  scene: Scene,
  options: { readonly heightPx: number; readonly places: ReadonlyMap<string, Point> },
): void {
  graph.clear();
  if (scene.kind === 'bridge') addBridge(graph, scene, options.heightPx);
  else if (scene.kind === 'layered') addLayered(graph, scene, options.heightPx);
  else addForce(graph, scene, options.places);
}
