import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';

import '../../styles/workbench.css';
import { WORKBENCH_PAGES, type WorkbenchPage } from '../../state/workbench-state.ts';
import { useApp, useRun } from '../explorer-context.ts';
import { CommandButton } from '../parts/command-button.tsx';
import { EditorHost } from './editor-host.tsx';
import { ExamplesPage, QuestionsPage } from './examples-pages.tsx';
import { FavouritesPage } from './favourites-page.tsx';
import { HistoryPage } from './history-page.tsx';
import { PaneDivider } from './pane-divider.tsx';
import { Parameters } from './parameters.tsx';
import { ResultView } from './result/result-view.tsx';
import { WorkbenchTools } from './workbench-tools.tsx';

const TAB_NAMES: Record<WorkbenchPage, string> = {
  write: 'Write',
  questions: 'Questions',
  examples: 'Examples',
  favourites: 'Favourites',
  history: 'History',
};

/** The left half: the editor stays alive under the other pages. */
function Writing() {
  const run = useRun();
  const page = useApp((state) => state.workbench.page);
  return (
    <Tabs
      className="workbench-writing"
      selectedKey={page}
      onSelectionChange={(key) => run(`cypher-${String(key)}`)}
    >
      <div className="workbench-head">
        <TabList className="tab-list" aria-label="Statements">
          {WORKBENCH_PAGES.map((name) => (
            <Tab key={name} id={name} className="tab">
              {TAB_NAMES[name]}
            </Tab>
          ))}
        </TabList>
      </div>
      <TabPanel id="write" className="workbench-page write" shouldForceMount>
        <WorkbenchTools />
        <EditorHost />
        <Parameters />
      </TabPanel>
      <TabPanel id="questions" className="workbench-page">
        <QuestionsPage />
      </TabPanel>
      <TabPanel id="examples" className="workbench-page">
        <ExamplesPage />
      </TabPanel>
      <TabPanel id="favourites" className="workbench-page">
        <FavouritesPage />
      </TabPanel>
      <TabPanel id="history" className="workbench-page">
        <HistoryPage />
      </TabPanel>
    </Tabs>
  );
}

/** The pane below the canvas: what is written left, its answer right; on narrow screens one below the other. */
export function Workbench() {
  const answer = useApp((state) => state.workbench.answer);
  const heightPx = useApp((state) => state.workbench.heightPx);
  return (
    <section className="workbench" aria-label="Cypher workbench" style={{ height: heightPx }}>
      <PaneDivider />
      <CommandButton id="workbench" className="workbench-close" icon="close" />
      <div className={`workbench-halves ${answer ? 'answered' : ''}`}>
        <Writing />
        <div className="workbench-reading">
          <ResultView answer={answer} />
        </div>
      </div>
    </section>
  );
}
