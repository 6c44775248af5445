import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from 'vitest';

import { AppError } from '../../../server/app-error.ts';
import { admitConsoleStatement } from '../../../server/engine/console/admit-console-statement.ts';
import { seededRandom } from '../../../scripts/bench/compare.ts';
import type { TestEngine } from '../../helpers/engines.ts';
import { mutate, REACHES, WRITES, wrapAndDisguise, wrapPlain } from '../hostile-corpus.ts';
import type { Suite } from '../suite.ts';

const CANARY = 'canary-5f1c';
const TYPED = new Set(['statement-refused', 'statement-invalid', 'statement-unsupported']);

interface Bait {
  /** Addresses under which the canary could be fetched. */
  readonly addresses: readonly string[];
  requests(): number;
  remove(): void;
}

/** A file and a web server that hold the canary: whoever reads either has got out. */
async function setBait(): Promise<Bait> {
  const folder = mkdtempSync(join(tmpdir(), 'setu-canary-'));
  const file = join(folder, 'canary.csv');
  writeFileSync(file, `${CANARY}\n`);
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.end(`${CANARY}\n`);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    addresses: [`http://127.0.0.1:${port}/x.csv`, `file://${file}`, file],
    requests: () => requests,
    remove() {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    return `answered ${JSON.stringify(await work).slice(0, 200)}`;
  } catch (error) {
    return error instanceof AppError ? error.code : `untyped ${String(error)}`;
  }
}

/** What got past a gate: statement and outcome, for a readable failure. */
async function escapes(
  texts: readonly string[],
  attempt: (text: string) => Promise<unknown>,
): Promise<string[]> {
  const found: string[] = [];
  for (const text of texts) {
    const result = await outcome(attempt(text));
    if (!TYPED.has(result)) found.push(`${text} => ${result}`);
  }
  return found;
}

async function expectUntouched(db: TestEngine, work: () => Promise<void>): Promise<void> {
  const before = await db.digest();
  await work();
  expect(await db.digest()).toBe(before);
  expect((await db.ask('RETURN 1 AS x')).rows).toEqual([[1]]);
}

