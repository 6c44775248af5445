import EdgeCurveProgram from '@sigma/edge-curve';
import { MultiGraph } from 'graphology';
import Sigma from 'sigma';
import type { Settings } from 'sigma/settings';
import type { NodeDisplayData } from 'sigma/types';

import { NO_FOCUS, type Focus } from '../graph/focus.ts';
import type { Point } from '../graph/seed-positions.ts';
import { seedPositions } from '../graph/seed-positions.ts';
import type { CameraPlace } from '../state/view-state.ts';
import { paintBridge } from './bridge-painter.ts';
import { fillSigmaGraph, type SigmaGraph } from './build-sigma-graph.ts';
import { createCameraControl, type CameraControl } from './camera-control.ts';
import { readColours, type Colours } from './colours.ts';
import { edgeLook } from './edge-look.ts';
import { createForceRunner } from './force-runner.ts';
import { hoverFocus } from './hover-focus.ts';
import { createLabelPainter, paintHover, type LabelData, type LabelLook } from './label-painter.ts';
import { lookOf, textColourOf } from './node-look.ts';
import { createPlaceMemory } from './place-memory.ts';
import { listenToPointer, type PointerEvents } from './pointer-events.ts';
import type { Scene } from '../graph/scene.ts';
import type { DrawnEdge, DrawnNode } from './drawn.ts';
import { ShapeProgram } from './shape-program.ts';
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
  isSettled(): boolean;
  destroy(): void;
}

const FORCE_PADDING_PX = 48;
const BRIDGE_LAYER = 'bridge';

/** Draws into `container`, which must have a size. */
export function createGraphView(container: HTMLElement, events: GraphViewEvents): GraphView {
  const graph: SigmaGraph = new MultiGraph<DrawnNode, DrawnEdge>();
  const runner = createForceRunner();
  const places = createPlaceMemory();
  let colours: Colours = readColours(container);
  let scene: Scene | null = null;
  let focus: Focus = NO_FOCUS;
  let hovered: string | null = null;

  const shownFocus = (): Focus => (hovered !== null && scene ? hoverFocus(scene, hovered, focus) : focus);
  const look = createLabelLook(() => ({ colours, focus: shownFocus(), scene }));
  const labels = createLabelPainter();
  const sigma = new Sigma<DrawnNode, DrawnEdge>(graph, container, {
    ...baseSettings(),
    defaultDrawNodeLabel: (context, data) => labels.paint(context, data as unknown as LabelData, look()),
    defaultDrawNodeHover: (context, data) => paintHover(context, data as unknown as LabelData, look()),
    nodeReducer: (_, data) => {
      const { isForward, isAccent, ...drawn } = lookOf(data as DrawnNode, shownFocus(), null, colours);
      const isSpoken = scene?.kind === 'force' && (isAccent || (isForward && shownFocus().isDimming));
      return {
        ...data,
        ...drawn,
        ...(isSpoken ? { forceLabel: true } : {}),
      } as unknown as Partial<NodeDisplayData>;
    },
    edgeReducer: (id, data) => ({ ...data, ...edgeLook(id, graph, shownFocus(), colours) }),
  });
  // Sigma passes the options on to createCanvas, which knows beforeLayer; its type does not say so.
  sigma.createCanvasContext(BRIDGE_LAYER, { beforeLayer: 'edges' } as {
    style?: Partial<CSSStyleDeclaration>;
  });
  const layer = sigma.getCanvases()[BRIDGE_LAYER]!.getContext('2d')!;
  const camera = createCameraControl(
    sigma,
    (place, isFlight) => events.onCamera(place, isFlight),
    (id) => placeOf(id),
  );
  const transform = (): Transform => createTransform((point) => sigma.graphToViewport(point), bridgeHeight());
  const bridgeHeight = (): number => container.clientHeight;
  const placeOf = (entity: string): string | null =>
    graph.findNode((key, node) => key === entity || node.entity === entity) ?? null;

  const paintLayer = (): void => {
    layer.clearRect(0, 0, container.clientWidth, container.clientHeight);
    if (scene?.kind === 'bridge') paintBridge(layer, scene.picture, shownFocus(), colours, transform());
  };
  sigma.on('beforeRender', labels.begin);
  sigma.on('afterRender', paintLayer);
  const redraw = (): void => void sigma.refresh({ skipIndexation: true });
  const stopListening = listenToPointer(sigma, events, {
    scene: () => scene,
    transform,
    entityOf: (key) => (graph.hasNode(key) ? graph.getNodeAttribute(key, 'entity') : key),
    hover(entity) {
      if (entity === hovered) return;
      hovered = entity;
      redraw();
    },
  });

  const keepPlaces = (): void => {
    if (scene?.kind === 'force') places.keep(scene.force, graph);
  };

  return {
    camera,
    show(next) {
      keepPlaces();
      runner.stop();
      scene = next;
      hovered = null;
      const { clientWidth, clientHeight } = container;
      const isBridge = next.kind === 'bridge';
      const known = isBridge ? new Map<string, Point>() : places.recall(next.force);
      const seeds = isBridge ? known : seedPositions(next.force, next.shores, known);
      fillSigmaGraph(graph, next, { heightPx: clientHeight, places: seeds });
      sigma.setSettings({ stagePadding: isBridge ? 0 : FORCE_PADDING_PX, enableEdgeEvents: !isBridge });
      sigma.setCustomBBox(isBridge ? { x: [0, clientWidth], y: [0, clientHeight] } : null);
      sigma.resize(true);
      sigma.refresh();
      if (!isBridge && next.force.nodes.some((node) => !known.has(node.id))) runner.start(graph, keepPlaces);
    },
    focus(next) {
      focus = next;
      redraw();
    },
    recolour() {
      colours = readColours(container);
      redraw();
    },
    drawn: () =>
      graph.mapNodes((key, node) => ({
        key,
        entity: node.entity,
        label: node.label,
        ...sigma.graphToViewport(node),
      })),
    isSettled: () => !runner.isRunning(),
    destroy() {
      runner.stop();
      stopListening();
      camera.destroy();
      sigma.kill();
    },
  };
}

