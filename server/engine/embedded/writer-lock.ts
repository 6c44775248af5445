import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { AppError } from '../../app-error.ts';

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Locks of this process: in a container a killed load may have had the process id that we have now. */
const held = new Set<string>();

function takeStale(file: string): void {
  const holder = Number(readFileSync(file, 'utf8'));
  const isHeld = holder === process.pid ? held.has(file) : holder > 0 && isRunning(holder);
  if (Number.isSafeInteger(holder) && isHeld) {
    throw new AppError('engine-unavailable', `Another load is writing to this store (process ${holder}).`, {
      hint: 'Wait until it has ended.',
    });
  }
  rmSync(file, { force: true });
}

/**
 * Lets one load at a time write to a store. The lock of a killed load is taken over.
 * @returns gives the lock back
 * @throws AppError `engine-unavailable` while another load runs
 */
export function lockForWriting(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = resolve(folder, 'writer.lock');
  for (let attempt = 1; ; attempt += 1) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
      held.add(file);
      return () => {
        held.delete(file);
        rmSync(file, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt === 3) throw error;
      takeStale(file);
    }
  }
}
