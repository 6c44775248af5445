import { describeDate, describeDatedMeaning } from '../../contract/date-words.ts';
import type { GraphEdge, GraphNode } from '../../contract/graph.ts';
import { MODALITIES } from '../../contract/vocabulary.ts';
import type { SentenceTable } from './sentences-en.ts';
import { enumerate, fillIn, name, text, toPlainText } from './words.ts';
import type { Word } from './words.ts';

/** A relationship with its ends, as it is told. */
export interface ToldRelation {
  readonly edge: GraphEdge;
  readonly source: GraphNode;
  readonly target: GraphNode;
}

/** Relations that one sentence tells: they share one end, and all else but the other end. */
interface Group {
  readonly relations: ToldRelation[];
  readonly sharedEnd: 'source' | 'target';
}

const MOST_DATES = 3;

function textOf(properties: GraphEdge['properties'], property: string): string | undefined {
  const value = properties[property];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function textsOf(properties: GraphEdge['properties'], property: string): string[] {
  const value = properties[property];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function describeDates({ type, properties }: GraphEdge, table: SentenceTable): string {
  const dates = textsOf(properties, 'dates');
  const isDisputed = properties['disputed'] === true;
  const bounds = dates.length === 1 && type === 'MET_WITH' ? (dates[0] as string).split('/') : [];
  if (bounds.length === 2 && !bounds.includes('..')) {
    return table.between
      .replace('{from}', describeDate(bounds[0] as string))
      .replace('{to}', describeDate(bounds[1] as string));
  }
  if (dates.length > MOST_DATES) {
    return table.firstAndLast
      .replace('{first}', describeDate(dates[0] as string))
      .replace('{last}', describeDate(dates.at(-1) as string));
  }
  const members = dates.map((date) => [text(describeDate(date))]);
  return toPlainText(enumerate(members, table.comma, isDisputed ? table.or : table.and));
}

/** When: what the relationship itself is dated, else what the agreement or event it leads to is. */
function whenOf({ edge, source, target }: ToldRelation, table: SentenceTable): string | undefined {
  if (textsOf(edge.properties, 'dates').length > 0) return describeDates(edge, table);
  const dated = [target, source].find((end) =>
    end.labels.some((label) => label === 'Agreement' || label === 'Event'),
  );
  if (!dated) return undefined;
  const signed = textOf(dated.properties, 'signed');
  const entry = signed === undefined ? textsOf(dated.properties, 'dates')[0] : `signed ${signed}`;
  return entry === undefined ? undefined : describeDatedMeaning(entry);
}

/** What stands in brackets after the sentence: ordinal, dates, the end of the last term, disagreement. */
function detailsOf(relation: ToldRelation, table: SentenceTable): string {
  const { properties } = relation.edge;
  const details: string[] = [];
  if (typeof properties['ordinal'] === 'number') {
    details.push(table.ordinal.replace('{n}', String(properties['ordinal'])));
  }
  const when = whenOf(relation, table);
  if (when !== undefined) details.push(when);
  const until = relation.target.standing?.until;
  if (until !== undefined && until !== '..') {
    details.push(table.lastTerm.replace('{date}', describeDate(until)));
  }
  if (properties['disputed'] === true) {
    const { documentIds } = properties;
    const isOne = Array.isArray(documentIds) && documentIds.length === 1;
    details.push(isOne ? table.selfContradicted : table.disputed);
  }
  return details.join(table.comma);
}

const isGroup = (node: GraphNode): boolean => node.properties['collective'] === true;

/** The words for a relationship: those for its role and target, its role, its target, its type, whichever there are. */
function formsOf({ edge, target }: ToldRelation, table: SentenceTable): readonly [string, string] {
  const role = textOf(edge.properties, 'role');
  const label = target.labels.find((one) => one !== 'Entity') ?? '';
  const targets = isGroup(target) ? ['group', label] : [label];
  const byRole = role === undefined ? [] : [...targets.map((one) => `${role} ${one}`), role];
  for (const key of [...byRole, ...targets]) {
    const forms = table.relations[`${edge.type} ${key}`];
    if (forms) return forms;
  }
  return table.relations[edge.type] ?? table.unknown;
}

function prefixOf(edge: GraphEdge, table: SentenceTable): string {
  const modality = MODALITIES.find((known) => known === edge.properties['modality']) ?? 'stated';
  return table.modalities[modality];
}

/** All that two relations must have in common to be told in one sentence. */
function wordingOf(relation: ToldRelation, table: SentenceTable): string {
  const { edge } = relation;
  const offices = textsOf(edge.properties, 'offices').join(table.comma);
  return [formsOf(relation, table)[0], prefixOf(edge, table), offices, detailsOf(relation, table)].join('\n');
}

function joins(group: Group, next: ToldRelation, table: SentenceTable): Group['sharedEnd'] | null {
  const first = group.relations[0] as ToldRelation;
  if (wordingOf(first, table) !== wordingOf(next, table)) return null;
  const isOpen = group.relations.length === 1;
  for (const end of ['target', 'source'] as const) {
    if (first[end].id === next[end].id && (isOpen || group.sharedEnd === end)) return end;
  }
  return null;
}

function groupRelations(relations: readonly ToldRelation[], table: SentenceTable): Group[] {
  const groups: Group[] = [];
  for (const relation of relations) {
    const last = groups.at(-1);
    const sharedEnd = last ? joins(last, relation, table) : null;
    if (last && sharedEnd) {
      groups[groups.length - 1] = { relations: [...last.relations, relation], sharedEnd };
    } else groups.push({ relations: [relation], sharedEnd: 'target' });
  }
  return groups;
}

/** Relations of one sentence that rest on one passage show its number once. */
function eachOnce(citations: readonly Word[]): readonly Word[] {
  const byNumber = new Map(citations.map((word) => [word.kind === 'citation' ? word.number : 0, word]));
  return [...byNumber.values()];
}

function tellGroup({ relations, sharedEnd }: Group, cite: (edge: GraphEdge) => Word[], table: SentenceTable) {
  const first = relations[0] as ToldRelation;
  const captions = (end: 'source' | 'target'): Word[] => {
    const ends = sharedEnd === end ? [first] : relations;
    return enumerate(
      ends.map((relation) => [name(relation[end].caption)]),
      table.comma,
      table.and,
    );
  };
  const isPlural =
    (sharedEnd === 'target' && relations.length > 1) ||
    (isGroup(first.source) && table.pluralCaption.test(first.source.caption));
  const offices = textsOf(first.edge.properties, 'offices').map((office) => [text(office)]);
  const details = detailsOf(first, table);
  return [
    text(prefixOf(first.edge, table)),
    ...fillIn(formsOf(first, table)[isPlural ? 1 : 0], {
      s: captions('source'),
      t: captions('target'),
      office: offices.length > 0 ? enumerate(offices, table.comma, table.and) : [text(table.anOffice)],
    }),
    ...(details === '' ? [] : [text(` (${details})`)]),
    ...eachOnce(relations.flatMap((relation) => cite(relation.edge))),
    text('.'),
  ].filter((word) => word.kind === 'citation' || word.text !== '');
}

/**
 * Relations as sentences, made without any model: who, what and when, each relation told from its source to its target
 * and followed by its citation. Neighbours in the list that differ only in one end are told together.
 * @param cite the citations of a relationship, asked for in the order of the list
 */
export function tellRelations(
  relations: readonly ToldRelation[],
  cite: (edge: GraphEdge) => Word[],
  table: SentenceTable,
): Word[][] {
  return groupRelations(relations, table).map((group) => tellGroup(group, cite, table));
}
