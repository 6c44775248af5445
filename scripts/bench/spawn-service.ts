import { spawn } from 'node:child_process';
import process from 'node:process';

export interface SpawnedService {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts the built service on a free port; resolves when it says its address.
 * @param args another program of ours that listens, with its arguments
 * @throws Error when it ends before
 */
export async function spawnService(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = ['build/server/main.js'],
): Promise<SpawnedService> {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      const match = /http:\S+/.exec(String(chunk));
      if (match) resolve(match[0]);
    });
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}`)));
  });
  return { url, stop };
}
