import { useState } from 'react';
import { Button } from 'react-aria-components';

import { HISTORY_MAX_ENTRIES, searchHistory, type HistoryEntry } from '../../state/query-history.ts';
import { useApp, useRun } from '../explorer-context.ts';
import { CommandButton } from '../parts/command-button.tsx';
import { FilterField } from './filter-field.tsx';
import { KeepFault } from './keep-fault.tsx';

const WHEN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

function RunRow({ entry }: { readonly entry: HistoryEntry }) {
  const run = useRun();
  const { query, parameters } = entry;
  return (
    <li className="kept">
      <div className="kept-line">
        <Button className="kept-open" onPress={() => run('open-query', { kind: 'query', query, parameters })}>
          <code className="kept-code">{query}</code>
          <span className="quiet">
            {WHEN.format(entry.ranAtMs)} · {entry.outcome}
            {parameters.map(({ name, text }) => ` · $${name}: ${text}`).join('')}
          </span>
        </Button>
        <CommandButton id="forget-runs" target={{ kind: 'run', run: entry }} />
      </div>
    </li>
  );
}

/** What ran in this browser, newest first, to be found and opened again. */
export function HistoryPage() {
  const history = useApp((state) => state.workbench.history);
  const [text, setText] = useState('');
  const found = searchHistory(history, text);
  return (
    <>
      <div className="page-tools">
        <FilterField label="Find in the history" text={text} onChange={setText} />
        <CommandButton id="forget-runs" hasText />
      </div>
      <KeepFault />
      {found.length === 0 && (
        <p className="quiet">{history.length === 0 ? 'Nothing has run yet.' : `No run holds “${text}”.`}</p>
      )}
      <ul className="kept-list">
        {found.map((entry) => (
          <RunRow key={`${entry.ranAtMs} ${entry.query}`} entry={entry} />
        ))}
      </ul>
      {history.length >= HISTORY_MAX_ENTRIES && (
        <p className="quiet">The newest {HISTORY_MAX_ENTRIES} runs are kept.</p>
      )}
    </>
  );
}
