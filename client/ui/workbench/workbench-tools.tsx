import { useApp } from '../explorer-context.ts';
import { CommandButton } from '../parts/command-button.tsx';

/** The commands that are always at hand while writing. */
export function WorkbenchTools() {
  const isRunning = useApp((state) => state.workbench.answer?.status === 'running');
  return (
    <div className="workbench-tools" role="toolbar" aria-label="Statement">
      <CommandButton id={isRunning ? 'cancel-query' : 'run-query'} hasText className="run-button" />
      <CommandButton id="explain-query" hasText />
      <CommandButton id="profile-query" hasText />
      <span className="tools-gap" />
      <CommandButton id="format-query" />
      <CommandButton id="empty-query" />
      <CommandButton id="save-favourite" />
      <CommandButton id="copy-link" />
    </div>
  );
}
