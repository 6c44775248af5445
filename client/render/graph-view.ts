import { MultiGraph } from 'graphology';

import type { Focus } from '../graph/focus.ts';
import type { Scene } from '../graph/scene.ts';
import { seedPositions, type Point } from '../graph/seed-positions.ts';
import type { CameraPlace } from '../state/view-state.ts';
import { paintBridge } from './bridge-painter.ts';
import { fillSigmaGraph, type SigmaGraph } from './build-sigma-graph.ts';
import { createCameraControl, type CameraControl } from './camera-control.ts';
import { readColours } from './colours.ts';
import { createSigma, type SigmaView } from './create-sigma.ts';
import { createDrawState, shownFocus, type DrawState } from './draw-state.ts';
import type { DrawnEdge, DrawnNode } from './drawn.ts';
import { createForceRunner } from './force-runner.ts';
import { createPlaceMemory } from './place-memory.ts';
import { paintLayered } from './layered-painter.ts';
import { listenToPointer, type PointerEvents } from './pointer-events.ts';
import { createTransform, type Transform } from './transform.ts';

export interface GraphViewEvents extends PointerEvents {
  /** The camera came to rest; `isFlight` where a command moved it, not a hand. */
  onCamera(place: CameraPlace | null, isFlight: boolean): void;
}

/** A thing on the canvas as tests and tooltips see it; x and y are pixels from the upper left of the canvas. */
export interface DrawnThing {
  readonly key: string;
  readonly entity: string;
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

/** The canvas: owns Sigma, knows neither React nor the service. */
export interface GraphView {
  show(scene: Scene): void;
  focus(focus: Focus): void;
  /** Reads the theme again. */
  recolour(): void;
  readonly camera: CameraControl;
  drawn(): readonly DrawnThing[];
  /** What is brought forward at the moment. */
  shownFocus(): Focus;
  isSettled(): boolean;
  destroy(): void;
}

const FORCE_PADDING_PX = 48;
const PICTURE_LAYER = 'picture';

/** Our own layer under Sigma's, painted after every frame of it: what of a placed picture are no nodes. */
function addPictureLayer(
  sigma: SigmaView,
  container: HTMLElement,
  state: DrawState,
  transform: () => Transform,
): void {
  // Sigma passes the options on to createCanvas, which knows beforeLayer; its type does not say so.
  sigma.createCanvasContext(PICTURE_LAYER, { beforeLayer: 'edges' } as {
    style?: Partial<CSSStyleDeclaration>;
  });
  const layer = sigma.getCanvases()[PICTURE_LAYER]?.getContext('2d');
  if (!layer) return;
  sigma.on('afterRender', () => {
    layer.clearRect(0, 0, container.clientWidth, container.clientHeight);
    const { scene, colours } = state;
    if (scene?.kind === 'bridge') paintBridge(layer, scene.picture, shownFocus(state), colours, transform());
    if (scene?.kind === 'layered')
      paintLayered(layer, scene.picture, shownFocus(state), colours, transform());
  });
}

/** Shows scenes: fills Sigma's graph, sets its frame, and lets the force layout run where places are missing. */
function createStage(sigma: SigmaView, graph: SigmaGraph, container: HTMLElement, state: DrawState) {
  const runner = createForceRunner();
  const places = createPlaceMemory();
  const keepPlaces = (): void => {
    if (state.scene?.kind === 'force') places.keep(state.scene.force, graph);
  };
  return {
    runner,
    show(next: Scene): void {
      keepPlaces();
      runner.stop();
      state.scene = next;
      state.hovered = null;
      const { clientWidth, clientHeight } = container;
      const isForce = next.kind === 'force';
      const known = isForce ? places.recall(next.force) : new Map<string, Point>();
      const seeds = isForce ? seedPositions(next.force, next.shores, known) : known;
      fillSigmaGraph(graph, next, { heightPx: clientHeight, places: seeds });
      sigma.setSettings({ stagePadding: isForce ? FORCE_PADDING_PX : 0, enableEdgeEvents: isForce });
      sigma.setCustomBBox(isForce ? null : { x: [0, clientWidth], y: [0, clientHeight] });
      sigma.resize(true);
      sigma.refresh();
      const isNew = isForce && next.force.nodes.some((node) => !known.has(node.id));
      if (isNew) runner.start(graph, keepPlaces);
    },
  };
}

function listDrawn(sigma: SigmaView, graph: SigmaGraph): readonly DrawnThing[] {
  return graph.mapNodes((key, { entity, label, x, y }) => ({
    key,
    entity,
    label,
    ...sigma.graphToViewport({ x, y }),
  }));
}

/** Draws into `container`, which must have a size. */
export function createGraphView(container: HTMLElement, events: GraphViewEvents): GraphView {
  const graph: SigmaGraph = new MultiGraph<DrawnNode, DrawnEdge>();
  const state = createDrawState(readColours(container));
  const sigma = createSigma(graph, container, state);
  const transform = (): Transform =>
    createTransform((point) => sigma.graphToViewport(point), container.clientHeight);
  addPictureLayer(sigma, container, state, transform);
  const stage = createStage(sigma, graph, container, state);
  const keyOf = (entity: string): string | null =>
    graph.findNode((key, node) => key === entity || node.entity === entity) ?? null;
  const camera = createCameraControl(sigma, (place, isFlight) => events.onCamera(place, isFlight), keyOf);
  const redraw = (): void => void sigma.refresh({ skipIndexation: true });
  const stopListening = listenToPointer(sigma, events, {
    scene: () => state.scene,
    transform,
    entityOf: (key) => (graph.hasNode(key) ? graph.getNodeAttribute(key, 'entity') : key),
    hover(entity) {
      if (entity === state.hovered) return;
      state.hovered = entity;
      redraw();
    },
  });
  return {
    camera,
    show(scene) {
      const isSamePicture = scene.kind === 'bridge' && state.scene?.kind === 'bridge';
      stage.show(scene);
      if (!isSamePicture) camera.breakFlight();
    },
    focus(next) {
      state.focus = next;
      redraw();
    },
    recolour() {
      state.colours = readColours(container);
      redraw();
    },
    drawn: () => listDrawn(sigma, graph),
    shownFocus: () => shownFocus(state),
    isSettled: () => !stage.runner.isRunning() && !camera.isMoving(),
    destroy() {
      stage.runner.stop();
      stopListening();
      camera.destroy();
      sigma.kill();
    },
  };
}
