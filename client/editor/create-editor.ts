import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';

import { statementAt } from '../cypher/split-statements.ts';

export interface EditorOptions {
  readonly text: string;
  /** Of the page's policy: without it the editor's styles are refused. */
  readonly nonce: string;
  /** Typing came to rest. */
  readonly onWrite: (text: string) => void;
  /** Escape was pressed and closed nothing in the editor; true where it did something. */
  readonly onEscape: () => boolean;
}

export interface CypherEditor {
  text(): string;
  runnable(): string | null;
  format(): void;
  focus(): void;
  /** Shows a text that came from elsewhere: an example, an undo, the address. */
  show(text: string): void;
  destroy(): void;
}

/** Typing rests this long before the view takes it. */
const WRITE_DELAY_MS = 300;

/** The selected text where it holds something, else the statement at the cursor. */
function runnable(state: EditorState): string | null {
  const { from, to, head } = state.selection.main;
  const selected = state.sliceDoc(from, to).trim();
  if (selected !== '') return selected;
  return statementAt(state.doc.toString(), head)?.text ?? null;
}

export function createCypherEditor(parent: HTMLElement, options: EditorOptions): CypherEditor {
  /** The text that the view holds: what differs from it was typed here and is not told yet. */
  let known = options.text;
  let timer = 0;
  const tell = (): void => {
    known = view.state.doc.toString();
    options.onWrite(known);
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        EditorView.cspNonce.of(options.nonce),
        history(),
        keymap.of([
          { key: 'Escape', run: options.onEscape },
          ...defaultKeymap.filter((binding) => binding.key !== 'Mod-Enter'),
          ...historyKeymap,
        ]),
        EditorView.contentAttributes.of({ 'aria-label': 'Cypher' }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          window.clearTimeout(timer);
          timer = window.setTimeout(tell, WRITE_DELAY_MS);
        }),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    runnable: () => runnable(view.state),
    format: () => undefined,
    focus: () => view.focus(),
    show(text) {
      if (text === known) return;
      known = text;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
      window.clearTimeout(timer);
    },
    destroy() {
      window.clearTimeout(timer);
      view.destroy();
    },
  };
}
