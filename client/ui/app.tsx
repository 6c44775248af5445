import { Dialogs } from './dialogs/dialogs.tsx';
import { useApp } from './explorer-context.ts';
import { Notice } from './notice.tsx';
import { AwayBanner, PageState } from './page-states.tsx';
import { Panel } from './panel/panel.tsx';
import { QuestionChips } from './question-chips.tsx';
import { Stage } from './stage/stage.tsx';
import { TopBar } from './top-bar.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import { WorkbenchSlot } from './workbench/workbench-slot.tsx';

/** The one page: bar, questions, picture and panel. */
export function App() {
  const service = useApp((state) => state.service);
  const data = useApp((state) => state.data);
  useShortcuts();
  return (
    <div className="page">
      {data === null ? (
        <PageState service={service} />
      ) : (
        <>
          <TopBar />
          <QuestionChips data={data} />
          <AwayBanner service={service} />
          <div className="workspace">
            <Stage data={data} />
            <Panel data={data} />
          </div>
          <WorkbenchSlot />
          <Dialogs />
        </>
      )}
      <Notice />
    </div>
  );
}
