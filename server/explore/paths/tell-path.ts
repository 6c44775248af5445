import type { GraphEdge, GraphNode, Reference, Statement } from '../../contract/graph.ts';
import type { FoundPathOnWire } from '../../contract/paths.ts';
import type { DocumentRecord } from '../document-records.ts';
import { citeReference } from './cite-documents.ts';
import type { Ground } from './find-grounds.ts';
import type { SentenceTable } from './sentences-en.ts';
import { tellRelations } from './tell-relations.ts';
import type { ToldRelation } from './tell-relations.ts';
import { fillIn, name, text, toMarkdown, toPlainText } from './words.ts';
import type { Word } from './words.ts';

type Citations = NonNullable<FoundPathOnWire['citations']>;

/** What is told and cited, in the shape of the contract. */
export interface Told {
  readonly narrative: string;
  readonly plainText: string;
  readonly citations: Citations;
  readonly sources: string[];
}

/** What a text may be told from. */
export interface Evidence {
  readonly statements: ReadonlyMap<string, Statement>;
  readonly documents: ReadonlyMap<string, DocumentRecord>;
  /** Ids of documents that are not to be cited. */
  readonly withoutDocuments?: ReadonlySet<string> | undefined;
}

interface Citer {
  readonly citations: Citations;
  cite(edge: GraphEdge): Word[];
}

function statementIdsOf(edge: GraphEdge): string[] {
  const ids = edge.properties['statements'];
  return Array.isArray(ids) ? ids.map(String) : [];
}

interface Chosen {
  readonly statement: Statement;
  readonly reference: Reference;
  readonly also: Reference[];
}

/**
 * What is cited for a relationship: a statement of its modality, for a hope is no evidence of what is stated. The last
 * of its references (in the shipped data the first ones often only set the scene), and beside it the others.
 */
function chooseReference(edge: GraphEdge, { statements, withoutDocuments }: Evidence): Chosen | null {
  const stated = statementIdsOf(edge)
    .map((id) => statements.get(id))
    .filter((statement) => statement !== undefined);
  const modality = edge.properties['modality'] ?? 'stated';
  for (const statement of stated.filter((one) => one.modality === modality)) {
    const may = statement.references.filter(({ document }) => !(withoutDocuments?.has(document) ?? false));
    const reference = may.at(-1);
    if (reference) return { statement, reference, also: may.slice(0, -1) };
  }
  return null;
}

function passageKey({ document, start, end }: Reference): string {
  return `${document} ${start} ${end}`;
}

function eachPassageOnce(references: readonly Reference[]): Reference[] {
  const keys = references.map(passageKey);
  return references.filter((_, place) => keys.indexOf(keys[place] as string) === place);
}

/** Different texts of two, in their order; undefined where there is none. */
function joinTexts(...texts: readonly (string | undefined)[]): string | undefined {
  const said = new Set(texts.filter((one) => one !== undefined));
  return said.size === 0 ? undefined : [...said].join(' ');
}

/** A citation that another statement rests on too, with what that says of the passage and what stands beside it. */
function merge(citation: Citations[number], { statement, reference, also }: Chosen): Citations[number] {
  const paraphrase = joinTexts(citation.reference.paraphrase, reference.paraphrase);
  const whole = { ...citation.reference, ...(paraphrase === undefined ? {} : { paraphrase }) };
  const note = joinTexts(citation.note, statement.note);
  return {
    ...citation,
    statements: [...new Set([...citation.statements, statement.id])],
    reference: whole,
    also: eachPassageOnce([whole, ...citation.also, ...also]).slice(1),
    ...(note === undefined ? {} : { note }),
  };
}

/** Numbers passages in the order in which they are first cited; one that carries several hops has one number. */
function createCiter(evidence: Evidence): Citer {
  const citations: Citations = [];
  const places = new Map<string, number>();
  return {
    citations,
    cite(edge) {
      const chosen = chooseReference(edge, evidence);
      if (!chosen) return [];
      const { statement, reference, also } = chosen;
      const key = passageKey(reference);
      const known = places.get(key);
      if (known !== undefined) {
        citations[known] = merge(citations[known] as Citations[number], chosen);
        return [{ kind: 'citation', number: known + 1 }];
      }
      const title = evidence.documents.get(reference.document)?.summary.title ?? reference.document;
      const note = statement.note === undefined ? {} : { note: statement.note };
      const citation = {
        statement: statement.id,
        statements: [statement.id],
        reference,
        also,
        title,
        ...note,
      };
      places.set(key, citations.length);
      return [{ kind: 'citation', number: citations.push(citation) }];
    },
  };
}

/** What the walk leaves unsaid, as findGrounds finds it. */
export interface ToldGround {
  readonly relations: readonly ToldRelation[];
  readonly cut: Ground['cut'];
}

function tellGround({ relations, cut }: ToldGround, citer: Citer, table: SentenceTable): Word[][] {
  const sentences = tellRelations(relations, citer.cite, table);
  const pattern = cut ? table.cuts[cut.type] : undefined;
  if (!cut || pattern === undefined) return sentences;
  const numbers = { shown: [text(String(cut.shown))], all: [text(String(cut.all))] };
  return [...sentences, [...fillIn(pattern, numbers), text('.')]];
}

/** A citation as one line: its place, those that stand beside it, the note of the curator. */
function writeOut({ reference, also, note }: Citations[number], documents: Evidence['documents']): string {
  const places = [reference, ...also].map((cited) => citeReference(cited, documents));
  const line = [...new Set(places)].join('; ');
  return note === undefined ? line : `${line}. Note: ${note}`;
}

/** Groups that are passed through: more than one of the relations ends at each. */
function findGroups(relations: readonly ToldRelation[]): GraphNode[] {
  const ends = relations
    .flatMap(({ source, target }) => [source, target])
    .filter(({ properties }) => properties['collective'] === true);
  const groups = new Map(ends.map((end) => [end.id, end]));
  return [...groups.values()].filter(({ id }) => ends.filter((end) => end.id === id).length > 1);
}

function tellGroup({ labels, caption }: GraphNode, table: SentenceTable): Word[][] {
  const pattern = labels.map((label) => table.groups[label]).find((known) => known !== undefined);
  return pattern === undefined ? [] : [[...fillIn(pattern, { s: [name(caption)] }), text('.')]];
}

/** Ids of all documents whose passages are cited or named beside a citation. */
export function citedDocuments(citations: Citations): string[] {
  return citations.flatMap(({ reference, also }) => [reference, ...also]).map(({ document }) => document);
}

/**
 * Relations as a paragraph, each with the number of the passage it rests on, in the order given, then what stands behind
 * them. The same relations and statements give the same text, letter for letter.
 * @param relations in walking order
 */
export function tellPath(
  relations: readonly ToldRelation[],
  grounds: readonly ToldGround[],
  evidence: Evidence,
  table: SentenceTable,
): Told {
  const citer = createCiter(evidence);
  const sentences = [
    ...tellRelations(relations, citer.cite, table),
    ...findGroups(relations).flatMap((group) => tellGroup(group, table)),
    ...grounds.flatMap((ground) => tellGround(ground, citer, table)),
  ];
  const sources = citer.citations.map(
    (citation, place) => `[${place + 1}] ${writeOut(citation, evidence.documents)}`,
  );
  const told = sentences.map(toPlainText).join(' ');
  return {
    narrative: sentences.map(toMarkdown).join(' '),
    plainText: sources.length === 0 ? told : [told, '', ...sources].join('\n'),
    citations: citer.citations,
    sources,
  };
}
