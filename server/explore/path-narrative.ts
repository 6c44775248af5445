import type { FoundPathOnWire } from '../contract/explore.ts';
import type { GraphEdge, GraphNode, Statement } from '../contract/graph.ts';

type Citations = NonNullable<FoundPathOnWire['citations']>;

/** What an edge says, from its source to its target. By type, or by type and role. */
const SENTENCES: Readonly<Record<string, string>> = {
  PARTY_TO: '{s} is a party to {t}',
  SIGNED: '{s} signed {t}',
  PART_OF: '{s} is part of {t}',
  MEMBER_OF: '{s} is a member of {t}',
  'MEMBER_OF co-chair': '{s} co-chairs {t}',
  'MEMBER_OF counterpart': '{s} is a counterpart in {t}',
  HOLDS_POSITION: '{s} holds a position at {t}',
  COOPERATES_WITH: '{s} cooperates with {t}',
  MET_WITH: '{s} met with {t}',
  SUPPORTS: '{s} supports {t}',
  'SUPPORTS funds': '{s} funds {t}',
  'SUPPORTS launched': '{s} launched {t}',
  'SUPPORTS assists': '{s} assists {t}',
  OPERATES: '{s} operates {t}',
  'OPERATES leads': '{s} leads {t}',
  'OPERATES implements': '{s} implements {t}',
  ESTABLISHED: '{s} established {t}',
  HOSTED: '{s} hosted {t}',
  'HOSTED organised': '{s} organised {t}',
  'HOSTED co-organised': '{s} co-organised {t}',
  'HOSTED venue': '{s} was the venue of {t}',
  PARTICIPATES_IN: '{s} takes part in {t}',
  'PARTICIPATES_IN co-chair': '{s} co-chairs {t}',
  'PARTICIPATES_IN visitor': '{s} visited {t}',
  'PARTICIPATES_IN delegation': '{s} sent a delegation to {t}',
  'PARTICIPATES_IN lecturer': '{s} lectured at {t}',
  'PARTICIPATES_IN user': '{s} uses {t}',
  'PARTICIPATES_IN pilot country': '{s} is a pilot country of {t}',
  'PARTICIPATES_IN partner country': '{s} is a partner country of {t}',
  UNDER: '{s} rests on {t}',
  RENEWS: '{s} renews {t}',
  'RENEWS extends': '{s} extends {t}',
  'RENEWS expands': '{s} expands {t}',
  'RENEWS replaces': '{s} replaces {t}',
  SIGNED_AT: '{s} was signed at {t}',
  LOCATED_IN: '{s} is located in {t}',
  COVERS: '{s} covers {t}',
};

const MODALITY_PREFIXES: Readonly<Record<string, string>> = {
  planned: 'As planned, ',
  proposed: 'As proposed, ',
  hoped: 'As hoped, ',
  discussed: 'As discussed only, ',
  'not-held': 'Not held: ',
};

/** A caption as Markdown shows it, letter for letter. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~!]/gu, (sign) => `\\${sign}`).replace(/\s+/gu, ' ');
}

function textOf(properties: GraphEdge['properties'], name: string): string | undefined {
  const value = properties[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function firstText(properties: GraphEdge['properties'], name: string): string | undefined {
  const value = properties[name];
  return Array.isArray(value) && typeof value[0] === 'string' ? value[0] : undefined;
}

/** What is in brackets after the sentence: office, dates, the signature of an instrument, disagreement. */
function detailsOf(edge: GraphEdge, source: GraphNode, target: GraphNode): string[] {
  const details: string[] = [];
  const office = firstText(edge.properties, 'offices');
  if (office !== undefined) details.push(office);
  const date = firstText(edge.properties, 'dates');
  const agreement = [target, source].find((node) => node.labels.includes('Agreement'));
  const signed = agreement ? textOf(agreement.properties, 'signed') : undefined;
  if (date !== undefined) details.push(date);
  else if (signed !== undefined) details.push(`signed ${signed}`);
  if (edge.properties['disputed'] === true) details.push('disputed');
  return details;
}

function sentenceOf(edge: GraphEdge, source: GraphNode, target: GraphNode): string {
  const role = textOf(edge.properties, 'role');
  const sentence = SENTENCES[`${edge.type} ${role ?? ''}`] ?? SENTENCES[edge.type] ?? '{s} is related to {t}';
  const said = sentence
    .split(/(\{[st]\})/u)
    .map((part) => {
      if (part === '{s}') return `**${escapeMarkdown(source.caption)}**`;
      return part === '{t}' ? `**${escapeMarkdown(target.caption)}**` : part;
    })
    .join('');
  const details = detailsOf(edge, source, target).map(escapeMarkdown);
  const prefix = MODALITY_PREFIXES[textOf(edge.properties, 'modality') ?? 'stated'] ?? '';
  return `${prefix}${said}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
}

/**
 * A path as a paragraph, made without any model: one sentence a hop, always from the source of the relationship to its
 * target, with one numbered citation where a source is known.
 * @param statements those of the edges, by id
 */
export function narratePath(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  statements: ReadonlyMap<string, Statement>,
): { narrative: string; citations: Citations } {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const citations: Citations = [];
  const sentences = edges.map((edge) => {
    const sentence = sentenceOf(edge, byId.get(edge.source) as GraphNode, byId.get(edge.target) as GraphNode);
    const ids = edge.properties['statements'];
    const stated = (Array.isArray(ids) ? ids : []).map((id) => statements.get(String(id)));
    const cited = stated.find((statement) => statement && statement.references.length > 0);
    const [reference] = cited?.references ?? [];
    if (!cited || !reference) return `${sentence}.`;
    return `${sentence} [${citations.push({ statement: cited.id, reference })}].`;
  });
  return { narrative: sentences.join(' '), citations };
}
