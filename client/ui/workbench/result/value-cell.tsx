import type { WireValue } from '../../../../server/contract/values.ts';
import { shortText } from '../../../graph/answer/answer-text.ts';
import { listText } from '../../../graph/answer/list-text.ts';
import { readValue, type ReadValue } from '../../../graph/answer/read-value.ts';
import { NodeChip, PathChips, RelationChip } from './value-chip.tsx';
import { WholeValue } from './whole-value.tsx';

const CHARACTER_PX = 6.6;
const PADDING_PX = 18;
/** As much of a value as a line can show. */
const LINE_CHARACTERS = 200;

/** True where one line cannot show all that is in the value. */
function isFoldable(read: ReadValue, widthPx: number): boolean {
  switch (read.kind) {
    case 'text':
      return read.text.includes('\n') || read.text.length * CHARACTER_PX > widthPx - PADDING_PX;
    case 'list':
      return read.items.length > 0;
    case 'map':
      return read.entries.length > 0;
    case 'path':
      return read.relationships.length > 0;
    case 'node':
    case 'relationship':
      return true;
    default:
      return false;
  }
}

function OneLine({ read, value }: { readonly read: ReadValue; readonly value: WireValue }) {
  switch (read.kind) {
    case 'null':
      return <span className="value-null">null</span>;
    case 'node':
      return <NodeChip node={read.node} />;
    case 'relationship':
      return <RelationChip relationship={read.relationship} />;
    case 'path':
      return <PathChips nodes={read.nodes} relationships={read.relationships} />;
    case 'temporal':
      return <span title={read.of}>{read.text}</span>;
    case 'boolean':
      return <span className="value-boolean">{String(read.value)}</span>;
    case 'list':
      return <ListLine items={read.items} value={value} />;
    default:
      return <span className="value-line">{shortText(value).slice(0, LINE_CHARACTERS)}</span>;
  }
}

const CHIPS_MAX = 8;

/** A list of plain values on one line: its sign, then the values; the pointer on it shows it as it is written. */
function PlainList({ text, value, count }: { text: string; value: WireValue; count: number }) {
  return (
    <span className="value-line" title={`List of ${count}: ${shortText(value).slice(0, LINE_CHARACTERS)}`}>
      <span className="value-kind">{count === 0 ? 'empty list' : 'list'}</span>{' '}
      {text.slice(0, LINE_CHARACTERS)}
    </span>
  );
}

/** A list on one line: of entities their chips, of plain values these, of other things their JSON. */
function ListLine({ items, value }: { readonly items: readonly WireValue[]; readonly value: WireValue }) {
  const text = listText(items);
  if (text !== null) return <PlainList text={text} value={value} count={items.length} />;
  const shown = items
    .slice(0, CHIPS_MAX)
    .map((item, place) => ({ key: String(place), item, read: readValue(item) }));
  const isOfThings = shown.some(({ read }) => read.kind === 'node' || read.kind === 'relationship');
  if (!isOfThings) return <span className="value-line">{shortText(value).slice(0, LINE_CHARACTERS)}</span>;
  return (
    <span className="path-chips">
      {shown.map(({ key, item, read }) => (
        <OneLine key={key} read={read} value={item} />
      ))}
      {items.length > CHIPS_MAX && <span className="quiet"> … {items.length - CHIPS_MAX} more</span>}
    </span>
  );
}

interface Props {
  readonly value: WireValue;
  readonly widthPx: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** What stands in a cell: one line, and where that is not all, a way to read the whole. */
export function ValueCell({ value, widthPx, isOpen, onToggle }: Props) {
  const read = readValue(value);
  return (
    <>
      <span className="cell-value">
        {isOpen ? <WholeValue value={value} /> : <OneLine read={read} value={value} />}
      </span>
      {isFoldable(read, widthPx) && (
        <button
          type="button"
          className="cell-fold"
          tabIndex={-1}
          aria-expanded={isOpen}
          aria-label="Whole value"
          title={isOpen ? 'Fold' : 'Show the whole value'}
          onClick={onToggle}
        />
      )}
    </>
  );
}
