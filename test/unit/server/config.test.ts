import { describe, expect, test } from 'vitest';

import { readConfig, readEngineConfig } from '../../../server/config.ts';

describe('the configuration', () => {
  test('without anything is a service for this machine alone, over the embedded engine', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 4180,
      engine: { engine: 'embedded', store: '.setu' },
      library: null,
      token: null,
      hosts: [],
      logLevel: 'info',
    });
  });

  test('takes an empty variable for none', () => {
    expect(readConfig({ PORT: '', HOST: ' ', SETU_TOKEN: '', NEO4J_URI: '', SETU_HOSTS: ' , ' })).toEqual(
      readConfig({}),
    );
  });

  test('cannot be changed afterwards', () => {
    const config = readConfig({});
    expect(() => Object.assign(config, { token: 'x' })).toThrow(TypeError);
    expect(() => Object.assign(config.limits, { pathMaxHops: 99 })).toThrow(TypeError);
  });

  test('chooses Neo4j where an address is given, unless told otherwise', () => {
    const env = { NEO4J_URI: 'neo4j+s://x.databases.neo4j.io', NEO4J_PASSWORD: 'secret' };
    expect(readEngineConfig(env)).toEqual({
      engine: 'neo4j',
      uri: env.NEO4J_URI,
      username: 'neo4j',
      password: 'secret',
      database: undefined,
    });
    expect(readEngineConfig(env, 'embedded')).toMatchObject({ engine: 'embedded' });
    expect(readEngineConfig({ ...env, SETU_ENGINE: 'embedded' })).toMatchObject({ engine: 'embedded' });
    expect(readEngineConfig({ ...env, SETU_ENGINE: 'embedded' }, 'neo4j')).toMatchObject({ engine: 'neo4j' });
    expect(readEngineConfig({ NEO4J_URI: 'bolt://localhost' })).toMatchObject({ username: '', password: '' });
  });

  test('reads the names that are ours', () => {
    expect(readConfig({ SETU_HOSTS: 'A.example, b.example:8443' }).hosts).toEqual([
      'a.example',
      'b.example:8443',
    ]);
  });

  const TOKEN = 'sixteen-characters';
  test.each(['0.0.0.0', '::', '192.168.1.2', 'setu.local', '127.0.0.1.example', '127.1'])(
    'does not listen at %s without a token',
    (host) => {
      expect(() => readConfig({ HOST: host })).toThrow('SETU_TOKEN');
      expect(readConfig({ HOST: host, SETU_TOKEN: TOKEN }).host).toBe(host);
    },
  );
  test.each(['127.0.0.1', '127.0.0.2', 'localhost', '::1'])('listens at %s without one', (host) => {
    expect(readConfig({ HOST: host }).token).toBeNull();
  });

  test.each([
    [{ PORT: '-1' }, 'PORT=-1'],
    [{ PORT: '65536' }, 'PORT=65536'],
    [{ PORT: '80a' }, 'PORT=80a'],
    [{ SETU_TOKEN: 'short' }, 'at least 16 characters'],
    [{ SETU_TOKEN: 'with spaces in the middle' }, 'without spaces'],
    [{ NEO4J_URI: 'localhost:7687' }, 'NEO4J_URI'],
    [{ NEO4J_URI: 'bolt://user:secret@localhost' }, 'not in the address'],
    [{ SETU_ENGINE: 'neo4j' }, 'needs NEO4J_URI'],
    [{ SETU_ENGINE: 'other' }, 'neo4j or embedded'],
    [{ LOG_LEVEL: 'INFO' }, 'LOG_LEVEL=INFO'],
    [{ SETU_CACHE_MB: '1.5' }, 'SETU_CACHE_MB=1.5'],
  ])('refuses %j', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(sentence);
  });

  test('never repeats a secret in what it says', () => {
    for (const env of [
      { SETU_TOKEN: 'canary' },
      { NEO4J_URI: 'bolt://u:canary@localhost' },
      { NEO4J_URI: 'canary://x' },
    ]) {
      expect(() => readConfig(env)).toThrow(
        expect.not.objectContaining({ message: expect.stringContaining('canary') }) as Error,
      );
    }
  });
});
