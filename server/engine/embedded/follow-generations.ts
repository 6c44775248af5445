import { AppError } from '../../app-error.ts';
import type { Limits } from '../../settings.ts';
import type { EngineLogger } from '../engine-logger.ts';
import type { GenerationStore } from './generation-store.ts';
import { createReaderPool } from './reader-pool.ts';
import type { ReaderPool } from './reader-pool.ts';

/** A generation with its readers. */
export interface Serving {
  readonly generation: number;
  readonly path: string;
  readonly readers: ReaderPool;
}

/** Follows the pointer: one pool of readers for a generation in use, made on first need. */
export interface GenerationFollower {
  /** Takes up the generation that is published now; null while there is none. */
  look(): Serving | null;
  /** The generation in use. @throws AppError `no-data` while nothing was published */
  need(): Serving;
  /** The generation in use, whose readers stay until `release` (idempotent), whatever is published meanwhile. */
  pin(): { readonly serving: Serving; readonly release: () => void };
  close(): Promise<void>;
}

interface Held extends Serving {
  pins: number;
  isReplaced: boolean;
}

export function followGenerations(
  store: GenerationStore,
  { limits, logger }: { readonly limits: Pick<Limits, 'readerProcesses'>; readonly logger: EngineLogger },
): GenerationFollower {
  let serving: Held | null = null;
  const all = new Set<Held>();
  const retireIfDone = (held: Held): void => {
    if (held.isReplaced && held.pins === 0 && all.delete(held)) held.readers.retire();
  };
  const look = (): Held | null => {
    const current = store.current();
    if (current && current.number !== serving?.generation) {
      const before = serving;
      const readers = createReaderPool(current.path, limits.readerProcesses, logger);
      serving = { generation: current.number, path: current.path, readers, pins: 0, isReplaced: false };
      all.add(serving);
      if (before) {
        before.isReplaced = true;
        retireIfDone(before);
      }
    }
    return serving;
  };
  const need = (): Held => {
    const found = serving ?? look();
    if (!found) throw new AppError('no-data', 'No data is loaded.', { hint: 'Run npm run ingest.' });
    return found;
  };
  return {
    look,
    need,
    pin() {
      const held = need();
      held.pins += 1;
      let isHeld = true;
      const release = (): void => {
        if (!isHeld) return;
        isHeld = false;
        held.pins -= 1;
        retireIfDone(held);
      };
      return { serving: held, release };
    },
    async close() {
      await Promise.all([...all].map((held) => held.readers.close()));
    },
  };
}
