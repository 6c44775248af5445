/** `npm run neo4j`: a Neo4j server without Docker, until Ctrl-C. Its data is temporary. */
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

import { startNeo4j } from './neo4j/start-neo4j.ts';

export { startNeo4j };

async function main(): Promise<void> {
  const server = await startNeo4j({ say: console.log });
  console.log(
    `Neo4j is ready, without a login. Use it with\n\n  NEO4J_URI=${server.uri}\n\nCtrl-C stops it.`,
  );
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await server.stop();
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
