import { useEffect, useId, useRef, useState } from 'react';

import { createCypherEditor, type CypherEditor } from '../../editor/create-editor.ts';
import type { PlacedFinding } from '../../editor/live-check.ts';
import { QUERY_MAX_CHARACTERS } from '../../state/workbench-view.ts';
import { useApp, useExplorer } from '../explorer-context.ts';
import { checkStatement } from './check-statement.ts';
import { FindingLine } from './finding-line.tsx';
import { useVocabulary } from './use-vocabulary.ts';

const TOO_LONG = `The text would be longer than ${QUERY_MAX_CHARACTERS.toLocaleString('en')} characters`;

function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** Makes the editor when its element is on the page, and keeps it and the view together. */
function useEditor(describedBy: string, onFindings: (findings: readonly PlacedFinding[]) => void) {
  const { app, registry, registerEditor } = useExplorer();
  const container = useRef<HTMLDivElement>(null);
  const editor = useRef<CypherEditor | null>(null);
  const query = useApp((state) => state.history.view.workbench.query);
  const parameters = useApp((state) => state.history.view.workbench.parameters);
  const vocabulary = useVocabulary();
  const words = useRef(vocabulary);
  useEffect(() => {
    words.current = vocabulary;
  }, [vocabulary]);
  useEffect(() => {
    if (!container.current) return;
    const created = createCypherEditor(container.current, {
      text: app.get().history.view.workbench.query,
      nonce: pageNonce(),
      describedBy,
      vocabulary: () => words.current,
      check: (statement, signal) =>
        checkStatement(statement, app.get().history.view.workbench.parameters, signal),
      onFindings,
      onWrite: (text) => void registry.run('write-query', { kind: 'text', text }),
      onEscape: () => registry.run('cancel-query'),
      onTooLong: () => app.update((state) => ({ ...state, notice: TOO_LONG })),
    });
    editor.current = created;
    const unregister = registerEditor(created);
    if (app.get().workbench.isCursorWanted) {
      created.focus();
      app.update((state) => ({ ...state, workbench: { ...state.workbench, isCursorWanted: false } }));
    }
    return () => {
      unregister();
      editor.current = null;
      created.destroy();
    };
  }, [app, registry, registerEditor, describedBy, onFindings]);
  useEffect(() => editor.current?.show(query), [query]);
  useEffect(() => editor.current?.checkFor(JSON.stringify(parameters)), [parameters]);
  return container;
}

/** The editor, what the engine says of what is written, and how to leave it. */
export function EditorHost() {
  const hintId = useId();
  const [findings, setFindings] = useState<readonly PlacedFinding[]>([]);
  const container = useEditor(hintId, setFindings);
  return (
    <>
      <div className="editor-host" ref={container} />
      <FindingLine findings={findings} />
      <p id={hintId} className="visually-hidden">
        Tab indents and takes what is offered. Press Escape, then Tab, to leave the editor. Control Space
        offers words, Control Enter runs the statement, F8 goes to the next error.
      </p>
    </>
  );
}
