import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import { ViewPlugin, type EditorView, type PluginValue, type ViewUpdate } from '@codemirror/view';

import { statementAt, type StatementPart } from '../cypher/split-statements.ts';
import { tokenise } from '../cypher/tokenise.ts';

/** Something that the engine, or we before it, say of a statement. */
export interface Finding {
  readonly severity: 'error' | 'warning' | 'info';
  /** Where in the statement; null = it is about the whole. */
  readonly offset: number | null;
  readonly message: string;
}

/** A finding with its place in the whole text, line and column from 1. */
export interface PlacedFinding extends Finding {
  readonly line: number;
  readonly column: number;
}

export interface LiveCheckOptions {
  /** Asks the engine about a statement; rejects where the signal says so. */
  readonly check: (statement: string, signal: AbortSignal) => Promise<readonly Finding[]>;
  readonly onFindings: (findings: readonly PlacedFinding[]) => void;
}

/** Typing rests this long before a statement is checked. */
const CHECK_DELAY_MS = 400;

/** What is underlined: the word at the place, or the whole statement. */
function rangeOf(part: StatementPart, offset: number | null): { from: number; to: number } {
  if (offset === null) return { from: part.start, to: part.end };
  const at = Math.min(Math.max(offset, 0), part.text.length);
  const token = tokenise(part.text).find(({ start, end }) => start <= at && at < end);
  if (!token || token.kind === 'space')
    return { from: Math.max(part.start, part.start + at - 1), to: part.start + at };
  return { from: part.start + token.start, to: part.start + token.end };
}

function placed(doc: Text, from: number, finding: Finding): PlacedFinding {
  const line = doc.lineAt(from);
  return { ...finding, line: line.number, column: from - line.from + 1 };
}

/**
 * Checks the statement at the cursor when typing rests and underlines what is found. A check that is on its way when
 * typing goes on is given up: typing never waits, and no answer is shown that belongs to an older text.
 */
class LiveCheck implements PluginValue {
  private timer = 0;
  private running: AbortController | null = null;
  private checked: string | null = null;
  private values = '';

  private readonly view: EditorView;
  private readonly options: LiveCheckOptions;

  constructor(view: EditorView, options: LiveCheckOptions) {
    this.view = view;
    this.options = options;
    this.plan();
  }

  update(update: ViewUpdate): void {
    if (update.docChanged) this.stop();
    if (update.docChanged || update.selectionSet) this.plan();
  }

  /** Checks anew where the values of the parameters are others than before. */
  checkFor(values: string): void {
    if (values === this.values) return;
    this.values = values;
    this.stop();
    this.plan();
  }

  destroy(): void {
    this.stop();
    window.clearTimeout(this.timer);
  }

  private stop(): void {
    this.running?.abort();
    this.running = null;
    this.checked = null;
  }

  private plan(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.run(), CHECK_DELAY_MS);
  }

  private async run(): Promise<void> {
    const { state } = this.view;
    const part = statementAt(state.doc.toString(), state.selection.main.head);
    if (part !== null && this.checked === `${part.start} ${part.text}`) return;
    this.running?.abort();
    const own = new AbortController();
    this.running = own;
    this.checked = part && `${part.start} ${part.text}`;
    try {
      const findings = part === null ? [] : await this.options.check(part.text, own.signal);
      if (!own.signal.aborted) this.show(part, findings);
    } catch {
      // Given up, or the service is away: the page says so elsewhere, here nothing is known.
      if (!own.signal.aborted) this.show(part, []);
    }
  }

  private show(part: StatementPart | null, findings: readonly Finding[]): void {
    const { doc } = this.view.state;
    const diagnostics: Diagnostic[] = [];
    const told: PlacedFinding[] = [];
    for (const finding of findings) {
      if (!part) break;
      const { from, to } = rangeOf(part, finding.offset);
      diagnostics.push({ from, to, severity: finding.severity, message: finding.message });
      told.push(placed(doc, from, finding));
    }
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
    this.options.onFindings(told);
  }
}

export function liveCheck(options: LiveCheckOptions) {
  return ViewPlugin.define((view) => new LiveCheck(view, options));
}
