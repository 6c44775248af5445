import type { FoundPathOnWire } from '../../contract/paths.ts';
import { ALWAYS_BEFORE, STILL } from '../../evidence/edtf-date.ts';
import type { FoundPath } from '../../topology/found-path.ts';
import { spansOf } from '../../topology/edge-facts.ts';
import type { DaySpan, Topology } from '../../topology/topology.ts';
import { nameHop } from './name-path.ts';

type PathTime = NonNullable<FoundPathOnWire['time']>;

const ALWAYS: readonly DaySpan[] = [{ from: ALWAYS_BEFORE, to: STILL }];
const MILLISECONDS_PER_DAY = 86_400_000;

function spansOrAlways(topology: Topology, edge: number): readonly DaySpan[] {
  const spans = spansOf(topology, edge);
  return spans.length === 0 ? ALWAYS : spans;
}

/** The days that lie in one of the spans of both; each list ascending and without overlaps. */
export function intersectSpans(a: readonly DaySpan[], b: readonly DaySpan[]): DaySpan[] {
  return a.flatMap((one) =>
    b
      .map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) }))
      .filter((span) => span.from <= span.to),
  );
}

function isoDay(day: number): string {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** The hop that ended first and the one that began last: between them lies the gap, if two of the hops show it. */
function describeGap(topology: Topology, path: FoundPath): string {
  const ends = path.edges.map((edge) => {
    const spans = spansOrAlways(topology, edge);
    return { edge, from: (spans[0] as DaySpan).from, to: (spans.at(-1) as DaySpan).to };
  });
  const first = ends.reduce((a, b) => (b.to < a.to ? b : a));
  const last = ends.reduce((a, b) => (b.from > a.from ? b : a));
  if (first.to >= last.from) return '';
  const ended = `${nameHop(topology, first.edge)} ended by ${isoDay(first.to)}`;
  return `: ${ended}, ${nameHop(topology, last.edge)} began no earlier than ${isoDay(last.from)}`;
}

/**
 * Is there a day on which every relationship of the path held? What has no date holds always, what has no end holds
 * still, an event and a signature from their day on; a partial date spans its whole period.
 */
export function describeTime(topology: Topology, path: FoundPath): PathTime {
  let common: readonly DaySpan[] = ALWAYS;
  for (const edge of path.edges) common = intersectSpans(common, spansOrAlways(topology, edge));
  if (common.length > 0) return { code: 'together' };
  return {
    code: 'never-together',
    sentence: `Its steps never held at the same time${describeGap(topology, path)}.`,
  };
}
