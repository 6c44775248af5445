import type Sigma from 'sigma';

import type { CameraPlace } from '../state/view-state.ts';
import type { DrawnEdge, DrawnNode } from './drawn.ts';

export interface CameraControl {
  /** Puts the camera where the view says, whatever moves it now; null = the whole picture. */
  set(place: CameraPlace | null): void;
  /** Goes back from a flight that the view does not know of yet: its goal stands elsewhere in another picture. */
  breakFlight(): void;
  /** Is it on its way to somewhere? */
  isMoving(): boolean;
  zoomBy(factor: number): void;
  panBy(x: number, y: number): void;
  /** Brings an entity into sight, once the next scene is drawn. */
  flyTo(entity: string): void;
  destroy(): void;
}

const HOME: CameraPlace = { x: 0.5, y: 0.5, ratio: 1 };
const FLIGHT_MS = 350;
const REST_MS = 220;
/** A flight waits for the scene that its command brings about, which React draws within the same event. */
const NEXT_SCENE_MS = 20;
/** How near a flight goes in the force layout. */
const NEAR_RATIO = 0.4;

function isNear(a: CameraPlace, b: CameraPlace): boolean {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + Math.abs(a.ratio - b.ratio) < 0.002;
}

function rounded(place: CameraPlace): CameraPlace {
  const round = (value: number): number => Math.round(value * 10_000) / 10_000;
  return { x: round(place.x), y: round(place.y), ratio: round(place.ratio) };
}

type SigmaView = Sigma<DrawnNode, DrawnEdge>;

/** Tells where a hand or a flight has left the camera, once it rests; `told` is where it is known to be. */
function watchCamera(sigma: SigmaView, onRest: (place: CameraPlace | null, isFlight: boolean) => void) {
  const camera = sigma.getCamera();
  const memory = { told: null as CameraPlace | null, isFlight: false };
  let timer: number | undefined;
  const rest = (): void => {
    const { x, y, ratio } = camera.getState();
    const here = rounded({ x, y, ratio });
    if (!isNear(here, memory.told ?? HOME)) {
      memory.told = isNear(here, HOME) ? null : here;
      onRest(memory.told, memory.isFlight);
    }
    memory.isFlight = false;
  };
  const onUpdate = (): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(rest, REST_MS);
  };
  camera.on('updated', onUpdate);
  return {
    memory,
    stop(): void {
      window.clearTimeout(timer);
      camera.off('updated', onUpdate);
    },
  };
}

/** Moves Sigma's camera for commands and reports where a hand has moved it. */
export function createCameraControl(
  sigma: SigmaView,
  onRest: (place: CameraPlace | null, isFlight: boolean) => void,
  keyOf: (entity: string) => string | null,
): CameraControl {
  const camera = sigma.getCamera();
  const durationMs = window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : FLIGHT_MS;
  const { memory, stop } = watchCamera(sigma, onRest);
  let flight: number | undefined;
  const move = (place: Partial<CameraPlace>): void => {
    if (durationMs === 0) camera.setState(place);
    else void camera.animate(place, { duration: durationMs });
  };
  const fly = (entity: string): void => {
    const key = keyOf(entity);
    const data = key === null ? undefined : sigma.getNodeDisplayData(key);
    const { ratio } = camera.getState();
    const isBridge = sigma.getCustomBBox() !== null;
    if (!data || (isBridge && ratio >= 0.999)) return;
    memory.isFlight = true;
    move({ x: data.x, y: data.y, ratio: isBridge ? ratio : Math.min(ratio, NEAR_RATIO) });
  };
  const set = (place: CameraPlace | null): void => {
    const { x, y, ratio } = camera.getState();
    const goal = place ?? HOME;
    memory.told = place;
    memory.isFlight = false;
    if (camera.isAnimated() || !isNear({ x, y, ratio }, goal)) move(goal);
  };
  return {
    set,
    breakFlight: () => memory.isFlight && set(memory.told),
    isMoving: () => camera.isAnimated(),
    zoomBy: (factor) => move({ ratio: Math.min(4, Math.max(0.08, camera.getState().ratio * factor)) }),
    panBy(x, y) {
      const state = camera.getState();
      move({ x: state.x + x * state.ratio, y: state.y + y * state.ratio });
    },
    flyTo(entity) {
      window.clearTimeout(flight);
      flight = window.setTimeout(() => fly(entity), NEXT_SCENE_MS);
    },
    destroy() {
      window.clearTimeout(flight);
      stop();
    },
  };
}
