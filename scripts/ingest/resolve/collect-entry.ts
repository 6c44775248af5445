import { quote } from '../problem.ts';
import type { RawEntry } from '../read/raw-entry.ts';
import { TABLES } from '../read/raw-entry.ts';
import type { PassageEntry } from '../validate/entry-schemas.ts';
import { validateEntry } from '../validate/validate-entry.ts';
import type { DataSetDraft, PlacedReference } from './data-set-draft.ts';
import { createIdIndex } from './id-index.ts';
import type { PlacedEntry, Report } from './resolve-entry.ts';

/** Takes the entries of all files in; what needs the whole data set to be known is handed on as a PlacedEntry. */
export interface Collector {
  /** Null: taken in or refused. */
  collect(raw: RawEntry, file: number): PlacedEntry | null;
  /** What can be said only when every passage and document is known. */
  finish(): void;
}

const PARTS = ['names', 'dates', 'terms', 'figures'] as const;

export function createCollector(
  draft: DataSetDraft,
  report: Report,
  shownFile: (file: number) => string,
): Collector {
  const passageIds = createIdIndex();
  const fieldIds = createIdIndex();
  /** Documents that passages name, with the first place, until they are known. */
  const named = new Map<string, { file: number; line: number }>();
  const isNew = (ids: typeof passageIds, what: string, id: string, file: number, line: number): boolean => {
    const first = ids.add(id, file, line);
    if (first !== null) {
      report(
        file,
        line,
        `${what} ${quote(id)} is already given at ${shownFile(first.file)}:${first.line}; remove or rename one`,
      );
    }
    return first === null;
  };
  const addPassage = (passage: PassageEntry, file: number, line: number): void => {
    if (!isNew(passageIds, 'the passage', passage.id, file, line)) return;
    if (!named.has(passage.document)) named.set(passage.document, { file, line });
    const { id, document, section, paragraph, start, end, sha256, paraphrase } = passage;
    const placed: PlacedReference = {
      document,
      section,
      paragraph,
      start,
      end,
      sha256,
      paraphrase,
      file,
      line,
    };
    draft.passages.set(id, draft.passageTexts.add(JSON.stringify(placed)));
  };
  return {
    collect(raw, file) {
      const lineAt = (path: readonly PropertyKey[]): number => raw.lineAt?.(path) ?? raw.line;
      const { entry, complaints } = validateEntry(raw, (table) => TABLES[table as keyof typeof TABLES]);
      for (const complaint of complaints) report(file, lineAt(complaint.path), complaint.text);
      if (entry === null) return null;
      switch (entry.kind) {
        case 'dataset':
          if (draft.hasHeader) report(file, raw.line, 'dataset is given twice; keep one');
          draft.hasHeader = true;
          draft.header = entry.value;
          return null;
        case 'field':
          if (isNew(fieldIds, 'the field', entry.value.id, file, raw.line)) draft.fields.push(entry.value);
          return null;
        case 'document':
          if (isNew(draft.entityIds, 'the id', entry.value.id, file, raw.line))
            draft.documents.set(entry.value.id, entry.value);
          return null;
        case 'passage':
          addPassage(entry.value, file, raw.line);
          return null;
        case 'entity':
          if (!isNew(draft.entityIds, 'the id', entry.value.id, file, raw.line)) return null;
          draft.entities.add(entry.value.id, TABLES[raw.table as keyof typeof TABLES]);
          return {
            entry,
            file,
            line: raw.line,
            ...(raw.lineAt ? { partLines: linesOfParts(entry.value, lineAt) } : {}),
          };
        default:
          return { entry, file, line: raw.line };
      }
    },
    finish() {
      for (const [id, place] of named) {
        if (!draft.documents.has(id))
          report(
            place.file,
            place.line,
            `unknown document ${quote(id)}; add it to the documents or correct the passage`,
          );
      }
    },
  };
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