function baseSettings(): Partial<Settings<DrawnNode, DrawnEdge>> {
  return {
    nodeProgramClasses: { circle: ShapeProgram as never },
    edgeProgramClasses: { curved: EdgeCurveProgram as never },
    zIndex: true,
    renderEdgeLabels: false,
    labelDensity: 0.9,
    labelGridCellSize: 110,
    labelRenderedSizeThreshold: 5,
    minCameraRatio: 0.08,
    maxCameraRatio: 4,
    hideEdgesOnMove: false,
    doubleClickZoomingRatio: 1,
    allowInvalidContainer: true,
    zoomToSizeRatioFunction: (ratio) => Math.max(0.45, Math.sqrt(ratio)),
  };
}

/** Labels take their ground from the band they stand on, so that lines do not run through words. */
function createLabelLook(
  now: () => { colours: Colours; focus: Focus; scene: Scene | null },
): () => LabelLook {
  return () => {
    const { colours, focus, scene } = now();
    const shaded = new Set(
      scene?.kind === 'bridge'
        ? scene.picture.bands.filter((band) => band.isShaded).map((band) => band.id)
        : [],
    );
    const isForward = (data: LabelData): boolean => !focus.isDimming || focus.nodes.has(data.entity ?? '');
    return {
      colours,
      ground: (data) => (shaded.has(data.placedLabel?.halo ?? '') ? colours.band : colours.paper),
      isBold: (data) => focus.accents.has(data.entity ?? ''),
      textColour: (data) => {
        const isAccent = focus.accents.has(data.entity ?? '');
        return textColourOf(isAccent || isForward(data), isAccent, data.isMark === true, colours);
      },
    };
  };
}
