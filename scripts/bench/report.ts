import type { Comparison } from './compare.ts';

export interface RowOptions {
  /** The ratio to reach, at its worse end; null = printed for information. */
  readonly goal: number | null;
  /** How many things one run handles, to print a rate. */
  readonly perSecond?: number;
  readonly unit?: string;
}

/** Prints measurements as they come: ratios, never a bare time as a claim. */
export interface Report {
  note(line: string): void;
  add(name: string, comparison: Comparison, options: RowOptions): void;
  figure(name: string, value: string, isMet: boolean | null, goal: string): void;
}

function verdict(comparison: Comparison, goal: number | null): string {
  if (comparison.isVoid) return `void: the peer differs from itself by ${comparison.peerToPeer.toFixed(2)}`;
  if (goal === null) return 'for information';
  return comparison.low >= goal ? `goal ${goal}× met` : `goal ${goal}× not met`;
}

function describe(medianMs: number, { perSecond, unit }: RowOptions): string {
  // Below ten milliseconds the decimals are the figure.
  const decimals = medianMs < 10 ? 4 : 0;
  if (perSecond === undefined)
    return `${medianMs.toLocaleString('en-US', { maximumFractionDigits: decimals })} ms`;
  return `${Math.round((perSecond * 1_000) / medianMs).toLocaleString('en-US')} ${unit ?? 'things'}/s`;
}

export function createReport(print: (line: string) => void): Report {
  return {
    note: (line) => print(`  ${line}`),
    add(name, comparison, options) {
      const { ratio, low, high, rounds, oursMedian, peerMedian } = comparison;
      print(`${name}: ${ratio.toFixed(2)}× (90 %: ${low.toFixed(2)}–${high.toFixed(2)}, ${rounds} rounds)`);
      print(
        `  ours ${describe(oursMedian, options)}, peer ${describe(peerMedian, options)} · ${verdict(comparison, options.goal)}`,
      );
    },
    figure(name, value, isMet, goal) {
      print(`${name}: ${value}`);
      print(`  ${isMet === null ? 'not judged' : isMet ? 'met' : 'not met'}: ${goal}`);
    },
  };
}
