import type { GraphEdge, Statement } from '../../server/contract/graph.ts';
import { describeKind } from './describe-node.ts';
import { describeDate } from '../../server/contract/date-words.ts';
import { modalityOf, textOf, textsOf } from './read-node.ts';

/** A relationship as a verb from its subject, and as headings seen from either end. */
interface Wording {
  readonly verb: string;
  readonly out: string;
  readonly in: string;
}

/** By type, or by type and role where the role changes what the heading says. */
const WORDINGS: Readonly<Record<string, Wording>> = {
  PARTY_TO: { verb: 'is a party to', out: 'Party to', in: 'Parties' },
  SIGNED: { verb: 'signed', out: 'Signed', in: 'Signed by' },
  PART_OF: { verb: 'is part of', out: 'Part of', in: 'Its parts' },
  'PART_OF sidelines': {
    verb: 'took place on the sidelines of',
    out: 'On the sidelines of',
    in: 'On its sidelines',
  },
  MEMBER_OF: { verb: 'is a member of', out: 'Member of', in: 'Members' },
  HOLDS_POSITION: { verb: 'holds a position at', out: 'Positions', in: 'People' },
  COOPERATES_WITH: { verb: 'cooperates with', out: 'Cooperates with', in: 'Cooperates with' },
  MET_WITH: { verb: 'met with', out: 'Met with', in: 'Met with' },
  SUPPORTS: { verb: 'supports', out: 'Supports', in: 'Supported by' },
  OPERATES: { verb: 'operates', out: 'Operates', in: 'Operated by' },
  ESTABLISHED: { verb: 'established', out: 'Established', in: 'Established by' },
  HOSTED: { verb: 'hosted', out: 'Hosted', in: 'Hosted by' },
  PARTICIPATES_IN: { verb: 'takes part in', out: 'Takes part in', in: 'Participants' },
  UNDER: { verb: 'rests on', out: 'Rests on', in: 'What rests on it' },
  RENEWS: { verb: 'renews', out: 'Renews', in: 'Renewed by' },
  SIGNED_AT: { verb: 'was signed at', out: 'Signed at', in: 'Signed there' },
  'SIGNED_AT adopted': { verb: 'was adopted at', out: 'Adopted at', in: 'Adopted there' },
  LOCATED_IN: { verb: 'is in', out: 'Where', in: 'Located there' },
  COVERS: { verb: 'covers', out: 'Covers', in: 'Covered by' },
};

/** Headings in the order of the panel: instruments first, places last. */
const ORDER = Object.keys(WORDINGS);

const ROLE_VERBS: Readonly<Record<string, string>> = {
  'co-chair': 'co-chairs',
  counterpart: 'is the counterpart in',
  funds: 'funds',
  launched: 'launched',
  assists: 'assists',
  leads: 'leads',
  implements: 'implements',
  organised: 'organised',
  'co-organised': 'co-organised',
  venue: 'was the venue of',
  visitor: 'visited',
  delegation: 'sent a delegation to',
  lecturer: 'lectured at',
  user: 'uses',
  'pilot country': 'is the pilot country of',
  'partner country': 'is the partner country of',
  renews: 'renews',
  extends: 'extends',
  expands: 'expands',
  replaces: 'replaces',
};

/** Roles that the heading of their type says already. */
const PLAIN_ROLES: ReadonlySet<string> = new Set(['participant', 'member', 'supports', 'operates']);

/** The key of the words for a type and role. */
function wordingKey(type: string, role: string | undefined): string {
  const withRole = `${type} ${role ?? ''}`;
  return withRole in WORDINGS ? withRole : type;
}

export function verbOf(type: string, role?: string): string {
  const key = wordingKey(type, role);
  const byRole = role === undefined || key !== type ? undefined : ROLE_VERBS[role];
  return byRole ?? WORDINGS[key]?.verb ?? type.toLowerCase().replaceAll('_', ' ');
}

function keyOf(edge: GraphEdge): string {
  return wordingKey(edge.type, textOf(edge, 'role'));
}

