import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Settings whose defaults are open in Neo4j, closed here as in docker-compose.yml: limits on time and memory, no
 * procedures beside the built-in ones, no files by LOAD CSV. Listens on loopback only, hence without a login.
 */
function settings(home: string, boltPort: number, pageCacheMb: number): string {
  return [
    `server.directories.data=${join(home, 'data')}`,
    `server.directories.logs=${join(home, 'logs')}`,
    `server.directories.import=${join(home, 'import')}`,
    `server.default_listen_address=127.0.0.1`,
    `server.bolt.listen_address=127.0.0.1:${boltPort}`,
    `server.bolt.advertised_address=127.0.0.1:${boltPort}`,
    'server.http.enabled=false',
    'server.https.enabled=false',
    'dbms.security.auth_enabled=false',
    'dbms.security.allow_csv_import_from_file_urls=false',
    'dbms.security.procedures.allowlist=db.*',
    'dbms.usage_report.enabled=false',
    `server.memory.pagecache.size=${pageCacheMb}m`,
    'db.transaction.timeout=30s',
    'db.lock.acquisition.timeout=10s',
    'db.memory.transaction.max=256m',
    'dbms.memory.transaction.total.max=512m',
    'db.tx_log.rotation.retention_policy=1 files',
    'db.tx_log.preallocate=false',
    'db.checkpoint.interval.time=1h',
    '',
  ].join('\n');
}

/** Writes conf/neo4j.conf below `home`; returns its folder. */
export async function writeNeo4jConfig(home: string, boltPort: number, pageCacheMb: number): Promise<string> {
  const folder = join(home, 'conf');
  for (const name of ['conf', 'data', 'logs', 'import']) await mkdir(join(home, name), { recursive: true });
  await writeFile(join(folder, 'neo4j.conf'), settings(home, boltPort, pageCacheMb));
  return folder;
}
