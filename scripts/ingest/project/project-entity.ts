import { parseEdtfDate } from '../../../server/evidence/edtf-date.ts';
import type {
  Properties,
  PropertyValue,
  StatementProperties,
  StatementRecord,
} from '../resolve/statement-record.ts';
import { withoutGaps } from '../resolve/statement-record.ts';
import { countIndependent } from '../../../server/evidence/independence.ts';
import type { WitnessOf } from '../../../server/evidence/independence.ts';
import { strongestModality } from './modality.ts';

/** An entity as it is written. */
export interface ProjectedEntity {
  readonly label: string;
  readonly properties: Properties & { id: string };
}

const START = ['started', 'launched', 'effective', 'held'] as const;
const END = ['ended', 'completed', 'expires'] as const;

/**
 * The entity that all statements about it make, of all data sets. Where they disagree the data set whose id sorts first
 * gives a single value; lists are united. The order of the statements does not matter.
 * @returns null when none of them says that the entity is there (ENTITY)
 */
export function projectEntity(
  id: string,
  records: readonly StatementRecord[],
  witnessOf: WitnessOf,
): ProjectedEntity | null {
  const statements = records.map((record) => record.properties).sort(byDataSetAndPlace);
  const of = (type: string): StatementProperties[] => statements.filter((one) => one.type === type);
  const entities = of('ENTITY');
  const [main] = entities;
  if (main === undefined) return null;
  const first = (name: string): PropertyValue | undefined =>
    entities.find((entity) => entity[name] !== undefined)?.[name];
  const caption = String(first('caption') ?? id);
  const names = describeNames(of('NAME'), caption);
  const kinds = unique(of('KIND').map((kind) => String(kind['value'])));
  const dates = of('DATE').filter((date) => date.modality === 'stated');
  const documents = new Set(
    records.flatMap((record) => record.references.map((reference) => reference.document)),
  );
  return {
    label: String(main['label']),
    properties: withoutGaps({
      id,
      caption,
      ...names,
      kind: kinds[0],
      kinds: kinds.length > 1 ? kinds : undefined,
      country: first('country'),
      field: first('field'),
      subject: first('subjectText'),
      ...describeDates(dates),
      terms: listed(of('TERM').sort(byOrdinal).map(termText)),
      figures: listed(of('FIGURE').sort(byId).map(figureText)),
      modality: strongestModality(entities.map((entity) => entity.modality)),
      collective: first('collective'),
      count: first('count'),
      complete: first('complete'),
      note: first('note'),
      documents: countIndependent(documents, witnessOf),
      dataSets: unique(entities.map((entity) => entity.dataSet)).sort(),
    }) as Properties & { id: string },
  };
}

/** `name`: the first official name in English, else the first official one, else the caption. */
function describeNames(statements: readonly StatementProperties[], caption: string) {
  const official = statements.filter((name) => name['nameKind'] === 'official');
  const best = official.find((name) => name['lang'] === 'en') ?? official[0];
  const name = best === undefined ? caption : String(best['value']);
  const aliases = unique(statements.map((one) => String(one['value']))).filter(
    (text) => text !== name && text !== caption,
  );
  return { name, aliases: listed(aliases), family: best?.['family'], given: best?.['given'] };
}

function describeDates(dates: readonly StatementProperties[]) {
  const sorted = [...dates].sort(byDay);
  const precise = sorted.filter((date) => !sorted.some((other) => isMorePrecise(other, date)));
  const firstOf = (meanings: readonly string[]): string | undefined => {
    const found = precise.find((date) => meanings.includes(String(date['what'])));
    return found === undefined ? undefined : String(found['date']);
  };
  const lastOf = (meanings: readonly string[]): string | undefined => {
    const found = precise.findLast((date) => meanings.includes(String(date['what'])));
    return found === undefined ? undefined : String(found['date']);
  };
  return {
    signed: firstOf(['signed']),
    start: firstOf(START),
    end: lastOf(END),
    dates: listed(unique(sorted.map((date) => `${String(date['what'])} ${String(date['date'])}`))),
  };
}

/** A day within a month that another source gives for the same: the better of the two. */
function isMorePrecise(one: StatementProperties, other: StatementProperties): boolean {
  if (one['what'] !== other['what']) return false;
  const a = parseEdtfDate(String(one['date']));
  const b = parseEdtfDate(String(other['date']));
  return a.from >= b.from && a.to <= b.to && a.to - a.from < b.to - b.from;
}

function termText(term: StatementProperties): string {
  const { ordinal, basis, from, to, conditional } = term;
  const text = `${String(ordinal)} ${String(basis)} ${String(from ?? '..')}/${String(to ?? '..')}`;
  return conditional === true ? `${text} conditional` : text;
}

/** JSON of the contract's Figure. */
function figureText(statement: StatementProperties): string {
  const { id, figure, value, unit, period, asOf, as, comparator, cumulative, modality } = statement;
  return JSON.stringify({
    statement: id,
    figure,
    value,
    unit,
    period,
    asOf,
    as,
    comparator,
    cumulative,
    modality,
  });
}

function listed(texts: readonly string[]): readonly string[] | undefined {
  return texts.length > 0 ? texts : undefined;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function byDataSetAndPlace(a: StatementProperties, b: StatementProperties): number {
  return compare(a.dataSet, b.dataSet) || Number(a['ordinal'] ?? 0) - Number(b['ordinal'] ?? 0) || byId(a, b);
}

function byOrdinal(a: StatementProperties, b: StatementProperties): number {
  return Number(a['ordinal']) - Number(b['ordinal']) || byId(a, b);
}

function byDay(a: StatementProperties, b: StatementProperties): number {
  const first = parseEdtfDate(String(a['date']));
  const second = parseEdtfDate(String(b['date']));
  return (
    first.from - second.from ||
    first.to - second.to ||
    compare(String(a['what']), String(b['what'])) ||
    byId(a, b)
  );
}

function byId(a: StatementProperties, b: StatementProperties): number {
  return compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
