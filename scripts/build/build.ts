import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** What a part is made of and how: a part is built again when one of its sources changed. */
interface Part {
  readonly name: string;
  readonly sources: readonly string[];
  readonly product: string;
  readonly command: readonly string[];
}

const TSC = path.join('node_modules', 'typescript', 'bin', 'tsc');
const VITE = path.join('node_modules', 'vite', 'bin', 'vite.js');

const PARTS: readonly Part[] = [
  {
    name: 'service',
    sources: ['server', 'scripts', 'tsconfig.base.json', 'package-lock.json'],
    product: 'build/server/main.js',
    command: [TSC, '-b', 'server', 'scripts'],
  },
  {
    name: 'client',
    sources: ['client', 'server/contract', 'vite.config.ts', 'package-lock.json'],
    product: 'build/client/index.html',
    command: [VITE, 'build', '--logLevel', 'warn'],
  },
];

function* filesUnder(source: string): Generator<string> {
  if (!existsSync(source)) return;
  if (statSync(source).isFile()) {
    yield source;
    return;
  }
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const child = path.join(source, entry.name);
    if (entry.isDirectory()) yield* filesUnder(child);
    else yield child;
  }
}

/** Changes when a source file's name, size or time of change does; reading a thousand stats takes milliseconds. */
function fingerprint(sources: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  const files = sources.flatMap((source) => [...filesUnder(source)]).toSorted();
  for (const file of files) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}:${size}:${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/**
 * Builds what is missing or stale into build/.
 * @throws Error with the compiler's output when a part does not build.
 */
export async function build({ say }: { say: (line: string) => void }): Promise<void> {
  mkdirSync('build', { recursive: true });
  for (const part of PARTS) {
    const stamp = path.join('build', `.${part.name}.stamp`);
    const wanted = fingerprint(part.sources);
    if (existsSync(part.product) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) continue;
    say(`building the ${part.name} …`);
    const { status, stdout, stderr } = spawnSync(process.execPath, part.command, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the ${part.name} does not build:\n${stdout}${stderr}`);
    writeFileSync(stamp, wanted);
  }
}
