import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { parse } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Starts a child process that shares nothing with us but its message channel: an empty environment (no secret can be
 * read from /proc/self/environ), the root as its folder, no `__proto__`, no standard output.
 *
 * @param entry the child's module beside the caller, without ending (`./reader-child`); it runs as .ts under tsx or
 *   vitest and as .js from build/, like its caller
 * @param importMetaUrl `import.meta.url` of the caller
 * @param proto what becomes of `Object.prototype.__proto__`: `throw` on any use, or `delete` where a library sets it on
 *   its own errors, as neo4j-driver does; it is then a property like any other
 */
export function startChild(
  entry: string,
  importMetaUrl: string,
  proto: 'throw' | 'delete' = 'throw',
): ChildProcess {
  const isSource = fileURLToPath(importMetaUrl).endsWith('.ts');
  const path = fileURLToPath(new URL(`${entry}${isSource ? '.ts' : '.js'}`, importMetaUrl));
  const loader = isSource
    ? ['--import', pathToFileURL(createRequire(importMetaUrl).resolve('tsx')).href]
    : [];
  // Windows starts no process without it.
  const systemRoot = process.env['SystemRoot'];
  return fork(path, [], {
    execArgv: [`--disable-proto=${proto}`, ...loader],
    env: systemRoot === undefined ? {} : { SystemRoot: systemRoot },
    cwd: parse(process.cwd()).root,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}