export function hostileCases({ check, db }: Suite): void {
  check('the lexer refuses every write in every wrapper and disguise', async () => {
    const corpus = wrapAndDisguise(WRITES);
    expect(corpus.length).toBeGreaterThan(5_000);
    const attempt = async (text: string): Promise<unknown> => admitConsoleStatement(text, {}, db().limits);
    expect(await escapes(corpus, attempt)).toEqual([]);
  });
  check('the lexer refuses every way outside in every wrapper and disguise', async () => {
    const corpus = wrapAndDisguise(REACHES.map((text) => text.replaceAll('$HERE', 'file:///etc/hostname')));
    expect(corpus.length).toBeGreaterThan(2_500);
    const attempt = async (text: string): Promise<unknown> => admitConsoleStatement(text, {}, db().limits);
    expect(await escapes(corpus, attempt)).toEqual([]);
  });
  check('refuses each with its place and with what to do instead', () => {
    for (const text of [...WRITES, ...REACHES]) {
      let error: unknown = null;
      try {
        admitConsoleStatement(text, {}, db().limits);
      } catch (thrown) {
        error = thrown;
      }
      expect(error, text).toBeInstanceOf(AppError);
      const { code, message, details } = error as AppError;
      expect([code, message.length > 15, details.position !== undefined], text).toEqual([
        expect.stringMatching(/^statement-(?:refused|invalid)$/u),
        true,
        true,
      ]);
    }
  });
  check(
    'thousands of mutations change nothing and reach nothing, through all gates and behind the first',
    async () => {
      const bait = await setBait();
      const random = seededRandom(20_261_125);
      const forms = wrapPlain([
        ...WRITES,
        ...REACHES.map((one) => one.replaceAll('$HERE', bait.addresses[0] ?? '')),
      ]);
      const any = (): string => forms[Math.floor(random() * forms.length)] ?? '';
      const mutations = Array.from({ length: 6_000 }, () => mutate(any(), any(), random));
      const params = { url: bait.addresses[0], key: 'x', label: 'Hacked' };
      const isAdmitted = (text: string): boolean => {
        try {
          return admitConsoleStatement(text, params, db().limits).mode !== 'plan';
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          return false;
        }
      };
      try {
        await expectUntouched(db(), async () => {
          const admitted = mutations.filter(isAdmitted);
          // What only looks hostile is admitted, and reads.
          expect(admitted.length).toBeLessThan(mutations.length / 20);
          for (const text of admitted.slice(0, 150)) {
            const result = await outcome(db().ask(text, params, { timeoutMs: 3_000 }));
            expect(result, text).not.toMatch(new RegExp(`untyped|${CANARY}`, 'u'));
          }
          for (const text of mutations.slice(0, 300)) {
            const result = await outcome(db().askPastLexer(text, { params, timeoutMs: 3_000 }));
            expect(result, text).not.toMatch(new RegExp(`untyped|${CANARY}`, 'u'));
          }
        });
        expect(bait.requests()).toBe(0);
      } finally {
        bait.remove();
      }
    },
    240_000,
  );
  check('a refusal of a plain write names the word, its place and what to do', () => {
    expect(() => admitConsoleStatement('MATCH (n)\n  DETACH DELETE n', {}, db().limits)).toThrow(
      expect.objectContaining({
        code: 'statement-refused',
        message: 'DETACH is not for the console.',
        details: {
          position: { offset: 12, line: 2, column: 3 },
          hint: expect.stringContaining('npm run ingest') as string,
        },
      }) as Error,
    );
  });
  check(
    'behind the lexer, no write changes anything',
    async () => {
      await expectUntouched(db(), async () => {
        const corpus = wrapPlain(WRITES);
        expect(corpus.length).toBeGreaterThan(280);
        expect(await escapes(corpus, (text) => db().askPastLexer(text, { timeoutMs: 5_000 }))).toEqual([]);
      });
    },
    180_000,
  );
  check(
    'behind the lexer, nothing reaches a file or an address',
    async () => {
      const bait = await setBait();
      try {
        await expectUntouched(db(), async () => {
          const loads = REACHES.filter((text) => text.includes('$HERE'));
          for (const address of bait.addresses) {
            for (const load of loads) {
              const text = load.replaceAll('$HERE', address);
              const params = { url: address };
              const result = await outcome(db().askPastLexer(text, { params, timeoutMs: 5_000 }));
              expect(result, text).not.toContain(CANARY);
              expect(TYPED.has(result), `${text} => ${result}`).toBe(true);
            }
          }
        });
        expect(bait.requests()).toBe(0);
      } finally {
        bait.remove();
      }
    },
    180_000,
  );
  check('a console child has no environment to read', async () => {
    process.env['SETU_CANARY'] = CANARY;
    try {
      for (const file of ['/proc/self/environ', 'file:///proc/self/environ']) {
        const text = `LOAD CSV FROM '${file}' AS line RETURN line`;
        expect(await outcome(db().askPastLexer(text))).not.toContain(CANARY);
      }
    } finally {
      delete process.env['SETU_CANARY'];
    }
  });
  check('parameters cannot be nested deep, many, or named __proto__', async () => {
    let deep: unknown = 1;
    for (let level = 0; level < 20_000; level += 1) deep = [deep];
    const many = { list: Array.from({ length: 10_001 }, (_, index) => index) };
    const polluted = JSON.parse('{"map": {"__proto__": {"polluted": true}}}') as Record<string, unknown>;
    for (const params of [{ deep }, many, polluted]) {
      expect(await outcome(db().ask('RETURN 1 AS x', params))).toBe('invalid-parameter');
    }
    expect(await outcome(db().ask('RETURN 1 AS __proto__'))).toBe('statement-unsupported');
    expect(await outcome(db().ask('RETURN {`__proto__`: 1} AS x'))).toBe('statement-unsupported');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
}
