import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import { isNumberColumn } from '../../../graph/answer/answer-text.ts';
import { columnWidths } from '../../../graph/answer/column-widths.ts';
import type { ColumnSort } from '../../../graph/answer/compare-values.ts';
import type { ConsoleAnswer } from '../../../graph/console-answer.ts';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { useGridWalk } from './use-grid-walk.ts';
import { NUMBER_PX, ROW_PX, useVirtualGrid } from './use-virtual-grid.ts';

interface Props {
  readonly answer: ConsoleAnswer;
  /** Places of the rows in the order they are shown. */
  readonly order: readonly number[];
  readonly sort: ColumnSort | null;
  readonly onSort: (sort: ColumnSort | null) => void;
}

/** The cells that were opened, as columns by row. */
function useOpenCells() {
  const [open, setOpen] = useState<ReadonlyMap<number, string>>(new Map());
  const toggle = useCallback((place: number, column: number): void => {
    setOpen((before) => {
      const was = (before.get(place) ?? '').split(' ').filter((one) => one !== '');
      const name = String(column);
      const now = was.includes(name) ? was.filter((one) => one !== name) : [...was, name];
      return new Map(before).set(place, now.join(' '));
    });
  }, []);
  return { open, toggle };
}

/** Widths and kinds of the columns, by the first rows: they stay while more rows come. */
function useColumns({ columns, rows }: ConsoleAnswer) {
  return useMemo(
    () => ({
      widths: columnWidths(columns, rows),
      isNumber: columns.map((_, column) => isNumberColumn(rows, column)),
    }),
    [columns, rows],
  );
}

/** Everything the table needs to know of what is in sight and where the focus is. */
function useGrid(answer: ConsoleAnswer, order: readonly number[]) {
  const frame = useRef<HTMLDivElement>(null);
  const kinds = useColumns(answer);
  const walk = useGridWalk({
    rows: order.length,
    columns: answer.columns.length,
    page: () => Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / ROW_PX) - 2),
  });
  const { rows, columns } = useVirtualGrid(frame, order, kinds.widths, walk.active);
  useEffect(() =>
    walk.follow(frame.current, ({ row, column }) => {
      if (row >= 0) rows.scrollToIndex(row);
      columns.scrollToIndex(column);
    }),
  );
  return { frame, walk, rows, columns, isNumber: kinds.isNumber };
}

/** The rows as a table: sorted by the names of its columns, walked by the arrow keys, only what is in sight on the page. */
export function ResultTable({ answer, order, sort, onSort }: Props) {
  const { frame, walk, rows, columns, isNumber } = useGrid(answer, order);
  const { active, onKeyDown, onFocus } = walk;
  const { open, toggle } = useOpenCells();
  const shared = { columns: columns.getVirtualItems(), isNumber };
  const columnOf = (row: number): number | null => (active.row === row ? active.column : null);
  const size = { width: columns.getTotalSize() + NUMBER_PX, height: rows.getTotalSize() };
  return (
    <div
      className="table-frame"
      ref={frame}
      role="grid"
      aria-label="Rows of the answer"
      aria-rowcount={order.length + 1}
      aria-colcount={answer.columns.length + 1}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      <div role="rowgroup" className="table-heads" style={{ width: size.width }}>
        <TableHead
          {...shared}
          names={answer.columns}
          sort={sort}
          onSort={onSort}
          activeColumn={columnOf(-1)}
        />
      </div>
      <div role="rowgroup" className="table-rows" style={size}>
        {rows.getVirtualItems().map(({ key, index, start }) => {
          const place = order[index] ?? 0;
          return (
            <TableRow
              key={key}
              {...shared}
              values={answer.rows[place] ?? []}
              place={place}
              index={index}
              startPx={start}
              activeColumn={columnOf(index)}
              open={open.get(place) ?? ''}
              onToggle={toggle}
              measure={rows.measureElement}
            />
          );
        })}
      </div>
    </div>
  );
}
