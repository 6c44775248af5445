import type { VirtualItem } from '@tanstack/react-virtual';

import type { ColumnSort } from '../../../graph/answer/compare-values.ts';
import { gapBefore } from './table-row.tsx';

interface Props {
  readonly names: readonly string[];
  readonly columns: readonly VirtualItem[];
  readonly isNumber: readonly boolean[];
  readonly sort: ColumnSort | null;
  readonly onSort: (sort: ColumnSort | null) => void;
  readonly activeColumn: number | null;
}

/** Ascending, descending, as it came. */
function nextSort(sort: ColumnSort | null, column: number): ColumnSort | null {
  if (sort?.column !== column) return { column, direction: 'ascending' };
  return sort.direction === 'ascending' ? { column, direction: 'descending' } : null;
}

/** The names of the columns; pressing one sorts by it. */
export function TableHead({ names, columns, isNumber, sort, onSort, activeColumn }: Props) {
  return (
    <div className="table-row table-head" role="row" aria-rowindex={1}>
      <div className="table-number" role="columnheader" aria-colindex={1} aria-label="Row" />
      {columns.map((column, at) => {
        const direction = sort?.column === column.index ? sort.direction : 'none';
        return (
          <div
            key={column.key}
            className={`table-cell ${isNumber[column.index] ? 'number' : ''}`}
            role="columnheader"
            aria-colindex={column.index + 2}
            aria-sort={direction}
            data-cell={`-1 ${column.index}`}
            tabIndex={activeColumn === column.index ? 0 : -1}
            style={{ width: column.size, marginLeft: gapBefore(columns, at) }}
          >
            <button
              type="button"
              className="sort-button"
              tabIndex={-1}
              title={`Sort by ${names[column.index]}`}
              onClick={() => onSort(nextSort(sort, column.index))}
            >
              <span>{names[column.index]}</span>
              <span className={`sort-sign ${direction}`} aria-hidden="true" />
            </button>
          </div>
        );
      })}
    </div>
  );
}
