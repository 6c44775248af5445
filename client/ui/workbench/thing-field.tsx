import { useState } from 'react';
import { ComboBox, Input } from 'react-aria-components';

import { nodeOf } from '../../graph/graph-data.ts';
import { useApp } from '../explorer-context.ts';
import { SearchList } from '../search/search-list.tsx';
import { useSearchHits, type SearchItem } from '../search/use-search-hits.ts';

interface Props {
  readonly label: string;
  /** Id of the entity; empty = none yet. */
  readonly value: string;
  /** Only entities with one of these labels are offered; empty = all. */
  readonly labels: readonly string[];
  readonly onChange: (id: string) => void;
}

type NodeItem = Extract<SearchItem, { kind: 'node' }>;

/** What stands in the field, what is offered for it, and what becomes of it when the field is left. */
function useThing({ value, labels, onChange }: Props) {
  const caption =
    useApp((state) => (state.data ? nodeOf(state.data.graph, value)?.caption : undefined)) ?? value;
  /** Null while nothing has been typed over the name of the value. */
  const [typed, setTyped] = useState<string | null>(null);
  const wanted = (typed ?? '').trim();
  const { items, isEmpty } = useSearchHits(wanted);
  const offers = items.filter(
    (item): item is NodeItem => item.kind === 'node' && (labels.length === 0 || labels.includes(item.label)),
  );
  const take = (id: string): void => {
    if (id !== value) onChange(id);
    setTyped(null);
  };
  return {
    text: typed ?? caption,
    setText: (text: string) => setTyped(typed === null && text === caption ? null : text),
    offers,
    take,
    /** A name that is written out counts as picked; anything else is taken for an id. */
    leave: () => {
      if (typed === null) return;
      const named = offers.find((offer) => offer.text.toLowerCase() === wanted.toLowerCase());
      take(wanted === caption ? value : (named?.id ?? wanted));
    },
    isOpenWhenEmpty: wanted !== '',
    emptyText: isEmpty || items.length > 0 ? `Nothing has a name like “${wanted}”` : 'Searching…',
  };
}

/** A field for an entity: picked by any of its names; an id can be written, too. */
export function ThingField(props: Props) {
  const { text, setText, offers, take, leave, isOpenWhenEmpty, emptyText } = useThing(props);
  return (
    <ComboBox
      className="thing-field"
      aria-label={props.label}
      inputValue={text}
      onInputChange={setText}
      items={offers}
      selectedKey={null}
      onSelectionChange={(key) => {
        const chosen = offers.find((offer) => offer.key === key);
        if (chosen) take(chosen.id);
      }}
      defaultFilter={() => true}
      allowsCustomValue
      allowsEmptyCollection={isOpenWhenEmpty}
      menuTrigger="input"
      onBlur={leave}
    >
      <Input className="field-input" placeholder="Type a name" spellCheck="false" />
      <SearchList emptyText={emptyText} />
    </ComboBox>
  );
}
