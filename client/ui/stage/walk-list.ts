import type { KeyboardEvent } from 'react';

const WALKED = 'button, summary';

/** Moves from name to name with the arrow keys, to the ends with Home and End. */
export function walkList(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 && event.key !== 'Home' && event.key !== 'End') return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(WALKED)].filter(
    (stop) => stop.offsetParent !== null,
  );
  const here = stops.indexOf(document.activeElement as HTMLElement);
  const place = event.key === 'Home' ? 0 : event.key === 'End' ? stops.length - 1 : here + step;
  const next = stops[Math.min(Math.max(place, 0), stops.length - 1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
