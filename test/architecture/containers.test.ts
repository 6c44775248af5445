import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Service {
  image?: string;
  environment: Record<string, string>;
  ports?: string[];
  healthcheck?: unknown;
  command?: string[];
}

/** No Docker engine can be counted on where the tests run: the text is checked instead. */
const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
  services: Record<'neo4j' | 'setu' | 'ingest', Service>;
};
const { neo4j, setu, ingest } = compose.services;

describe('docker-compose.yml', () => {
  it('pins Neo4j to a full version of 5.26', () => {
    expect(neo4j.image).toMatch(/^neo4j:5\.26\.\d+-community$/);
  });

  it('sets the limits whose defaults are open', () => {
    expect(neo4j.environment).toMatchObject({
      NEO4J_db_transaction_timeout: '30s',
      NEO4J_db_memory_transaction_max: '256m',
      NEO4J_dbms_security_allow__csv__import__from__file__urls: 'false',
    });
    expect(neo4j.environment['NEO4J_dbms_security_procedures_allowlist']).not.toContain('apoc');
  });

  it('ships no password and no token', () => {
    expect(neo4j.environment['NEO4J_AUTH']).toContain('${NEO4J_PASSWORD:?');
    expect(setu.environment['NEO4J_PASSWORD']).toContain('${NEO4J_PASSWORD:?');
    expect(setu.environment['SETU_TOKEN']).toContain('${SETU_TOKEN:?');
  });

  it('publishes ports on loopback only', () => {
    for (const port of [...(neo4j.ports ?? []), ...(setu.ports ?? [])])
      expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('waits for a healthy database', () => {
    expect(neo4j.healthcheck).toBeDefined();
    expect(setu.healthcheck).toBeDefined();
  });

  it('loads with the same environment as it serves with', () => {
    expect(ingest.environment).toEqual(setu.environment);
    expect(ingest.command).toEqual(['node', 'build/scripts/ingest.js']);
  });
});

describe('the Dockerfile', () => {
  const text = readFileSync('Dockerfile', 'utf8');

  it('builds on glibc, which the embedded engine needs', () => {
    for (const [, image] of text.matchAll(/^FROM (\S+)/gm)) expect(image).toMatch(/^node:\d+-bookworm-slim$/);
  });

  it('does not run as root', () => {
    expect(text).toMatch(/^USER node$/m);
  });
});
