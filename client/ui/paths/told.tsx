import { useId, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';

import type { FoundPathOnWire } from '../../../server/contract/paths.ts';
import { ReferenceView } from '../parts/reference-view.tsx';
import { CommandButton } from '../parts/command-button.tsx';
import { narrativeParts, type NarrativePart } from '../panel/narrative-parts.ts';

type Citation = NonNullable<FoundPathOnWire['citations']>[number];

interface PartProps {
  readonly part: NarrativePart;
  readonly onCite: (number: number) => void;
}

function Part({ part, onCite }: PartProps) {
  if (part.kind === 'citation') {
    return (
      <sup>
        <Button
          className="cite"
          aria-label={`Citation ${part.text}`}
          onPress={() => onCite(Number(part.text))}
        >
          [{part.text}]
        </Button>
      </sup>
    );
  }
  if (part.kind === 'strong') return <strong>{part.text}</strong>;
  if (part.kind === 'emphasis') return <em>{part.text}</em>;
  return <>{part.text}</>;
}

/** The Markdown of a narrative as paragraphs; its numbers lead to the citations. */
function Narrative({ text, onCite }: { readonly text: string; readonly onCite: PartProps['onCite'] }) {
  return (
    <div className="narrative">
      {text.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph}>
          {narrativeParts(paragraph).map((part) => (
            <Part key={part.start} part={part} onCite={onCite} />
          ))}
        </p>
      ))}
    </div>
  );
}

interface CitationProps {
  readonly citation: Citation;
  readonly number: number;
  readonly id: string;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** A citation by its number and document; the passage opens below it. */
function CitationItem({ citation, number, id, isOpen, onToggle }: CitationProps) {
  const { reference, also, note, title } = citation;
  const where = [
    reference.section,
    reference.paragraph === undefined ? undefined : `paragraph ${reference.paragraph}`,
  ];
  return (
    <li>
      <details
        id={id}
        className="citation"
        open={isOpen}
        onToggle={(event) => onToggle(event.currentTarget.open)}
      >
        <summary>
          <span className="citation-number">[{number}]</span> {title}
          <span className="quiet">
            {where
              .filter((part) => part !== undefined)
              .map((part) => `, ${part}`)
              .join('')}
          </span>
        </summary>
        <ReferenceView reference={reference} />
        {note !== undefined && <p className="quiet">{note}</p>}
        {also.length > 0 && <p className="quiet">Cited beside it:</p>}
        {also.map((other) => (
          <ReferenceView key={`${other.document} ${other.start}`} reference={other} />
        ))}
      </details>
    </li>
  );
}

interface ToldProps extends Pick<FoundPathOnWire, 'narrative' | 'citations'> {
  /** What stands between the text and its citations. */
  readonly children?: ReactNode;
}

/** What a text tells, with its citations, each of which opens its passage, and the ways to copy it. */
export function Told({ narrative, citations, children }: ToldProps) {
  const cited = (citations ?? []).map((citation, place) => ({ citation, number: place + 1 }));
  const list = useId();
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const toggle = (number: number, isOpen: boolean): void =>
    setOpen((before) => {
      if (before.has(number) === isOpen) return before;
      const next = new Set(before);
      if (isOpen) next.add(number);
      else next.delete(number);
      return next;
    });
  const cite = (number: number): void => {
    toggle(number, true);
    const details = document.getElementById(`${list}-${number}`);
    details?.querySelector('summary')?.focus({ preventScroll: true });
    details?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      {narrative !== undefined && <Narrative text={narrative} onCite={cite} />}
      <div className="copy-tools" role="toolbar" aria-label="Copy it">
        <CommandButton id="copy-path" hasText />
        <CommandButton id="copy-path-text" hasText />
        <CommandButton id="copy-path-sources" hasText />
      </div>
      {children}
      {cited.length > 0 && <h2>Citations</h2>}
      <ol className="citations">
        {cited.map(({ citation, number }) => (
          <CitationItem
            key={number}
            citation={citation}
            number={number}
            id={`${list}-${number}`}
            isOpen={open.has(number)}
            onToggle={(isOpen) => toggle(number, isOpen)}
          />
        ))}
      </ol>
    </>
  );
}
