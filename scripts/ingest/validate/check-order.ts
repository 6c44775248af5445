import { RELATIONSHIPS } from '../../../server/contract/vocabulary.ts';
import { parseEdtfDate } from '../../../server/evidence/edtf-date.ts';
import { quote } from '../problem.ts';
import type { EntityEntry, PassageEntry, RelationEntry, TermEntry } from './entry-schemas.ts';

/** What is wrong in an entry, and at which part of it. */
export interface Complaint {
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

/** What an entity's entry says of itself must agree: terms one after the other, curated names without a source. */
export function checkEntityOrder(entity: EntityEntry): Complaint[] {
  const complaints: Complaint[] = [];
  for (const [at, name] of (entity.names ?? []).entries()) {
    if (name.origin === 'curated' && name.refs !== undefined) {
      complaints.push({
        path: ['names', at],
        text: `names[${at + 1}] ${quote(name.text)} is curated and claims a source; remove refs or the origin`,
      });
    }
  }
  complaints.push(...checkTerms(entity.terms ?? []));
  return complaints;
}

function checkTerms(terms: readonly TermEntry[]): Complaint[] {
  const complaints: Complaint[] = [];
  let last = 0;
  let lastStart = -Infinity;
  for (const [at, term] of terms.entries()) {
    const name = `terms[${at + 1}]`;
    const ordinal = term.ordinal ?? at + 1;
    const path = ['terms', at];
    if (ordinal <= last) {
      complaints.push({
        path,
        text: `${name} is out of order: ordinal ${ordinal} after ${last}; number the terms 1, 2, 3`,
      });
    }
    last = Math.max(last, ordinal);
    const start = term.from === undefined ? null : parseEdtfDate(term.from).from;
    if (start !== null && start < lastStart) {
      complaints.push({
        path,
        text: `${name} is out of order: it starts before the term before it; put the terms in order`,
      });
    }
    if (start !== null) lastStart = start;
    complaints.push(...checkSpan(term, name, path));
  }
  return complaints;
}

/** The end of a span may not lie before its start; partial dates get the benefit of the doubt. */
function checkSpan(
  span: { readonly from?: string | undefined; readonly to?: string | undefined },
  name: string,
  path: readonly PropertyKey[],
): Complaint[] {
  if (span.from === undefined || span.to === undefined) return [];
  if (parseEdtfDate(span.to).to >= parseEdtfDate(span.from).from) return [];
  const prefix = name === '' ? '' : `${name}: `;
  return [
    { path, text: `${prefix}to ${quote(span.to)} is before from ${quote(span.from)}; correct one of them` },
  ];
}

export function checkPassage(passage: PassageEntry): Complaint[] {
  if (passage.end > passage.start) return [];
  return [
    {
      path: ['end'],
      text: `end ${passage.end} is not after start ${passage.start}; npm run cite prints both`,
    },
  ];
}

/** The shape of a relation beyond its fields: its ends, its role, its span. */
export function checkRelation(relation: RelationEntry): Complaint[] {
  const complaints: Complaint[] = checkSpan(relation, '', []);
  const pairs = countEnds(relation, 'subject', complaints) * countEnds(relation, 'object', complaints);
  if (relation.id !== undefined && pairs > 1) {
    complaints.push({
      path: ['id'],
      text: `id ${quote(relation.id)} would name ${pairs} statements; give one statement a pair of ends, or remove the id`,
    });
  }
  complaints.push(...checkRole(relation));
  return complaints;
}

function countEnds(relation: RelationEntry, end: 'subject' | 'object', complaints: Complaint[]): number {
  const one = relation[end];
  const several = relation[`${end}s`];
  if (one !== undefined && several !== undefined) {
    complaints.push({ path: [end], text: `both ${end} and ${end}s are given; keep one of them` });
  }
  if (one === undefined && several === undefined) {
    complaints.push({ path: [], text: `${end} is missing; name the entity the statement is about` });
  }
  return several?.length ?? 1;
}

function checkRole(relation: RelationEntry): Complaint[] {
  const { type, role } = relation;
  const rule = RELATIONSHIPS[type];
  const roles: readonly string[] = rule.roles;
  if (role === undefined) {
    return rule.roleRequired
      ? [{ path: ['role'], text: `${type} needs a role; use one of ${roles.join(', ')}` }]
      : [];
  }
  if (roles.length === 0)
    return [{ path: ['role'], text: `${type} has no roles; remove role ${quote(role)}` }];
  if (roles.includes(role)) return [];
  return [{ path: ['role'], text: `unknown role ${quote(role)} of ${type}; use one of ${roles.join(', ')}` }];
}
