import { useCallback, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';

/** A cell of the table: row −1 holds the names of the columns, the others count in the order shown. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page key goes on by. */
  page(): number;
}

/** Where a key of the ARIA grid pattern leads; null = it leads nowhere. */
export function stepInGrid(
  key: string,
  isMod: boolean,
  { row, column }: GridPlace,
  { rows, columns, page }: GridSize,
): GridPlace | null {
  const at = (nextRow: number, nextColumn: number): GridPlace => ({
    row: Math.min(Math.max(nextRow, -1), rows - 1),
    column: Math.min(Math.max(nextColumn, 0), columns - 1),
  });
  switch (key) {
    case 'ArrowDown':
      return at(row + 1, column);
    case 'ArrowUp':
      return at(row - 1, column);
    case 'ArrowRight':
      return at(row, column + 1);
    case 'ArrowLeft':
      return at(row, column - 1);
    case 'PageDown':
      return at(row + page(), column);
    case 'PageUp':
      return at(Math.max(row - page(), 0), column);
    case 'Home':
      return isMod ? at(0, 0) : at(row, 0);
    case 'End':
      return isMod ? at(rows - 1, columns - 1) : at(row, columns - 1);
    default:
      return null;
  }
}

function widgetsOf(cell: Element): readonly HTMLElement[] {
  return [...cell.querySelectorAll<HTMLElement>('button, summary')];
}

/** Inside a cell: the arrows go from widget to widget, Escape back to the cell. True where the key did something. */
function walkWidgets(event: KeyboardEvent, cell: HTMLElement): boolean {
  const widgets = widgetsOf(cell);
  const here = widgets.indexOf(event.target as HTMLElement);
  const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : -1;
  if (event.key === 'Escape') cell.focus();
  else if (event.key.startsWith('Arrow'))
    widgets[Math.min(Math.max(here + step, 0), widgets.length - 1)]?.focus();
  else return false;
  return true;
}

/** Enter on a cell: presses its only widget, or goes to the first of several. */
function enterCell(cell: HTMLElement): void {
  const widgets = widgetsOf(cell);
  if (widgets.length === 1) widgets[0]?.click();
  else widgets[0]?.focus();
}

const CELL = '[data-cell]';

function placeOf(cell: Element | null): GridPlace | null {
  const [row, column] = (cell?.getAttribute('data-cell') ?? '').split(' ').map(Number);
  return row === undefined || column === undefined || Number.isNaN(row) ? null : { row, column };
}

/**
 * Moves through a table by keyboard: one cell can be tabbed to, arrows go on from it. The table keeps the active cell
 * on the page wherever it is scrolled to, so that the focus is never lost.
 */
export function useGridWalk(size: GridSize) {
  const [active, setActive] = useState<GridPlace>({ row: -1, column: 0 });
  const wanted = useRef<GridPlace | null>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const cell = (event.target as Element).closest<HTMLElement>(CELL);
    if (!cell) return;
    if (event.target !== cell) {
      if (walkWidgets(event, cell)) event.preventDefault();
      return;
    }
    const next = stepInGrid(event.key, event.ctrlKey || event.metaKey, placeOf(cell) ?? active, size);
    if (next) {
      wanted.current = next;
      setActive(next);
    } else if (event.key === 'Enter' || event.key === 'F2') enterCell(cell);
    else return;
    event.preventDefault();
  };
  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    const place = placeOf((event.target as Element).closest(CELL));
    if (place && (place.row !== active.row || place.column !== active.column)) setActive(place);
  };
  /** Takes sight and focus to the cell that a key led to, which is on the page as soon as it is the active one. */
  const follow = useCallback((grid: HTMLElement | null, reveal: (place: GridPlace) => void): void => {
    const place = wanted.current;
    const cell = place && grid?.querySelector<HTMLElement>(`[data-cell="${place.row} ${place.column}"]`);
    if (!cell) return;
    wanted.current = null;
    reveal(place);
    cell.focus({ preventScroll: true });
  }, []);
  return { active, onKeyDown, onFocus, follow };
}
