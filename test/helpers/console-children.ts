import { readFileSync } from 'node:fs';

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Processes that this one started at the lowest priority: the console's. Linux only. */
export function consoleChildren(): number[] {
  const children = read(`/proc/${process.pid}/task/${process.pid}/children`).trim().split(' ');
  return children
    .filter(
      (pid) =>
        read(`/proc/${pid}/stat`)
          .replace(/^.*\) /u, '')
          .split(' ')[16] === '19',
    )
    .map(Number);
}

/** Megabytes that a process has in use. */
export function memoryMb(pid: number): number {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB/mu.exec(read(`/proc/${pid}/status`)) ?? [];
  return Number(kilobytes) / 1024;
}
