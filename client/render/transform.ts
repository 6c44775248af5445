/** From picture pixels (y down) to canvas pixels under the camera. */
export interface Transform {
  readonly scale: number;
  readonly x: (x: number) => number;
  readonly y: (y: number) => number;
  /** Back from a canvas point to the picture. */
  readonly invert: (point: { readonly x: number; readonly y: number }) => {
    readonly x: number;
    readonly y: number;
  };
}

export function createTransform(
  toViewport: (point: { x: number; y: number }) => { x: number; y: number },
  heightPx: number,
): Transform {
  const origin = toViewport({ x: 0, y: heightPx });
  const far = toViewport({ x: 1000, y: heightPx });
  const scale = (far.x - origin.x) / 1000;
  return {
    scale,
    x: (x) => origin.x + x * scale,
    y: (y) => origin.y + y * scale,
    invert: (point) => ({ x: (point.x - origin.x) / scale, y: (point.y - origin.y) / scale }),
  };
}
