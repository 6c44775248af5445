import type { ReactNode } from 'react';

import type { Statement } from '../../../server/contract/graph.ts';
import { describeStatement } from '../../graph/wording.ts';
import { ReferenceView } from '../parts/reference-view.tsx';

const NAME_KINDS: Readonly<Record<string, string>> = {
  acronym: 'acronym',
  official: 'official name',
  'as-printed': 'as printed',
};

/** A fact on one line; its sources open below it. */
function Fact({ statement, children }: { readonly statement: Statement; readonly children: ReactNode }) {
  const count = statement.references.length;
  const marks = (
    <>
      {statement.modality !== 'stated' && <span className="badge"> {statement.modality}</span>}
      {statement.conflictsWith.length > 0 && <span className="badge disputed"> disputed</span>}
    </>
  );
  if (count === 0 && statement.note === undefined) {
    return (
      <li>
        {children} {marks}
      </li>
    );
  }
  return (
    <li>
      <details className="fact">
        <summary>
          {children} {marks}{' '}
          <span className="source-count">{count === 1 ? '1 source' : `${count} sources`}</span>
        </summary>
        {statement.note !== undefined && <p className="note">{statement.note}</p>}
        {statement.references.map((reference) => (
          <ReferenceView key={`${reference.document} ${reference.start}`} reference={reference} />
        ))}
      </details>
    </li>
  );
}

function NameLine({ statement }: { readonly statement: Statement }) {
  const kind = NAME_KINDS[statement.nameKind ?? ''] ?? '';
  const origin = statement.origin === 'curated' ? ', added by the curators' : '';
  return (
    <>
      <span lang={statement.lang ?? 'en'}>{statement.value}</span>{' '}
      <span className="quiet">
        {kind}
        {origin}
      </span>
    </>
  );
}

/** What a thing does and when, before its relationships; how it is called, after them. */
const SECTIONS = {
  life: [
    ['Dates', 'DATE'],
    ['Terms', 'TERM'],
    ['Figures', 'FIGURE'],
  ],
  names: [
    ['Names', 'NAME'],
    ['Kind', 'KIND'],
    ['Where it is named', 'ENTITY'],
  ],
} as const;

interface Props {
  readonly statements: readonly Statement[];
  readonly part: keyof typeof SECTIONS;
}

/** Dates, terms and figures of an entity, or its names and kinds, each with the places that state it. */
export function NodeFacts({ statements, part }: Props) {
  return (
    <div className="facts">
      {SECTIONS[part].map(([title, type]) => {
        const own = statements.filter((statement) => statement.type === type);
        if (own.length === 0) return null;
        return (
          <section key={type}>
            <h2>{title}</h2>
            <ul className="fact-list">
              {own.map((statement) => (
                <Fact key={statement.id} statement={statement}>
                  {type === 'NAME' ? <NameLine statement={statement} /> : describeStatement(statement)}
                </Fact>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
