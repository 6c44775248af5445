import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';

import { formatCount } from '../../../graph/answer/describe-answer.ts';
import { jsonLines } from '../../../graph/answer/json-lines.ts';
import type { ConsoleAnswer } from '../../../graph/console-answer.ts';

const LINE_PX = 20;
/** Browsers lay out no taller element; copying gives all of it. */
const LINES_MAX = 1_000_000;

/** The columns and rows as they came, as indented JSON. Only the lines in sight are on the page. */
export function ResultJson({ answer }: { readonly answer: ConsoleAnswer }) {
  const frame = useRef<HTMLDivElement>(null);
  const { columns, rows } = answer;
  const lines = useMemo(() => jsonLines({ columns, rows }), [columns, rows]);
  const count = Math.min(lines.count, LINES_MAX);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => LINE_PX,
    overscan: 20,
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, (items.at(-1)?.index ?? -1) + 1];
  return (
    <>
      <div className="json-frame" ref={frame} role="region" aria-label="Answer as JSON" tabIndex={0}>
        <div className="json-all" style={{ height: virtualizer.getTotalSize() }}>
          <pre className="json-lines" style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}>
            {lines.slice(first, last).join('\n')}
          </pre>
        </div>
      </div>
      {lines.count > count && (
        <p className="result-message">
          Shown: {formatCount(count, 'line')} of {formatCount(lines.count, 'line')}. Copying gives all of
          them.
        </p>
      )}
    </>
  );
}
