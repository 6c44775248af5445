import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { normaliseDocument, sha256OfText } from '../evidence/normalise-text.ts';
import { createLruCache } from './lru-cache.ts';

/**
 * The reader's own folder of documents. A document is recognised by the SHA-256 of its normalised text, whatever its
 * file is called.
 */
export interface DocumentLibrary {
  readonly isConfigured: boolean;
  /** Documents that were read. */
  readonly size: number;
  has(sha256: string): boolean;
  /** The normalised text; null where the library has no document of that digest, or no longer. */
  textOf(sha256: string): Promise<string | null>;
  /** Reads the folder again. */
  refresh(): Promise<void>;
}

const MAX_FILES = 10_000;
const MAX_FILE_BYTES = 50_000_000;
const TEXT_CACHE_BYTES = 64_000_000;

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .slice(0, MAX_FILES);
}

async function readText(file: string): Promise<string | null> {
  const { size } = await stat(file);
  return size > MAX_FILE_BYTES ? null : normaliseDocument(await readFile(file));
}

/**
 * @param folder null = there is no library
 * @param onProblem told of what could not be read
 */
export function createDocumentLibrary(
  folder: string | null,
  onProblem: (error: unknown) => void,
): DocumentLibrary {
  let files = new Map<string, string>();
  const texts = createLruCache(TEXT_CACHE_BYTES);
  const load = async (sha256: string, file: string): Promise<string | null> => {
    const text = await readText(file);
    if (text === null || sha256OfText(text) !== sha256) return null;
    texts.set(sha256, text, text.length * 2);
    return text;
  };
  return {
    isConfigured: folder !== null,
    get size() {
      return files.size;
    },
    has: (sha256) => files.has(sha256),
    async textOf(sha256) {
      const file = files.get(sha256);
      if (file === undefined) return null;
      try {
        return (texts.get(sha256) as string | undefined) ?? (await load(sha256, file));
      } catch (error) {
        onProblem(error);
        return null;
      }
    },
    async refresh() {
      if (folder === null) return;
      const found = new Map<string, string>();
      try {
        for (const file of await listFiles(folder)) {
          const text = await readText(file);
          if (text !== null && text !== '') found.set(sha256OfText(text), file);
        }
        files = found;
      } catch (error) {
        onProblem(error);
      }
    },
  };
}
