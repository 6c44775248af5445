import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join, resolve } from 'node:path';

/** One published state of the graph: a file that nobody changes any more. */
export interface Generation {
  readonly number: number;
  readonly path: string;
}

/**
 * The folder of an embedded database: `graph.<n>.grafeo`, and the pointer `current` that names the one in use. A
 * reader sees the old file or the new one, never half of one; the generation before stays for a way back.
 */
export interface GenerationStore {
  readonly folder: string;
  /** The generation in use; null when nothing was ever published. */
  current(): Generation | null;
  /** The name for the next file. A number is never used twice: a leftover log beside a file keeps it from opening. */
  next(): Generation;
  /** Makes it the one in use, atomically and durably. */
  publish(generation: Generation): void;
  /** Removes every file but those of the generation in use, the one before it and `keep`. */
  clean(keep?: Generation): void;
}

const POINTER = 'current';
const FILE = /^graph\.(\d+)\.grafeo/u;

function listNumbers(folder: string): number[] {
  try {
    const found = readdirSync(folder).map((name) => FILE.exec(name)?.[1]);
    return found.filter((digits) => digits !== undefined).map(Number);
  } catch {
    return [];
  }
}

function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // Windows opens no folder; the rename is still atomic there.
  }
}

function writePointer(folder: string, number: number): void {
  const draft = join(folder, `${POINTER}.${process.pid}.draft`);
  const handle = openSync(draft, 'w');
  writeSync(handle, `${number}\n`);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(draft, join(folder, POINTER));
  syncFolder(folder);
}

/**
 * @param given made when it is missing, by the first `publish` or `next`; a relative one starts at the working folder of
 * this process, not of the children that open the files, which run elsewhere
 */
export function openGenerationStore(given: string): GenerationStore {
  const folder = resolve(given);
  const at = (number: number): Generation => ({ number, path: join(folder, `graph.${number}.grafeo`) });
  const current = (): Generation | null => {
    try {
      const number = Number(readFileSync(join(folder, POINTER), 'utf8'));
      return Number.isSafeInteger(number) && number > 0 ? at(number) : null;
    } catch {
      return null;
    }
  };
  return {
    folder,
    current,
    next() {
      mkdirSync(folder, { recursive: true });
      return at(Math.max(0, current()?.number ?? 0, ...listNumbers(folder)) + 1);
    },
    publish: (generation) => writePointer(folder, generation.number),
    clean(keep) {
      const inUse = current()?.number ?? 0;
      const before = Math.max(0, ...listNumbers(folder).filter((number) => number < inUse));
      const kept = new Set([inUse, before, keep?.number]);
      for (const name of readdirSync(folder)) {
        const number = FILE.exec(name)?.[1];
        const isDraft = name.startsWith(`${POINTER}.`) && name.endsWith('.draft');
        if (isDraft || (number !== undefined && !kept.has(Number(number)))) {
          rmSync(join(folder, name), { recursive: true, force: true });
        }
      }
    },
  };
}
