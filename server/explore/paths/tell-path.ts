import type { GraphEdge, Reference, Statement } from '../../contract/graph.ts';
import type { FoundPathOnWire } from '../../contract/paths.ts';
import type { DocumentRecord } from '../document-records.ts';
import { citeReference } from './cite-documents.ts';
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

/** The first reference that may be cited, of a statement with the modality of the relationship where there is one. */
function chooseReference(
  edge: GraphEdge,
  { statements, withoutDocuments }: Evidence,
): { statement: string; reference: Reference } | null {
  const stated = statementIdsOf(edge)
    .map((id) => statements.get(id))
    .filter((statement) => statement !== undefined);
  const modality = edge.properties['modality'] ?? 'stated';
  const inOrder = [
    ...stated.filter((statement) => statement.modality === modality),
    ...stated.filter((statement) => statement.modality !== modality),
  ];
  for (const { id, references } of inOrder) {
    const reference = references.find(({ document }) => !(withoutDocuments?.has(document) ?? false));
    if (reference) return { statement: id, reference };
  }
  return null;
}

function createCiter(evidence: Evidence): Citer {
  const citations: Citations = [];
  return {
    citations,
    cite(edge) {
      const chosen = chooseReference(edge, evidence);
      if (!chosen) return [];
      const { document } = chosen.reference;
      const title = evidence.documents.get(document)?.summary.title ?? document;
      return [{ kind: 'citation', number: citations.push({ ...chosen, title }) }];
    },
  };
}

/**
 * Relations as a paragraph with one numbered citation each, in the order given, then on what the things on the way
 * rest. The same relations and statements give the same text, letter for letter.
 * @param relations in walking order
 * @param grounds relations of type UNDER from things on the way to what they rest on
 */
export function tellPath(
  relations: readonly ToldRelation[],
  grounds: readonly ToldRelation[],
  evidence: Evidence,
  table: SentenceTable,
): Told {
  const citer = createCiter(evidence);
  const sentences = [
    ...tellRelations(relations, citer.cite, table),
    ...grounds.map(({ edge, source, target }) => [
      ...fillIn(table.restsOn, { s: [name(source.caption)], t: [name(target.caption)] }),
      ...citer.cite(edge),
      text('.'),
    ]),
  ];
  const sources = citer.citations.map(
    ({ reference }, place) => `[${place + 1}] ${citeReference(reference, evidence.documents)}`,
  );
  const told = sentences.map(toPlainText).join(' ');
  return {
    narrative: sentences.map(toMarkdown).join(' '),
    plainText: sources.length === 0 ? told : [told, '', ...sources].join('\n'),
    citations: citer.citations,
  };
}
