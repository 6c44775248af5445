import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's cypher/ folder, seen from the sources as well as from build/. */
export function findCypherFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) || !existsSync(join(folder, 'cypher', 'README.md'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The folder cypher/ of the project is missing.');
    folder = parent;
  }
  return join(folder, 'cypher');
}
