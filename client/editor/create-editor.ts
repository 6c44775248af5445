import {
  acceptCompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view';

import { formatCypher } from '../cypher/format-cypher.ts';
import { statementAt } from '../cypher/split-statements.ts';
import type { Vocabulary } from '../cypher/vocabulary.ts';
import { QUERY_MAX_CHARACTERS } from '../state/workbench-view.ts';
import { cypherCompletion } from './completion.ts';
import { cypherColours, cypherLanguage } from './cypher-language.ts';
import { editorTheme } from './editor-theme.ts';
import { hoverHelp } from './hover-help.ts';
import { liveCheck, type LiveCheckOptions } from './live-check.ts';
import { typedOver } from './typed-over.ts';

export interface EditorOptions extends LiveCheckOptions {
  readonly text: string;
  /** Of the page's policy: without it the editor's styles are refused. */
  readonly nonce: string;
  /** Id of the element that says how Tab and Escape work here. */
  readonly describedBy: string;
  readonly vocabulary: () => Vocabulary;
  /** Typing came to rest. */
  readonly onWrite: (text: string) => void;
  /** Escape was pressed and closed nothing in the editor; true where it did something. */
  readonly onEscape: () => boolean;
  /** A change was refused because the text would have become longer than can be kept. */
  readonly onTooLong: () => void;
}

export interface CypherEditor {
  text(): string;
  /** The selected text where it holds something, else the statement at the cursor. */
  runnable(): string | null;
  format(): void;
  focus(): void;
  /** Shows a text that came from elsewhere: an example, an undo, the address. */
  show(text: string): void;
  /** Checks anew where the values of the parameters are others than before. */
  checkFor(values: string): void;
  destroy(): void;
}

/** Typing rests this long before the view takes it. */
const WRITE_DELAY_MS = 300;

function runnable(state: EditorState): string | null {
  const { from, to, head } = state.selection.main;
  const selected = state.sliceDoc(from, to).trim();
  if (selected !== '') return selected.replace(/;$/u, '');
  return statementAt(state.doc.toString(), head)?.text ?? null;
}

/** The place in a text after as many signs that are no spaces. */
function placeAfterSigns(text: string, signs: number): number {
  let seen = 0;
  for (let place = 0; place < text.length; place += 1) {
    if (seen === signs) return place;
    if (!/\s/u.test(text.charAt(place))) seen += 1;
  }
  return text.length;
}

function format(view: EditorView): void {
  const text = view.state.doc.toString();
  const insert = formatCypher(text);
  if (insert === text) return;
  const signs = text.slice(0, view.state.selection.main.head).replaceAll(/\s/gu, '').length;
  view.dispatch({
    changes: { from: 0, to: text.length, insert },
    selection: { anchor: placeAfterSigns(insert, signs) },
    userEvent: 'input.format',
  });
}

/** Tab indents here, so Escape lets it leave; said aloud, as it cannot be seen. */
function letTabLeave(view: EditorView): boolean {
  view.dispatch({ effects: EditorView.announce.of('Tab now leaves the editor') });
  return false;
}

/** A list that is open would take the Escape that cancels what runs. The page itself answers the key. */
function closeList(view: EditorView): boolean {
  closeCompletion(view);
  return false;
}

function keys(onEscape: () => boolean): Extension {
  return keymap.of([
    { key: 'Mod-Enter', run: closeList, shift: closeList },
    { key: 'Tab', run: acceptCompletion },
    ...closeBracketsKeymap,
    ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'),
    ...historyKeymap,
    ...lintKeymap,
    indentWithTab,
    { key: 'Escape', run: (view) => onEscape() || letTabLeave(view) },
  ]);
}

function looks(nonce: string): Extension {
  return [
    EditorView.cspNonce.of(nonce),
    editorTheme,
    cypherLanguage,
    cypherColours,
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    drawSelection(),
    bracketMatching(),
    closeBrackets(),
    EditorView.lineWrapping,
    placeholder('Write Cypher here, or choose a question or an example'),
  ];
}

export function createCypherEditor(parent: HTMLElement, options: EditorOptions): CypherEditor {
  /** The text that the view holds: what differs from it was typed here and is not told yet. */
  let known = options.text;
  let timer = 0;
  const tell = (): void => {
    known = view.state.doc.toString();
    options.onWrite(known);
  };
  const check = liveCheck(options);
  const extensions: Extension = [
    looks(options.nonce),
    cypherCompletion(options.vocabulary),
    hoverHelp(options.vocabulary),
    check,
    typedOver,
    history(),
    keys(options.onEscape),
    EditorView.contentAttributes.of({ 'aria-label': 'Cypher', 'aria-describedby': options.describedBy }),
    EditorState.changeFilter.of((change) => {
      if (change.newDoc.length <= QUERY_MAX_CHARACTERS) return true;
      options.onTooLong();
      return false;
    }),
    EditorView.updateListener.of((update) => {
      if (!update.docChanged) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(tell, WRITE_DELAY_MS);
    }),
  ];
  const view = new EditorView({ parent, state: EditorState.create({ doc: options.text, extensions }) });
  return {
    text: () => view.state.doc.toString(),
    runnable: () => runnable(view.state),
    format: () => format(view),
    focus: () => view.focus(),
    show(text) {
      if (text === known) return;
      known = text;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
      window.clearTimeout(timer);
    },
    checkFor: (values) => view.plugin(check)?.checkFor(values),
    destroy() {
      window.clearTimeout(timer);
      view.destroy();
    },
  };
}
