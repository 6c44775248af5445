import { useEffect, useRef } from 'react';

import { createCypherEditor, type CypherEditor } from '../../editor/create-editor.ts';
import { useApp, useExplorer } from '../explorer-context.ts';

function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** Keeps an editor in an element while it is on the page, and it and the view together. */
export function EditorHost() {
  const { app, registry, registerEditor } = useExplorer();
  const container = useRef<HTMLDivElement>(null);
  const editor = useRef<CypherEditor | null>(null);
  const query = useApp((state) => state.history.view.workbench.query);
  useEffect(() => {
    if (!container.current) return;
    const created = createCypherEditor(container.current, {
      text: app.get().history.view.workbench.query,
      nonce: pageNonce(),
      onWrite: (text) => void registry.run('write-query', { kind: 'text', text }),
      onEscape: () => registry.run('cancel-query'),
    });
    editor.current = created;
    const unregister = registerEditor(created);
    created.focus();
    return () => {
      unregister();
      editor.current = null;
      created.destroy();
    };
  }, [app, registry, registerEditor]);
  useEffect(() => editor.current?.show(query), [query]);
  return <div className="editor-host" ref={container} />;
}
