import type { EntityLabel, RelationshipType } from '../../../server/contract/vocabulary.ts';
import { RELATIONSHIPS } from '../../../server/contract/vocabulary.ts';
import { INGEST_LIMITS } from '../limits.ts';
import { quote } from '../problem.ts';
import type { ValidEntry } from '../validate/validate-entry.ts';
import type { DataSetDraft } from './data-set-draft.ts';
import { expandEntity } from './expand-entity.ts';
import { expandFigureStatement, expandRelation } from './expand-statement.ts';
import { relationshipId } from './statement-ids.ts';
import type { SpooledStatement } from './statement-record.ts';

/** An entry whose references are to be looked up, with the place it stands at. */
export interface PlacedEntry {
  readonly entry: Extract<ValidEntry, { kind: 'entity' | 'relation' | 'figure' }>;
  readonly file: number;
  readonly line: number;
  /** Lines of the parts of an entity: `names/0`. */
  readonly partLines?: Readonly<Record<string, number>>;
}

export interface Resolver {
  /** Looks up everything the entry refers to and spools its statements. */
  resolve(placed: PlacedEntry): void;
}

/** Reports a problem at a file (by number) and line. */
export type Report = (file: number, line: number, text: string) => void;

/**
 * Second half of reading a data set: all entities, documents and passages are known, so every end, label, band and
 * passage can be looked up.
 * @param shownFile the name of a file by its number
 */
export function createResolver(
  draft: DataSetDraft,
  report: Report,
  shownFile: (file: number) => string,
): Resolver {
  const bands = new Set(draft.fields.map((field) => field.id));
  const spool = createSpooler(draft, report, shownFile);
  const dataSet = draft.header.id;
  return {
    resolve({ entry, file, line, partLines }) {
      const complain = (text: string): void => report(file, line, text);
      if (entry.kind === 'entity') {
        const { field } = entry.value;
        if (field !== undefined && bands.size > 0 && !bands.has(field)) {
          complain(`unknown field ${quote(field)}; use one of ${[...bands].join(', ')}, or add it to fields`);
        }
        for (const statement of expandEntity(dataSet, entry.label, entry.value)) {
          spool(statement, file, partLines?.[statement.path.join('/')] ?? line);
        }
      } else if (entry.kind === 'figure') {
        const { subject } = entry.value;
        if (draft.entities.labelOf(subject) === undefined) complain(unknownEnd(draft, 'subject', subject));
        spool(expandFigureStatement(dataSet, entry.value), file, line);
      } else {
        for (const statement of expandRelation(dataSet, entry.value)) {
          if (checkEnds(draft, entry.value.type, statement, complain)) spool(statement, file, line);
        }
      }
    },
  };
}

/** Keeps a statement whose id is new; says what is wrong with its id, its passages and its conflict. */
function createSpooler(draft: DataSetDraft, report: Report, shownFile: (file: number) => string) {
  return (statement: SpooledStatement, file: number, line: number): void => {
    const { id } = statement.properties;
    const first = draft.statementIds.add(id, file, line);
    if (first !== null) {
      const advice =
        statement.properties['object'] === undefined ? 'remove one' : 'remove one or give it an id';
      const where = `${shownFile(first.file)}:${first.line}`;
      report(file, line, `the statement ${quote(id)} is already made at ${where}; ${advice}`);
      return;
    }
    for (const passage of statement.passages) {
      if (draft.passages.has(passage)) continue;
      report(
        file,
        line,
        `unknown passage ${quote(passage)}; add it to the passages or correct the reference`,
      );
    }
    if (statement.conflict !== undefined) {
      addToConflict(draft, statement.conflict, id, (text) => report(file, line, text));
    }
    store(draft, statement);
  };
}

function store(draft: DataSetDraft, statement: SpooledStatement): void {
  const { type, subject, object, role } = statement.properties;
  if (typeof object !== 'string') {
    draft.aboutEntities.add(subject, statement);
    return;
  }
  draft.entities.countLink(subject);
  draft.entities.countLink(object);
  draft.relations.add(relationshipId(type, subject, object, role as string | undefined), statement);
}

function checkEnds(
  draft: DataSetDraft,
  type: RelationshipType,
  statement: SpooledStatement,
  complain: (text: string) => void,
): boolean {
  const { subject, object } = statement.properties;
  if (typeof object !== 'string') return false;
  const from = draft.entities.labelOf(subject);
  const to = draft.entities.labelOf(object);
  if (from === undefined) complain(unknownEnd(draft, 'subject', subject));
  if (to === undefined) complain(unknownEnd(draft, 'object', object));
  if (from === undefined || to === undefined) return false;
  const rule = RELATIONSHIPS[type];
  const faults: string[] = [];
  if (subject === object) faults.push(`${type} relates ${quote(subject)} to itself; correct one end`);
  if (!(rule.from as readonly EntityLabel[]).includes(from))
    faults.push(wrongEnd(type, 'start at', subject, from, rule.from));
  if (!(rule.to as readonly EntityLabel[]).includes(to))
    faults.push(wrongEnd(type, 'end at', object, to, rule.to));
  if (rule.sameLabel && from !== to)
    faults.push(
      `${type} relates things of one label, but ${quote(subject)} is ${article(from)} and ${quote(object)} ${article(to)}; correct one end`,
    );
  for (const fault of faults) complain(fault);
  return faults.length === 0;
}

function wrongEnd(type: string, verb: string, id: string, label: string, allowed: readonly string[]): string {
  return `${type} cannot ${verb} ${quote(id)}, which is ${article(label)}; it must be ${allowed.map(article).join(' or ')}`;
}

function article(label: string): string {
  return `${/^[AEIOU]/u.test(label) ? 'an' : 'a'} ${label}`;
}

function unknownEnd(draft: DataSetDraft, end: string, id: string): string {
  if (draft.documents.has(id))
    return `${end} ${quote(id)} is a document; a statement relates entities and cites documents by refs`;
  return `unknown ${end} ${quote(id)}; add the entity or correct the id`;
}

function addToConflict(
  draft: DataSetDraft,
  slug: string,
  id: string,
  complain: (text: string) => void,
): void {
  const members = draft.conflicts.get(slug) ?? [];
  if (members.length >= INGEST_LIMITS.conflictStatements) {
    complain(
      `conflict ${quote(slug)} has more than ${INGEST_LIMITS.conflictStatements} statements; use a slug for each disagreement`,
    );
    return;
  }
  members.push(id);
  draft.conflicts.set(slug, members);
}
