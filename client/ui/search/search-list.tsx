import { ListBox, ListBoxItem, Popover } from 'react-aria-components';

import { SearchOption } from './search-option.tsx';
import type { SearchItem } from './use-search-hits.ts';

/** The list that opens under a field while a name is typed. */
export function SearchList({ emptyText }: { readonly emptyText: string }) {
  const renderEmptyState = () => (
    <p className="search-empty" role="status">
      {emptyText}
    </p>
  );
  return (
    <Popover className="popover search-popover" isNonModal>
      <ListBox className="options" renderEmptyState={renderEmptyState}>
        {(item: SearchItem) => (
          <ListBoxItem id={item.key} textValue={item.text} className="option">
            <SearchOption item={item} />
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}
