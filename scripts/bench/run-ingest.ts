import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';

/** One run of the command line, as a user has it. */
export interface IngestRun {
  readonly elapsedMs: number;
  /** Highest resident memory of the process itself, without the engine's; null where the system does not tell. */
  readonly peakMb: number | null;
}

const POLL_MS = 50;

function readPeakMb(pid: number): number | null {
  try {
    const match = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return match ? Number(match[1]) / 1024 : null;
  } catch {
    return null;
  }
}

/**
 * Runs the built `ingest` on a folder.
 * @throws Error with its output when it does not end well
 */
export async function runIngest(folder: string, env: Readonly<Record<string, string>>): Promise<IngestRun> {
  const started = performance.now();
  const child = spawn(process.execPath, ['build/scripts/ingest.js', folder, '--json'], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  let peakMb: number | null = null;
  const poll = setInterval(() => {
    peakMb = (child.pid === undefined ? null : readPeakMb(child.pid)) ?? peakMb;
  }, POLL_MS);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(poll);
  if (code !== 0) throw new Error(`ingest ended with ${code}: ${output.slice(0, 2_000)}`);
  return { elapsedMs: performance.now() - started, peakMb };
}