/** The heading under which a relationship stands in the panel of one of its ends. */
export function headingOf(edge: GraphEdge, id: string): string {
  const wording = WORDINGS[keyOf(edge)];
  if (!wording) return edge.type.toLowerCase().replaceAll('_', ' ');
  return edge.source === id ? wording.out : wording.in;
}

export interface RelationGroup {
  readonly heading: string;
  readonly edges: readonly GraphEdge[];
}

/** The relationships of an entity by heading, in a fixed order. */
export function groupRelations(edges: readonly GraphEdge[], id: string): readonly RelationGroup[] {
  const groups = new Map<string, GraphEdge[]>();
  const rank = (edge: GraphEdge): number => ORDER.indexOf(keyOf(edge)) * 2 + (edge.source === id ? 0 : 1);
  for (const edge of edges.toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))) {
    const heading = headingOf(edge, id);
    groups.set(heading, [...(groups.get(heading) ?? []), edge]);
  }
  return [...groups].map(([heading, list]) => ({ heading, edges: list }));
}

/** What a relationship adds to its heading: role, office, dates, modality. */
export function qualifierLine(edge: GraphEdge): string {
  const role = textOf(edge, 'role') ?? '';
  const parts = [
    PLAIN_ROLES.has(role) || keyOf(edge) !== edge.type ? '' : role,
    ...textsOf(edge, 'offices'),
    ...textsOf(edge, 'dates').map(describeDate),
    modalityOf(edge) === 'stated' ? '' : modalityOf(edge),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

const COMPARATORS: Readonly<Record<string, string>> = {
  about: 'about ',
  'at-least': 'at least ',
  'more-than': 'more than ',
  'up-to': 'up to ',
};

function describeFigure(statement: Statement): string {
  const amount = `${COMPARATORS[statement.comparator ?? ''] ?? ''}${statement.value ?? '?'}`;
  const unit = statement.unit ?? statement.figure ?? '';
  const name = statement.figure !== undefined && statement.figure !== unit ? ` (${statement.figure})` : '';
  const when = statement.as ?? (statement.period === undefined ? undefined : describeDate(statement.period));
  const asOf = statement.asOf === undefined ? '' : `, as of ${describeDate(statement.asOf)}`;
  return `${amount} ${unit}${name}${when === undefined ? '' : `, ${when}`}${asOf}${statement.cumulative ? ', in total' : ''}`;
}

function describeTerm(statement: Statement): string {
  const from = statement.from === undefined ? '' : `from ${describeDate(statement.from)} `;
  const to = statement.to === undefined ? '' : `to ${describeDate(statement.to)}`;
  const basis =
    statement.basis === undefined
      ? ''
      : ` (${statement.basis}${statement.conditional ? ', if required' : ''})`;
  return `Term ${statement.ordinal ?? 1}: ${from}${to}${basis}`.replace(/ {2,}/g, ' ');
}

function qualifiersOf(statement: Statement): string {
  const parts = [
    statement.office,
    statement.date === undefined ? undefined : (statement.as ?? describeDate(statement.date)),
    statement.from === undefined ? undefined : `from ${describeDate(statement.from)}`,
    statement.to === undefined ? undefined : `to ${describeDate(statement.to)}`,
    statement.asOf === undefined ? undefined : `as of ${describeDate(statement.asOf)}`,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? ` · ${parts.join(', ')}` : '';
}

/** A statement as a sentence of ours; names and figures as the statement gives them. */
export function describeStatement(statement: Statement): string {
  switch (statement.type) {
    case 'ENTITY':
      return `${statement.subjectCaption} is named`;
    case 'NAME':
      return `Called “${statement.value ?? ''}”`;
    case 'KIND':
      return `Kind: ${describeKind(String(statement.value ?? ''))}`;
    case 'DATE':
      return `${statement.what ?? 'dated'} ${statement.as ?? describeDate(statement.date ?? String(statement.value ?? ''))}`;
    case 'TERM':
      return describeTerm(statement);
    case 'FIGURE':
      return describeFigure(statement);
    default: {
      const object = statement.objectCaption ?? statement.object ?? '';
      return `${statement.subjectCaption} ${verbOf(statement.type, statement.role)} ${object}${qualifiersOf(statement)}`;
    }
  }
}
