import EdgeCurveProgram from '@sigma/edge-curve';
import { Sigma } from 'sigma';
import type { Settings } from 'sigma/settings';
import type { NodeDisplayData } from 'sigma/types';

import type { SigmaGraph } from './build-sigma-graph.ts';
import { shownFocus, type DrawState } from './draw-state.ts';
import type { DrawnEdge, DrawnNode } from './drawn.ts';
import { edgeLook } from './edge-look.ts';
import { createLabelPainter, paintHover, type LabelData, type LabelLook } from './label-painter.ts';
import { lookOf, textColourOf } from './node-look.ts';
import { ShapeProgram } from './shape-program.ts';

export type SigmaView = Sigma<DrawnNode, DrawnEdge>;

const BASE_SETTINGS: Partial<Settings<DrawnNode, DrawnEdge>> = {
  nodeProgramClasses: { circle: ShapeProgram as never },
  edgeProgramClasses: { curved: EdgeCurveProgram as never },
  zIndex: true,
  renderEdgeLabels: false,
  labelDensity: 0.9,
  labelGridCellSize: 110,
  labelRenderedSizeThreshold: 5,
  minCameraRatio: 0.08,
  maxCameraRatio: 4,
  doubleClickZoomingRatio: 1,
  allowInvalidContainer: true,
  zoomToSizeRatioFunction: (ratio) => Math.max(0.45, Math.sqrt(ratio)),
};

/** Labels take their ground from the band they stand on, so that lines do not run through words. */
function labelLook(state: DrawState): LabelLook {
  const { colours, scene } = state;
  const focus = shownFocus(state);
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
}

/** Sigma with our shapes, labels and looks, all read from the draw state at the moment of drawing. */
export function createSigma(graph: SigmaGraph, container: HTMLElement, state: DrawState): SigmaView {
  const labels = createLabelPainter();
  const sigma: SigmaView = new Sigma<DrawnNode, DrawnEdge>(graph, container, {
    ...BASE_SETTINGS,
    defaultDrawNodeLabel: (context, data) =>
      labels.paint(context, data as unknown as LabelData, labelLook(state)),
    defaultDrawNodeHover: (context, data) =>
      paintHover(context, data as unknown as LabelData, labelLook(state)),
    nodeReducer: (_, data) => {
      const focus = shownFocus(state);
      const { isForward, isAccent, ...drawn } = lookOf(data, focus, state.colours);
      const isSpoken = state.scene?.kind === 'force' && (isAccent || (isForward && focus.isDimming));
      const forced = isSpoken ? { forceLabel: true } : {};
      return { ...data, ...drawn, ...forced } as unknown as Partial<NodeDisplayData>;
    },
    edgeReducer: (id, data) => ({ ...data, ...edgeLook(id, graph, shownFocus(state), state.colours) }),
  });
  sigma.on('beforeRender', labels.begin);
  return sigma;
}
