import { useState } from 'react';

import { HISTORY_MAX_ENTRIES, searchHistory, type HistoryEntry } from '../../state/query-history.ts';
import { useApp } from '../explorer-context.ts';
import { CommandButton } from '../parts/command-button.tsx';
import { FilterField } from './filter-field.tsx';
import { KeepFault } from './keep-fault.tsx';
import { KeptRow } from './kept-row.tsx';

const WHEN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

function RunRow({ entry }: { readonly entry: HistoryEntry }) {
  const { query, parameters, ranAtMs, outcome } = entry;
  return (
    <KeptRow
      query={query}
      parameters={parameters}
      tools={<CommandButton id="forget-runs" target={{ kind: 'run', run: entry }} />}
    >
      <code className="kept-code">{query}</code>
      <span className="quiet">
        {WHEN.format(ranAtMs)} · {outcome}
        {parameters.map(({ name, text }) => ` · $${name}: ${text}`).join('')}
      </span>
    </KeptRow>
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
