import type { Reference, Statement } from '../contract/graph.ts';
import { MODALITIES } from '../contract/vocabulary.ts';
import type { Modality } from '../contract/vocabulary.ts';
import { sha256OfText } from '../evidence/normalise-text.ts';
import { nodeIndexOf } from '../topology/topology.ts';
import type { LoadedGraph } from './load-graph.ts';
import type { DocumentLibrary } from './document-library.ts';
import { readDocuments } from './document-records.ts';
import { definedOnly, toBoolean, toNumber, toText, toTexts } from './plain-values.ts';
import type { PlainProperties } from './plain-values.ts';
import type { StatementRecord } from './record-store.ts';

export interface EvidenceDeps {
  readonly library: DocumentLibrary;
}

const QUALIFIER_TEXTS = [
  'role',
  'what',
  'date',
  'from',
  'to',
  'as',
  'asOf',
  'period',
  'office',
  'basis',
  'figure',
  'unit',
  'comparator',
  'lang',
  'nameKind',
  'origin',
  'note',
] as const;

function placeOf(reference: PlainProperties): number {
  return Number((toText(reference['id']) ?? '').split('@').at(-1)) || 0;
}

async function projectReference(
  plain: PlainProperties,
  document: string,
  text: string | null,
): Promise<Reference> {
  const start = toNumber(plain['start']) ?? 0;
  const end = toNumber(plain['end']) ?? 0;
  const sha256 = toText(plain['sha256']) ?? '';
  const passage = text?.slice(start, end);
  const isVerified = passage !== undefined && sha256OfText(passage) === sha256;
  return definedOnly({
    document,
    section: toText(plain['section']),
    paragraph: toNumber(plain['paragraph']),
    start,
    end,
    sha256,
    paraphrase: toText(plain['paraphrase']),
    passage: isVerified ? passage : undefined,
    check:
      text === null ? ('not-in-library' as const) : isVerified ? ('verified' as const) : ('changed' as const),
  });
}

function projectQualifiers(plain: PlainProperties): Partial<Statement> {
  const texts = Object.fromEntries(QUALIFIER_TEXTS.map((name) => [name, toText(plain[name])]));
  return definedOnly({
    ...texts,
    value: toText(plain['value']) ?? toNumber(plain['value']),
    ordinal: toNumber(plain['ordinal']),
    conditional: toBoolean(plain['conditional']),
    cumulative: toBoolean(plain['cumulative']),
  }) as Partial<Statement>;
}

function toModality(text: string | undefined): Modality {
  return MODALITIES.find((known) => known === text) ?? 'stated';
}

function projectStatement(graph: LoadedGraph, record: StatementRecord, references: Reference[]): Statement {
  const { properties } = record;
  const captionOf = (id: string): string => {
    const node = nodeIndexOf(graph.topology, id);
    return node < 0 ? id : (graph.topology.captions[node] as string);
  };
  const subject = toText(properties['subject']) ?? '';
  const object = toText(properties['object']);
  return {
    ...projectQualifiers(properties),
    id: toText(properties['id']) ?? '',
    type: toText(properties['type']) ?? '',
    subject,
    subjectCaption: captionOf(subject),
    ...(object === undefined ? {} : { object, objectCaption: captionOf(object) }),
    modality: toModality(toText(properties['modality'])),
    conflictsWith: toTexts(properties['conflictsWith']).sort(),
    dataSet: toText(properties['dataSet']) ?? '',
    references,
  };
}

/**
 * Statements in the shape of the contract with their references, passages word for word where the library has the
 * document, in the order of the ids; ids that no statement has are passed over.
 */
export async function projectStatements(
  deps: EvidenceDeps,
  graph: LoadedGraph,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Statement[]> {
  const records = await graph.records.statements(ids, signal);
  const documents = await readDocuments(graph);
  const statements: Statement[] = [];
  for (const id of ids) {
    const record = records.get(id);
    if (!record) continue;
    const places = [...record.references].sort((a, b) => placeOf(a.properties) - placeOf(b.properties));
    const references: Reference[] = [];
    for (const { properties, document } of places) {
      const text = await deps.library.textOf(documents.get(document)?.summary.sha256 ?? '');
      references.push(await projectReference(properties, document, text));
    }
    statements.push(projectStatement(graph, record, references));
  }
  return statements;
}

/** The references of statements, each place once, in document order. */
export function gatherReferences(statements: readonly Statement[]): Reference[] {
  const places = new Map<string, Reference>();
  for (const statement of statements) {
    for (const reference of statement.references) {
      const key = `${reference.document} ${reference.start} ${reference.end}`;
      if (!places.has(key)) places.set(key, reference);
    }
  }
  return [...places.values()].sort((a, b) =>
    a.document < b.document ? -1 : a.document > b.document ? 1 : a.start - b.start || a.end - b.end,
  );
}
