import type { KeyboardEvent, PointerEvent } from 'react';

import { PANE_MIN_PX } from '../../state/workbench-state.ts';
import { useApp, useRun } from '../explorer-context.ts';

const STEP_PX = 24;
/** The canvas keeps this much of the window. */
const CANVAS_MIN_PX = 180;

function tallest(): number {
  return Math.max(PANE_MIN_PX, window.innerHeight - CANVAS_MIN_PX);
}

/** The upper edge of the pane, pulled with the mouse or moved with the arrow keys. */
export function PaneDivider() {
  const run = useRun();
  const heightPx = useApp((state) => state.workbench.heightPx);
  const setHeight = (wanted: number): void =>
    run('pane-height', { kind: 'pane-height', heightPx: Math.min(wanted, tallest()) });
  const onKeyDown = (event: KeyboardEvent): void => {
    const wanted: Record<string, number> = {
      ArrowUp: heightPx + STEP_PX,
      ArrowDown: heightPx - STEP_PX,
      Home: tallest(),
      End: PANE_MIN_PX,
    };
    const next = wanted[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setHeight(next);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const bottom = event.currentTarget.parentElement?.getBoundingClientRect().bottom ?? window.innerHeight;
    setHeight(bottom - event.clientY);
  };
  return (
    <div
      className="pane-divider"
      role="separator"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label="Height of the workbench"
      aria-valuenow={heightPx}
      aria-valuemin={PANE_MIN_PX}
      aria-valuemax={tallest()}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
    />
  );
}
