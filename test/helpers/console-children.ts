import { readFileSync } from 'node:fs';

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** What stands behind the name of a program in /proc/…/stat, from its third field on. */
function statOf(pid: number | string): string[] {
  return read(`/proc/${pid}/stat`)
    .replace(/^.*\) /su, '')
    .split(' ');
}

/** True where the process runs only while nobody else wants the processor. */
export function isIdleOnly(pid: number): boolean {
  const SCHED_IDLE = '5';
  return statOf(pid)[38] === SCHED_IDLE;
}

/** Processes that this one started at the lowest priority: the console's. Linux only. */
export function consoleChildren(): number[] {
  const children = read(`/proc/${process.pid}/task/${process.pid}/children`).trim().split(' ');
  return children.filter((pid) => statOf(pid)[16] === '19').map(Number);
}

/** Megabytes that a process has in use. */
export function memoryMb(pid: number): number {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB/mu.exec(read(`/proc/${pid}/status`)) ?? [];
  return Number(kilobytes) / 1024;
}
