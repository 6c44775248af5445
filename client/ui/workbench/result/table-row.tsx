import type { VirtualItem } from '@tanstack/react-virtual';
import { memo } from 'react';

import type { WireValue } from '../../../../server/contract/values.ts';
import { ValueCell } from './value-cell.tsx';

interface Props {
  readonly values: readonly WireValue[];
  /** Place of the row in the answer, from 0. */
  readonly place: number;
  /** Place of the row in the table, from 0. */
  readonly index: number;
  readonly startPx: number;
  readonly columns: readonly VirtualItem[];
  readonly isNumber: readonly boolean[];
  readonly activeColumn: number | null;
  /** Columns whose cells are open in this row, separated by spaces. */
  readonly open: string;
  readonly onToggle: (place: number, column: number) => void;
  readonly measure: (row: HTMLElement | null) => void;
}

/** The room between a column and the one before it on the page: those between are out of sight. */
export function gapBefore(columns: readonly VirtualItem[], at: number): number {
  return (columns[at]?.start ?? 0) - (columns[at - 1]?.end ?? 0);
}

/** A row of the table; only its columns in sight are on the page. */
export const TableRow = memo(function TableRow(props: Props) {
  const { values, place, index, startPx, columns, isNumber, activeColumn, open, onToggle, measure } = props;
  const openColumns = open.split(' ');
  return (
    <div
      className={`table-row ${open === '' ? '' : 'open'}`}
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      ref={measure}
      style={{ transform: `translateY(${startPx}px)` }}
    >
      <div className="table-number" role="rowheader" aria-colindex={1}>
        {place + 1}
      </div>
      {columns.map((column, at) => (
        <div
          key={column.key}
          className={`table-cell ${isNumber[column.index] ? 'number' : ''}`}
          role="gridcell"
          aria-colindex={column.index + 2}
          data-cell={`${index} ${column.index}`}
          tabIndex={activeColumn === column.index ? 0 : -1}
          style={{ width: column.size, marginLeft: gapBefore(columns, at) }}
        >
          <ValueCell
            value={values[column.index] ?? null}
            widthPx={column.size}
            isOpen={openColumns.includes(String(column.index))}
            onToggle={() => onToggle(place, column.index)}
          />
        </div>
      ))}
    </div>
  );
});
