import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { askPath, betweenQueryOf, changeOptions, pathsQueryOf } from '../../../client/state/path-question.ts';
import { createResourceStore } from '../../../client/state/resource-store.ts';
import { decodeView, encodeView } from '../../../client/state/url-codec.ts';
import { INITIAL_VIEW, selectNodes, type ViewState } from '../../../client/state/view-state.ts';
import { betweenQuerySchema, pathsQuerySchema } from '../../../server/contract/path-requests.ts';
import { pathOptions, pathQuestion } from './path-fixture.ts';

function reread(view: Partial<Record<keyof ViewState, unknown>>): ViewState {
  const read = decodeView(encodeView({ ...INITIAL_VIEW, ...view } as ViewState));
  if (!read) throw new Error('the address was not read');
  return read;
}

describe('a question about paths in the address', () => {
  it('is read as it was before there were options', () => {
    const old = { kind: 'path', from: 'org:isro', to: 'org:jaxa', index: 2 };
    expect(reread({ question: old }).question).toEqual({ ...old, options: {} });
  });

  it('loses each part that is not what it should be, and keeps the rest', () => {
    const odd = {
      kind: 'path',
      from: 'org:isro',
      to: { country: 'Japan', kind: 'university' },
      index: -3,
      options: {
        mode: 'longest',
        k: 26,
        maxHops: 0,
        types: ['PARTY_TO', 'DROP_TABLE'],
        exclude: [7, 'org:x', 'org:x'],
        through: ['a', 'b', 'c', 'd'],
        asOf: 'last year',
        minDocuments: 1.5,
        modality: 'stated',
        hubs: ['Place', 'Person'],
        weights: { length: 9, hubs: 0, luck: 2 },
        colour: 'red',
      },
    };
    expect(reread({ question: odd }).question).toEqual({
      kind: 'path',
      from: 'org:isro',
      to: { kind: 'university' },
      index: 0,
      options: {
        types: ['PARTY_TO'],
        exclude: ['org:x'],
        through: ['a', 'b', 'c'],
        hubs: ['Place'],
        weights: { hubs: 0 },
      },
    });
  });

  it.each([
    ['without ends', { kind: 'path', index: 0 }],
    ['between one', { kind: 'between', ids: ['org:isro'] }],
    ['between the same', { kind: 'between', ids: ['org:isro', 'org:isro'] }],
    ['of one with itself', { kind: 'shared', from: 'org:isro', to: 'org:isro' }],
  ])('%s is no question', (_, question) => {
    expect(reread({ question }).question).toBeNull();
  });

  it('has the paths alone only beside a question about paths', () => {
    expect(reread({ layout: 'layered', question: askPath('a', 'b') }).layout).toBe('layered');
    expect(reread({ layout: 'layered', question: { kind: 'ended' } }).layout).toBe('bridge');
    expect(reread({ layout: 'layered' }).layout).toBe('bridge');
  });

  it('reads a selection of one or none among several as what it is', () => {
    expect(reread({ selection: { kind: 'nodes', ids: ['a', 'a'] } }).selection).toEqual({
      kind: 'node',
      id: 'a',
    });
    expect(reread({ selection: { kind: 'nodes', ids: [] } }).selection).toBeNull();
    expect(selectNodes(['a', 'b'])).toEqual({ kind: 'nodes', ids: ['a', 'b'] });
  });
});

describe('what the service is asked', () => {
  it('is always a query that it understands', () => {
    fc.assert(
      fc.property(pathQuestion, (question) => {
        const query = pathsQueryOf(question);
        if (question.to === null) expect(query).toBeNull();
        else expect(pathsQuerySchema.parse(query)).toEqual(query);
      }),
    );
    fc.assert(
      fc.property(pathOptions, (options) => {
        const query = betweenQueryOf({ kind: 'between', ids: ['a', 'b', 'c'], options });
        expect(betweenQuerySchema.parse(query)).toEqual(query);
      }),
    );
  });

  it('is several paths unless told otherwise, to one or to the nearest of a kind', () => {
    const plain = { mode: 'k-shortest', from: 'a', to: 'b' };
    expect(pathsQueryOf(askPath('a', 'b'))).toEqual({ ...plain, rank: 'score' });
    expect(pathsQueryOf(askPath('a', 'b', { rank: 'length' }))).toEqual({ ...plain, rank: 'length' });
    expect(
      pathsQueryOf(askPath('a', { label: 'Organisation', country: 'JP' }, { mode: 'shortest' })),
    ).toEqual({
      mode: 'shortest',
      from: 'a',
      toLabel: ['Organisation'],
      toCountry: 'JP',
    });
    expect(pathsQueryOf(askPath('a', 'b', { weights: { hubs: 0, length: 2 } }))?.weights).toEqual([
      'hubs:0',
      'length:2',
    ]);
  });

  it('falls back to its defaults where an option is set to nothing', () => {
    const options = changeOptions(
      { k: 7, hubs: ['Place'], exclude: ['a'] },
      { hubs: [], exclude: undefined },
    );
    expect(options).toEqual({ k: 7 });
    expect(changeOptions(options, { weights: {} })).toEqual({ k: 7 });
  });
});

describe('a search on its way', () => {
  const never = (signal: AbortSignal, seen: AbortSignal[]): Promise<string> => {
    seen.push(signal);
    return new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(new Error('aborted')));
    });
  };

  it('is given up when the reader cancels it, says so, and can be asked for again', async () => {
    const resources = createResourceStore();
    const seen: AbortSignal[] = [];
    resources.ensure('k', (signal) => never(signal, seen));
    resources.cancel('k');
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(seen[0]?.aborted).toBe(true);
    expect(resources.peek('k')).toEqual({ status: 'cancelled' });
    resources.retry('k');
    expect(resources.ensure('k', () => Promise.resolve('here'))).toEqual({ status: 'loading' });
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(resources.peek('k')).toEqual({ status: 'ready', value: 'here' });
  });

  it('is forgotten when nobody looks any more, but an answer that is there is kept', async () => {
    const resources = createResourceStore();
    const seen: AbortSignal[] = [];
    resources.ensure('slow', (signal) => never(signal, seen));
    resources.ensure('quick', () => Promise.resolve(1));
    await new Promise((resolve) => setTimeout(resolve, 0));
    resources.abandon('slow');
    resources.abandon('quick');
    expect(seen[0]?.aborted).toBe(true);
    expect(resources.peek('slow')).toBeUndefined();
    expect(resources.peek('quick')).toEqual({ status: 'ready', value: 1 });
  });

  it('does not answer a question that was asked anew', async () => {
    const resources = createResourceStore();
    let answerLate: (value: string) => void = () => undefined;
    resources.ensure('k', () => new Promise<string>((resolve) => (answerLate = resolve)));
    resources.clear();
    resources.ensure('k', () => Promise.resolve('new'));
    answerLate('old');
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(resources.peek('k')).toEqual({ status: 'ready', value: 'new' });
  });
});
