import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { normaliseDocument, sha256OfText } from '../../../server/evidence/normalise-text.ts';
import { INGEST_LIMITS } from '../limits.ts';

/** The reader's own copies of the documents, recognised by the digest of their normalised text, not by file names. */
export interface Library {
  /** The normalised text of the document with that digest, null where it is not here. */
  textOf(sha256: string): string | null;
  size(): number;
}

const DOCUMENT_FILE = /\.(?:txt|text|md)$/iu;

/**
 * Reads the texts of a folder (not nested folders' hidden files). A folder that cannot be read is an error of the
 * person who named it.
 * @throws Error with one sentence
 */
export function openLibrary(folder: string): Library {
  const paths = new Map<string, string>();
  let entries;
  try {
    entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    throw new Error(
      `SETU_LIBRARY=${folder} is no folder that can be read; name the folder of your documents.`,
    );
  }
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !DOCUMENT_FILE.test(entry.name)) continue;
    if (statSync(path).size > INGEST_LIMITS.libraryFileBytes) continue;
    const text = normaliseDocument(readFileSync(path));
    if (text !== null) paths.set(sha256OfText(text), path);
  }
  let held: { sha256: string; text: string } | null = null;
  return {
    textOf(sha256) {
      if (held?.sha256 === sha256) return held.text;
      const path = paths.get(sha256);
      const text = path === undefined ? null : normaliseDocument(readFileSync(path));
      if (text === null) return null;
      held = { sha256, text };
      return text;
    },
    size: () => paths.size,
  };
}
