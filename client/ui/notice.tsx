import { useEffect } from 'react';

import { useApp, useExplorer } from './explorer-context.ts';

const SHOWN_MS = 4_000;

/** Something said once, seen and heard. */
export function Notice() {
  const { app } = useExplorer();
  const notice = useApp((state) => state.notice);
  useEffect(() => {
    if (notice === null) return;
    const timer = window.setTimeout(() => app.update((state) => ({ ...state, notice: null })), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [app, notice]);
  return (
    <div className="notice-place" role="status" aria-live="polite">
      {notice !== null && <p className="notice">{notice}</p>}
    </div>
  );
}
