import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const POLL_MS = 100;
/** A statement that has used this much of the processor goes behind everybody else. */
const BUSY_MS = 300;
/** Linux counts in hundredths of a second, whatever its clock. */
const TICK_MS = 10;
const USER_TICKS = 11;

/** Milliseconds of processor time of a process; null where the system does not say (not Linux) or it is gone. */
function readProcessorMs(pid: number): number | null {
  try {
    // The name of the program may hold spaces: what follows its bracket is counted.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ');
    return (Number(fields[USER_TICKS]) + Number(fields[USER_TICKS + 1])) * TICK_MS;
  } catch {
    return null;
  }
}

/**
 * Lets a process run only where nobody else wants the processor (SCHED_IDLE): by nice 19 alone it finishes its turn of
 * some milliseconds each time that another wakes. Node cannot ask for it, util-linux's `chrt` can; where that is missing
 * the process stays at nice 19.
 */
function yieldProcessor(pid: number): void {
  const path = process.env['PATH'];
  const chrt = spawn('chrt', ['--all-tasks', '--idle', '--pid', '0', String(pid)], {
    stdio: 'ignore',
    env: path === undefined ? {} : { PATH: path },
  });
  chrt.on('error', () => undefined);
  chrt.unref();
}

/**
 * Watches a process while it runs a statement and has it yield when that takes long. The first look is at the first tick:
 * a short statement pays for none.
 * @param onYield called once, when it goes behind the others, where it stays
 * @returns stops watching
 */
export function watchProcessor(pid: number, onYield: () => void): () => void {
  let startMs: number | null = null;
  const timer = setInterval(() => {
    const usedMs = readProcessorMs(pid);
    if (usedMs === null) return clearInterval(timer);
    startMs ??= usedMs;
    if (usedMs - startMs < BUSY_MS) return;
    clearInterval(timer);
    yieldProcessor(pid);
    onYield();
  }, POLL_MS);
  return () => clearInterval(timer);
}
