import { useEffect, useState, type ComponentType } from 'react';

import { useApp } from '../explorer-context.ts';

/** The place of the workbench below the canvas. Its code comes when it is first opened. */
export function WorkbenchSlot() {
  const isOpen = useApp((state) => state.history.view.workbench.isOpen);
  const [part, setPart] = useState<{ readonly Workbench: ComponentType } | 'failed' | null>(null);
  useEffect(() => {
    if (!isOpen || part !== null) return;
    import('./workbench.tsx').then(setPart, () => setPart('failed'));
  }, [isOpen, part]);
  // What had the focus goes with the pane: the keyboard goes on at the canvas.
  useEffect(() => {
    if (isOpen)
      return () => {
        if (document.activeElement === document.body)
          document.querySelector<HTMLElement>('[data-canvas]')?.focus();
      };
    return undefined;
  }, [isOpen]);
  if (!isOpen) return null;
  if (part === null || part === 'failed') {
    return (
      <section className="workbench-wait" aria-label="Cypher" role="status">
        {part === null ? 'Opening the workbench…' : 'The workbench could not be loaded: reload this page.'}
      </section>
    );
  }
  return <part.Workbench />;
}
