import { useEffect, useRef, useState } from 'react';
import { ComboBox, Input, Label } from 'react-aria-components';

import { SearchList } from '../search/search-list.tsx';
import { useSearchHits } from '../search/use-search-hits.ts';

interface Props {
  readonly label: string;
  /** Name of the entity that is chosen; empty for none. */
  readonly caption: string;
  readonly onChoose: (id: string) => void;
  /** The field waits for its entity: the cursor goes there. */
  readonly isWanted?: boolean;
}

/** A field that takes one entity by any of its names. */
export function EndField({ label, caption, onChoose, isWanted = false }: Props) {
  const input = useRef<HTMLInputElement>(null);
  /** What is typed; null while nothing is. */
  const [text, setText] = useState<string | null>(null);
  const wanted = text === null || text === caption ? '' : text.trim();
  const hits = useSearchHits(wanted);
  const items = hits.items.filter((item) => item.kind === 'node');
  useEffect(() => {
    if (isWanted) input.current?.focus();
  }, [isWanted]);
  const choose = (item: (typeof items)[number] | undefined): void => {
    if (!item) return;
    onChoose(item.id);
    setText(null);
  };
  return (
    <ComboBox
      className="end-field"
      inputValue={text ?? caption}
      onInputChange={setText}
      onBlur={() => setText(null)}
      items={items}
      selectedKey={null}
      onSelectionChange={(key) => choose(items.find((item) => item.key === key))}
      defaultFilter={() => true}
      allowsCustomValue
      allowsEmptyCollection={wanted !== ''}
      menuTrigger="input"
    >
      <Label className="field-label">{label}</Label>
      <Input
        ref={input}
        className="field"
        placeholder="Type a name"
        spellCheck="false"
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={(event) => {
          const hasFocusedOption = event.currentTarget.getAttribute('aria-activedescendant') !== null;
          if (event.key === 'Enter' && !hasFocusedOption) choose(items[0]);
        }}
      />
      <SearchList emptyText={hits.isEmpty ? `Nothing has a name like “${wanted}”` : 'Searching…'} />
    </ComboBox>
  );
}
