import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readLines } from '../../../../client/api/ndjson-lines.ts';
import { runCypher, type RunTransport } from '../../../../client/api/run-cypher.ts';
import type { ConsoleAnswer } from '../../../../client/graph/console-answer.ts';
import type { CypherLine } from '../../../../server/contract/explore.ts';

const REQUEST = { query: 'RETURN 1' };

/** A body that comes in these pieces; a piece that is a function is run when its turn comes. */
function bodyOf(pieces: readonly (Uint8Array | (() => void))[], end: 'closed' | 'broken' = 'closed') {
  const waiting = Array.from(pieces);
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        for (let piece = waiting.shift(); ; piece = waiting.shift()) {
          if (piece instanceof Uint8Array) return controller.enqueue(piece);
          if (piece === undefined)
            return end === 'closed' ? controller.close() : controller.error(new TypeError('network error'));
          piece();
        }
      },
    },
    { highWaterMark: 0 },
  );
}

/** The bytes cut at these places, wherever characters begin. */
function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const sorted = [0, ...places.map((place) => place % (bytes.length + 1)).toSorted((a, b) => a - b)];
  return sorted.map((start, index) => bytes.slice(start, sorted[index + 1] ?? bytes.length));
}

async function linesOf(pieces: readonly Uint8Array[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readLines(bodyOf(pieces))) lines.push(line);
  return lines;
}

function transportOf(answer: () => Response | Promise<Response>): RunTransport & { paint(): void } {
  const frames = new Set<() => void>();
  return {
    fetch: () => Promise.resolve().then(answer),
    nextFrame(frame) {
      frames.add(frame);
      return () => frames.delete(frame);
    },
    now: () => 7,
    paint() {
      for (const frame of Array.from(frames)) frame();
      frames.clear();
    },
  };
}

const encode = (lines: readonly CypherLine[]): Uint8Array =>
  new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

const SUMMARY: CypherLine = {
  summary: {
    graph: { nodes: [], edges: [] },
    notifications: [],
    truncated: false,
    engine: 'embedded',
    elapsedMs: 3,
  },
};

function run(
  transport: RunTransport,
  onProgress: (answer: ConsoleAnswer) => void = () => undefined,
  signal = new AbortController().signal,
): Promise<ConsoleAnswer> {
  return runCypher(REQUEST, onProgress, signal, transport);
}

describe('reading lines', () => {
  it('gives the same lines wherever the bytes are cut, inside a character too', async () => {
    const text = fc.string({ unit: 'binary' }).map((line) => `${line.replaceAll('\n', ' ')}x`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { maxLength: 8 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        async (lines, places) => {
          const whole = new TextDecoder().decode(new TextEncoder().encode(`${lines.join('\n')}\n`));
          const bytes = new TextEncoder().encode(whole);
          expect(await linesOf(cut(bytes, places))).toEqual(
            lines.length === 0 ? [] : whole.slice(0, -1).split('\n'),
          );
        },
      ),
    );
  });

  it('counts a last line without an end, and no empty one', async () => {
    expect(await linesOf([new TextEncoder().encode('a\n\n \nb')])).toEqual(['a', 'b']);
  });

  it('lets go of the body when the reader leaves', async () => {
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('a\nb\n')),
      cancel: () => void (isCancelled = true),
    });
    for await (const line of readLines(body)) {
      expect(line).toBe('a');
      break;
    }
    expect(isCancelled).toBe(true);
  });
});

describe('running a statement', () => {
  it('gives columns, rows and the summary, however the stream is cut', async () => {
    const rows = [['日本'], ['सेतु'], [{ $type: 'integer', value: '9007199254740993' }]];
    const bytes = encode([{ columns: ['a'] }, { rows: rows.slice(0, 1) }, { rows: rows.slice(1) }, SUMMARY]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { maxLength: 9 }), async (places) => {
        const answer = await run(transportOf(() => new Response(bodyOf(cut(bytes, places)))));
        expect(answer).toMatchObject({
          status: 'done',
          columns: ['a'],
          rows,
          engine: 'embedded',
          elapsedMs: 3,
        });
      }),
    );
  });

  it('tells of the first rows before the last is there, once a picture', async () => {
    const heard: number[] = [];
    const transport = transportOf(
      () =>
        new Response(
          bodyOf([
            encode([{ columns: ['n'] }, { rows: [[1]] }]),
            encode([{ rows: [[2], [3]] }]),
            () => transport.paint(),
            encode([{ rows: [[4]] }, SUMMARY]),
          ]),
        ),
    );
    const answer = await run(transport, (so) => heard.push(so.rows.length));
    expect(answer.rows).toEqual([[1], [2], [3], [4]]);
    expect(heard).toEqual([0, 3, 4]);
  });

  it('keeps the rows that came before a problem', async () => {
    const problem = {
      type: 'about:blank',
      title: 'The statement took too long',
      status: 504,
      detail: 'It ran for 10 s.',
      code: 'deadline-exceeded',
      requestId: 'r1',
    } as const;
    const body = encode([{ columns: ['n'] }, { rows: [[1]] }, { problem }]);
    const answer = await run(transportOf(() => new Response(bodyOf([body]))));
    expect(answer).toMatchObject({ status: 'failed', rows: [[1]], problem });
  });

  it('gives the problem of a statement that is refused before anything runs', async () => {
    const problem = { code: 'statement-refused', detail: 'It writes.', hint: 'Only read.', status: 422 };
    const answer = await run(transportOf(() => new Response(JSON.stringify(problem), { status: 422 })));
    expect(answer).toMatchObject({ status: 'failed', problem });
  });

  it.each([
    ['a page of somebody else', () => new Response('<html>', { status: 502 })],
    ['nothing', () => Promise.reject(new TypeError('fetch failed'))],
    ['something that is no line of ours', () => new Response('<html>')],
    ['an answer without an end', () => new Response(bodyOf([encode([{ columns: ['n'] }])]))],
    ['a connection that breaks', () => new Response(bodyOf([encode([{ columns: ['n'] }])], 'broken'))],
    ['no body', () => new Response(null)],
  ])('names %s as no answer', async (_, answer) => {
    expect(await run(transportOf(answer))).toMatchObject({
      status: 'failed',
      problem: { code: 'unreachable' },
    });
  });

  it('keeps what came before it was cancelled', async () => {
    const abort = new AbortController();
    const body = bodyOf([encode([{ columns: ['n'] }, { rows: [[1]] }]), () => abort.abort()], 'broken');
    const answer = await run(
      transportOf(() => new Response(body)),
      () => undefined,
      abort.signal,
    );
    expect(answer).toMatchObject({ status: 'cancelled', rows: [[1]], problem: null, elapsedMs: 0 });
  });
});
