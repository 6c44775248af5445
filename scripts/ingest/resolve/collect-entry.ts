import { quote } from '../problem.ts';
import type { RawEntry } from '../read/raw-entry.ts';
import { TABLES } from '../read/raw-entry.ts';
import type { PassageEntry } from '../validate/entry-schemas.ts';
import { validateEntry } from '../validate/validate-entry.ts';
import type { ValidEntry } from '../validate/validate-entry.ts';
import type { DataSetDraft, PlacedReference } from './data-set-draft.ts';
import { createIdIndex } from './id-index.ts';
import type { IdIndex } from './id-index.ts';
import type { PlacedEntry, Report } from './resolve-entry.ts';

/** Takes the entries of all files in; what needs the whole data set to be known is handed on as a PlacedEntry. */
export interface Collector {
  /** Null: taken in or refused. */
  collect(raw: RawEntry, file: number): PlacedEntry | null;
  /** What can be said only when every passage and document is known. */
  finish(): void;
}

type TakenEntry = Extract<ValidEntry, { kind: 'dataset' | 'field' | 'document' | 'passage' }>;

const PARTS = ['names', 'dates', 'terms', 'figures'] as const;

interface State {
  readonly draft: DataSetDraft;
  readonly report: Report;
  readonly shownFile: (file: number) => string;
  readonly passageIds: IdIndex;
  readonly fieldIds: IdIndex;
  /** Documents that passages name, with the first place that does. */
  readonly named: Map<string, Place>;
}

interface Place {
  readonly file: number;
  readonly line: number;
}

/** @param shownFile the name of a file by its number */
export function createCollector(
  draft: DataSetDraft,
  report: Report,
  shownFile: (file: number) => string,
): Collector {
  const passageIds = createIdIndex();
  const state = { draft, report, shownFile, passageIds, fieldIds: createIdIndex(), named: new Map() };
  return {
    collect(raw, file) {
      const lineAt = (path: readonly PropertyKey[]): number => raw.lineAt?.(path) ?? raw.line;
      const { entry, complaints } = validateEntry(raw, (table) => TABLES[table]);
      for (const complaint of complaints) report(file, lineAt(complaint.path), complaint.text);
      const place = { file, line: raw.line };
      if (entry === null || takeIn(entry, place, state)) return null;
      if (entry.kind !== 'entity' || raw.lineAt === undefined) return { entry, ...place };
      return { entry, ...place, partLines: linesOfParts(entry.value, lineAt) };
    },
    finish() {
      for (const [id, place] of state.named as Map<string, Place>) {
        if (draft.documents.has(id)) continue;
        const text = `unknown document ${quote(id)}; add it to the documents or correct the passage`;
        report(place.file, place.line, text);
      }
    },
  };
}

/** False for an entry that goes on to be resolved. */
function takeIn(entry: ValidEntry, place: Place, state: State): entry is TakenEntry {
  const { draft } = state;
  switch (entry.kind) {
    case 'dataset':
      if (draft.hasHeader) state.report(place.file, place.line, 'dataset is given twice; keep one');
      draft.hasHeader = true;
      draft.header = entry.value;
      return true;
    case 'field':
      if (isNew(state.fieldIds, 'the field', entry.value.id, place, state)) draft.fields.push(entry.value);
      return true;
    case 'document': {
      const { id } = entry.value;
      if (isNew(draft.entityIds, 'the id', id, place, state)) draft.documents.set(id, entry.value);
      return true;
    }
    case 'passage':
      addPassage(entry.value, place, state);
      return true;
    case 'entity': {
      const { id } = entry.value;
      const isFirst = isNew(draft.entityIds, 'the id', id, place, state);
      if (isFirst) draft.entities.add(id, entry.label);
      return !isFirst;
    }
    default:
      return false;
  }
}

function isNew(ids: IdIndex, what: string, id: string, place: Place, state: State): boolean {
  const first = ids.add(id, place.file, place.line);
  if (first === null) return true;
  const where = `${state.shownFile(first.file)}:${first.line}`;
  state.report(
    place.file,
    place.line,
    `${what} ${quote(id)} is already given at ${where}; remove or rename one`,
  );
  return false;
}

function addPassage(passage: PassageEntry, place: Place, state: State): void {
  if (!isNew(state.passageIds, 'the passage', passage.id, place, state)) return;
  if (!state.named.has(passage.document)) state.named.set(passage.document, place);
  const { id, ...reference } = passage;
  const placed: PlacedReference = { ...reference, ...place };
  state.draft.passages.set(id, state.draft.passageTexts.add(JSON.stringify(placed)));
}

function linesOfParts(
  entity: { readonly [key: string]: unknown },
  lineAt: (path: readonly PropertyKey[]) => number,
): Record<string, number> {
  const lines: Record<string, number> = {};
  for (const part of PARTS) {
    const list = entity[part];
    if (!Array.isArray(list)) continue;
    for (let at = 0; at < list.length; at += 1) lines[`${part}/${at}`] = lineAt([part, at]);
  }
  return lines;
}
