import type { DateEntry, EntityEntry, FigureEntry, NameEntry, TermEntry } from '../validate/entry-schemas.ts';
import { dateInId, shortDigest, toSlug } from './statement-ids.ts';
import type { SpooledStatement, StatementProperties } from './statement-record.ts';
import { withoutGaps } from './statement-record.ts';

/** A statement an entry makes, and the part of the entry that makes it. */
export interface ExpandedStatement extends SpooledStatement {
  readonly path: readonly (string | number)[];
}

interface Asserted {
  readonly modality?: string | undefined;
  readonly note?: string | undefined;
  readonly conflict?: string | undefined;
  readonly refs?: readonly string[] | undefined;
}

/**
 * The statements an entity's entry makes: that it is there (ENTITY), its names, kinds, dates, terms and figures.
 * A part without references of its own is stated where the entity is; a curated name claims no source.
 */
export function expandEntity(dataSet: string, label: string, entry: EntityEntry): ExpandedStatement[] {
  const make = (
    slug: string,
    own: Readonly<Record<string, string | number | boolean | undefined>> & { readonly type: string },
    asserted: Asserted,
    path: readonly (string | number)[],
  ): ExpandedStatement => ({
    properties: withoutGaps({
      id: `${dataSet}:${slug}`,
      dataSet,
      subject: entry.id,
      modality: asserted.modality ?? 'stated',
      note: asserted.note,
      ...own,
    }) as StatementProperties,
    passages: asserted.refs ?? entry.refs,
    conflict: asserted.conflict,
    path,
  });
  return [
    make(`entity~${entry.id}`, entityProperties(label, entry), entry, []),
    ...(entry.names ?? []).map((name, at) => expandName(make, entry.id, name, at)),
    ...expandKinds(make, entry),
    ...expandDates(make, entry.id, entry.dates ?? []),
    ...expandTerms(make, entry.id, entry.terms ?? []),
    ...expandFigures(make, entry.id, entry.figures ?? []),
  ];
}

type Make = (
  slug: string,
  own: Readonly<Record<string, string | number | boolean | undefined>> & { readonly type: string },
  asserted: Asserted,
  path: readonly (string | number)[],
) => ExpandedStatement;

function entityProperties(label: string, entry: EntityEntry) {
  return {
    type: 'ENTITY',
    label,
    caption: entry.caption ?? defaultCaption(entry),
    country: entry.country,
    field: entry.field,
    subjectText: entry.subject,
    collective: entry.collective === true ? true : undefined,
    count: entry.count,
    complete: entry.complete,
  };
}

/** The first acronym, else the first official name, else the first name, else the id. */
function defaultCaption(entry: EntityEntry): string {
  const names = entry.names ?? [];
  const best =
    names.find((name) => name.kind === 'acronym') ??
    names.find((name) => name.kind === 'official') ??
    names[0];
  return best?.text ?? entry.id;
}

function expandName(make: Make, subject: string, name: NameEntry, at: number): ExpandedStatement {
  const isCurated = name.origin === 'curated';
  return make(
    `name~${subject}~${shortDigest(name.text)}`,
    {
      type: 'NAME',
      value: name.text,
      lang: name.lang,
      nameKind: name.kind,
      origin: name.origin,
      family: name.family,
      given: name.given,
      ordinal: at + 1,
    },
    isCurated ? { ...name, refs: [] } : name,
    ['names', at],
  );
}

function expandKinds(make: Make, entry: EntityEntry): ExpandedStatement[] {
  const kinds = entry.kind === undefined ? [] : [entry.kind].flat();
  return kinds.map((kind, at) =>
    make(`kind~${entry.id}~${toSlug(kind)}`, { type: 'KIND', value: kind, ordinal: at + 1 }, {}, ['kind']),
  );
}

/** The first date of a meaning has the plain id, so that it stays when others join it. */
function expandDates(make: Make, subject: string, dates: readonly DateEntry[]): ExpandedStatement[] {
  const seen = new Set<string>();
  return dates.map((entry, at) => {
    const slug = `date~${subject}~${entry.what}`;
    const isFirst = !seen.has(entry.what);
    seen.add(entry.what);
    return make(
      isFirst ? slug : `${slug}~${dateInId(entry.date)}`,
      { type: 'DATE', what: entry.what, date: entry.date, as: entry.as },
      entry,
      ['dates', at],
    );
  });
}

function expandTerms(make: Make, subject: string, terms: readonly TermEntry[]): ExpandedStatement[] {
  return terms.map((term, at) => {
    const ordinal = term.ordinal ?? at + 1;
    const { basis, from, to, conditional } = term;
    return make(`term~${subject}~${ordinal}`, { type: 'TERM', ordinal, basis, from, to, conditional }, term, [
      'terms',
      at,
    ]);
  });
}

function expandFigures(make: Make, subject: string, figures: readonly FigureEntry[]): ExpandedStatement[] {
  const seen = new Set<string>();
  return figures.map((figure, at) => {
    const plain = figureSlug(subject, figure);
    const slug = seen.has(plain) ? `${plain}~${toSlug(String(figure.value))}` : plain;
    seen.add(plain);
    return make(slug, figureProperties(figure), figure, ['figures', at]);
  });
}

/** `figure~prog:x~joint-projects~2020-12`. */
export function figureSlug(subject: string, figure: FigureEntry): string {
  const slug = `figure~${subject}~${toSlug(figure.figure)}`;
  const at = figure.asOf ?? figure.period;
  return at === undefined ? slug : `${slug}~${dateInId(at)}`;
}

export function figureProperties(figure: FigureEntry) {
  return {
    type: 'FIGURE',
    figure: figure.figure,
    value: figure.value,
    unit: figure.unit,
    period: figure.period,
    asOf: figure.asOf,
    as: figure.as,
    comparator: figure.comparator,
    cumulative: figure.cumulative,
  };
}
