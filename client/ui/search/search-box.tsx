import { useEffect, useRef, useState } from 'react';
import { ComboBox, Input, Label } from 'react-aria-components';

import { askPath } from '../../state/path-question.ts';
import { useExplorer, useRun } from '../explorer-context.ts';
import { Icon } from '../parts/icons.tsx';
import { SearchList } from './search-list.tsx';
import { useSearchHits, type SearchItem } from './use-search-hits.ts';

/** The text of the box, which commands may set when they put the cursor into it. */
function useSearchText() {
  const { registerSearch } = useExplorer();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  useEffect(
    () =>
      registerSearch((start) => {
        if (start !== undefined) setText(start);
        input.current?.focus();
      }),
    [registerSearch],
  );
  return { input, text, setText };
}

/** The search box: institutions by any of their names, and "ISRO to JAXA" for a path between two. */
export function SearchBox() {
  const run = useRun();
  const { input, text, setText } = useSearchText();
  const { items, isEmpty } = useSearchHits(text);
  const wanted = text.trim();
  const emptyText =
    wanted === '' ? 'Type a name' : isEmpty ? `Nothing has a name like “${wanted}”` : 'Searching…';
  const choose = (item: SearchItem | undefined): void => {
    if (!item) return;
    if (item.kind === 'path') {
      run('ask-path', { kind: 'question', question: askPath(item.from, item.to) });
    } else run('go-to', { kind: 'node', id: item.id });
    setText('');
  };
  return (
    <ComboBox
      className="search"
      aria-label="Search"
      inputValue={text}
      onInputChange={setText}
      items={items}
      selectedKey={null}
      onSelectionChange={(key) => choose(items.find((item) => item.key === key))}
      defaultFilter={() => true}
      allowsCustomValue
      allowsEmptyCollection={wanted !== ''}
      menuTrigger="input"
    >
      <Label className="search-icon">
        <Icon name="search" />
        <span className="visually-hidden">Find an institution</span>
      </Label>
      <Input
        ref={input}
        className="search-input"
        placeholder="Find an institution, or “ISRO to JAXA”"
        spellCheck="false"
        onKeyDown={(event) => {
          const hasFocusedOption = event.currentTarget.getAttribute('aria-activedescendant') !== null;
          if (event.key === 'Enter' && !hasFocusedOption) choose(items[0]);
        }}
      />
      <SearchList emptyText={emptyText} />
    </ComboBox>
  );
}
