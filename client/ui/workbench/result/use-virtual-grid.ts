import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, type RefObject } from 'react';

import type { GridPlace } from './use-grid-walk.ts';

export const ROW_PX = 32;
export const NUMBER_PX = 52;
const HEAD_PX = 32;

/** What is in sight and the place that must stay on the page. */
function keeping(kept: number): (range: Range) => number[] {
  return (range) => {
    const seen = defaultRangeExtractor(range);
    return kept < 0 || kept >= range.count || seen.includes(kept)
      ? seen
      : [...seen, kept].sort((a, b) => a - b);
  };
}

/** Which rows and columns are on the page: those in sight, those near, and the one with the active cell. */
export function useVirtualGrid(
  frame: RefObject<HTMLDivElement | null>,
  order: readonly number[],
  widths: readonly number[],
  active: GridPlace,
) {
  const rows = useVirtualizer({
    count: order.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => order[index] ?? index,
    rangeExtractor: useMemo(() => keeping(active.row), [active.row]),
    overscan: 8,
    scrollPaddingStart: HEAD_PX,
    useFlushSync: false,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: widths.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => widths[index] ?? 0,
    rangeExtractor: useMemo(() => keeping(active.column), [active.column]),
    overscan: 3,
    scrollPaddingStart: NUMBER_PX,
    useFlushSync: false,
  });
  useLayoutEffect(() => columns.measure(), [columns, widths]);
  return { rows, columns };
}
