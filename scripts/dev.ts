/** `npm run dev`: the service (restarted on change) and the client (reloaded on change), until Ctrl-C. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

const bin = (...parts: string[]): string => path.join('node_modules', ...parts);

const children = [
  spawn(process.execPath, [bin('tsx', 'dist', 'cli.mjs'), 'watch', 'server/main.ts'], { stdio: 'inherit' }),
  spawn(process.execPath, [bin('vite', 'bin', 'vite.js')], { stdio: 'inherit' }),
];

function stop(): void {
  for (const child of children) child.kill('SIGTERM');
}

process.once('SIGINT', stop);
process.once('SIGTERM', stop);
for (const child of children) child.once('exit', stop);
