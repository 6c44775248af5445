import type { WireValue } from '../../../../server/contract/values.ts';
import { shortText } from '../../../graph/answer/answer-text.ts';
import { formatCount } from '../../../graph/answer/describe-answer.ts';
import { readValue } from '../../../graph/answer/read-value.ts';
import { NodeChip, PathChips, RelationChip } from './value-chip.tsx';

const ENTRIES_MAX = 200;
const CHARACTERS_MAX = 20_000;
/** Lists and maps nested deeper are folded at first. */
const OPEN_DEPTH = 1;

type Entry = readonly [name: string, value: WireValue];

function Entries({ entries, depth }: { readonly entries: readonly Entry[]; readonly depth: number }) {
  const shown = entries.slice(0, ENTRIES_MAX);
  return (
    <>
      <ul className="value-entries">
        {shown.map(([name, value]) => (
          <li key={name}>
            <span className="entry-name">{name}</span> <WholeValue value={value} depth={depth} />
          </li>
        ))}
      </ul>
      {entries.length > shown.length && (
        <p className="quiet">
          … and {formatCount(entries.length - shown.length, 'more entry').replace('entrys', 'entries')}: the
          JSON has all
        </p>
      )}
    </>
  );
}

function Folding({ what, entries, depth }: { what: string; entries: readonly Entry[]; depth: number }) {
  if (entries.length === 0) return <span className="quiet">{what}, empty</span>;
  return (
    <details className="value-fold" open={depth <= OPEN_DEPTH}>
      <summary tabIndex={-1}>{what}</summary>
      <Entries entries={entries} depth={depth + 1} />
    </details>
  );
}

function numbered(items: readonly WireValue[]): readonly Entry[] {
  return items.map((item, place) => [String(place), item] as const);
}

/** A value with all that is in it: texts whole, lists and maps to unfold, properties of nodes and relationships. */
export function WholeValue({ value, depth = 0 }: { readonly value: WireValue; readonly depth?: number }) {
  const read = readValue(value);
  switch (read.kind) {
    case 'null':
      return <span className="value-null">null</span>;
    case 'text':
      return (
        <span className="value-text">
          {read.text.slice(0, CHARACTERS_MAX)}
          {read.text.length > CHARACTERS_MAX && (
            <span className="quiet">
              {' '}
              … {formatCount(read.text.length - CHARACTERS_MAX, 'more character')}
            </span>
          )}
        </span>
      );
    case 'node':
      return (
        <>
          <NodeChip node={read.node} />
          <Folding what={read.node.labels.join(', ')} entries={read.node.properties} depth={depth} />
        </>
      );
    case 'relationship':
      return (
        <>
          <RelationChip relationship={read.relationship} />
          <Folding what={read.relationship.type} entries={read.relationship.properties} depth={depth} />
        </>
      );
    case 'path':
      return <PathChips nodes={read.nodes} relationships={read.relationships} />;
    case 'list':
      return (
        <Folding what={formatCount(read.items.length, 'item')} entries={numbered(read.items)} depth={depth} />
      );
    case 'map':
      return <Folding what={formatCount(read.entries.length, 'key')} entries={read.entries} depth={depth} />;
    default:
      return <span>{shortText(value)}</span>;
  }
}
