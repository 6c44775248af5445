import '../../styles/workbench.css';
import { useApp } from '../explorer-context.ts';
import { CommandButton } from '../parts/command-button.tsx';
import { EditorHost } from './editor-host.tsx';
import { PaneDivider } from './pane-divider.tsx';
import { ResultView } from './result/result-view.tsx';
import { WorkbenchTools } from './workbench-tools.tsx';

/** The pane below the canvas: what is written left, its answer right; on narrow screens one below the other. */
export function Workbench() {
  const answer = useApp((state) => state.workbench.answer);
  const heightPx = useApp((state) => state.workbench.heightPx);
  return (
    <section className="workbench" aria-label="Cypher" style={{ height: heightPx }}>
      <PaneDivider />
      <div className="workbench-head">
        <WorkbenchTools />
        <CommandButton id="workbench" className="workbench-close" />
      </div>
      <div className="workbench-halves">
        <div className="workbench-writing">
          <EditorHost />
        </div>
        <div className="workbench-reading">
          <ResultView answer={answer} />
        </div>
      </div>
    </section>
  );
}
