import { describe, expect, it } from 'vitest';

import { COMMANDS } from '../../../client/commands/registry.ts';
import { answerKey } from '../../../client/state/answers.ts';
import { askPath, type PathQuestion } from '../../../client/state/path-question.ts';
import { INITIAL_VIEW } from '../../../client/state/view-state.ts';
import { node, setUp } from './command-fixture.ts';
import { foundPath, pathsAnswer } from './path-fixture.ts';
import { entity, relation } from './graph-fixture.ts';

const ask = (from: string | null, to: PathQuestion['to'], options = {}) =>
  ({ kind: 'question', question: askPath(from, to, options) }) as const;
const several = (...ids: readonly string[]) => ({ kind: 'nodes', ids }) as const;

describe('the ends of a path', () => {
  it('are chosen by a right click each, whichever comes first', () => {
    const { registry, view } = setUp();
    registry.run('path-to', node('org:jaxa'));
    expect(view().question).toEqual(askPath(null, 'org:jaxa'));
    registry.run('path-from', node('org:isro'));
    expect(view().question).toEqual(askPath('org:isro', 'org:jaxa'));
    registry.run('path-from', node('org:jaxa'));
    expect(view().question).toEqual(askPath('org:jaxa', null));
  });

  it('are two selected entities', () => {
    const { registry, view } = setUp();
    registry.run('select', node('org:isro'));
    registry.run('add-to-selection', node('org:jaxa'));
    expect(view().selection).toEqual(several('org:isro', 'org:jaxa'));
    expect(registry.isEnabled('between')).toBe(false);
    registry.run('connect');
    expect(view()).toMatchObject({ question: askPath('org:isro', 'org:jaxa'), selection: null });
  });

  it('change places, unless one of them is the nearest of a kind', () => {
    const { registry, view } = setUp();
    registry.run('ask', ask('org:isro', { country: 'JP' }));
    expect(registry.isEnabled('swap-path')).toBe(false);
    registry.run('path-ends', { kind: 'path-ends', to: 'org:jaxa' });
    registry.run('swap-path');
    expect(view().question).toEqual(askPath('org:jaxa', 'org:isro'));
  });
});

describe('the selection', () => {
  it('takes more and lets go again', () => {
    const { registry, view } = setUp();
    for (const id of ['org:isro', 'org:jaxa', 'org:dst']) registry.run('add-to-selection', node(id));
    expect(view().selection).toEqual(several('org:isro', 'org:jaxa', 'org:dst'));
    registry.run('add-to-selection', node('org:jaxa'));
    registry.run('add-to-selection', node('org:dst'));
    expect(view().selection).toEqual(node('org:isro'));
    registry.run('undo');
    expect(view().selection).toEqual(several('org:isro', 'org:dst'));
  });

  it('holds eight at most and says so', () => {
    const { registry, view, app } = setUp();
    for (let place = 0; place < 9; place += 1) registry.run('add-to-selection', node(`org:n${place}`));
    expect(view().selection).toMatchObject({ ids: { length: 8 } });
    expect(app.get().notice).toMatch(/8 can be selected/);
  });

  it('of three asks what connects them all, of two what they share', () => {
    const { registry, view } = setUp();
    registry.run('between', several('org:isro', 'org:jaxa', 'org:dst'));
    expect(view().question).toMatchObject({ kind: 'between', ids: ['org:isro', 'org:jaxa', 'org:dst'] });
    registry.run('shared', several('org:isro', 'org:jaxa'));
    expect(view().question).toEqual({ kind: 'shared', from: 'org:isro', to: 'org:jaxa' });
    expect(registry.isEnabled('shared', several('org:isro', 'org:jaxa', 'org:dst'))).toBe(false);
  });
});

describe('what is searched', () => {
  it('avoids an entity or passes through it, never both, and never an end', () => {
    const { registry, view } = setUp();
    expect(registry.isEnabled('avoid-on-paths', node('agr:space'))).toBe(false);
    registry.run('ask', ask('org:isro', 'org:jaxa'));
    expect(registry.isEnabled('avoid-on-paths', node('org:jaxa'))).toBe(false);
    registry.run('avoid-on-paths', node('agr:space'));
    expect(view().question).toMatchObject({ options: { exclude: ['agr:space'] } });
    registry.run('through-on-paths', node('agr:space'));
    expect(view().question).toEqual(askPath('org:isro', 'org:jaxa', { through: ['agr:space'] }));
  });

  it('no longer avoids what becomes an end', () => {
    const { registry, view } = setUp();
    registry.run(
      'ask',
      ask('org:isro', 'org:jaxa', { exclude: ['org:dst', 'org:lab'], through: ['org:jst'] }),
    );
    registry.run('path-to', node('org:dst'));
    expect(view().question).toEqual(
      askPath('org:isro', 'org:dst', { exclude: ['org:lab'], through: ['org:jst'] }),
    );
    registry.run('path-from', node('org:jst'));
    expect(view().question).toEqual(askPath('org:jst', 'org:dst', { exclude: ['org:lab'] }));
  });

  it('passes through three at most', () => {
    const { registry, view, app } = setUp();
    registry.run('ask', ask('org:isro', 'org:jaxa', { through: ['a', 'b', 'c'] }));
    registry.run('through-on-paths', node('agr:space'));
    expect(view().question).toMatchObject({ options: { through: ['a', 'b', 'c'] } });
    expect(app.get().notice).toMatch(/3 entities at most/);
  });

  it('is one step however far a weight is drawn, and falls back to the defaults', () => {
    const { registry, view } = setUp();
    registry.run('ask', ask('org:isro', 'org:jaxa'));
    for (const hubs of [1.5, 2, 2.5]) {
      registry.run('path-options', {
        kind: 'path-options',
        label: 'Weigh',
        options: { weights: { hubs } },
        mergeKey: 'w',
      });
    }
    expect(view().question).toMatchObject({ options: { weights: { hubs: 2.5 } } });
    registry.run('undo');
    expect(view().question).toEqual(askPath('org:isro', 'org:jaxa'));
    expect(registry.isEnabled('plain-search')).toBe(false);
    registry.run('redo');
    registry.run('plain-search');
    expect(view().question).toEqual(askPath('org:isro', 'org:jaxa'));
  });
});

describe('the picture of the paths', () => {
  it('replaces the canvas, and goes with its question', () => {
    const { registry, view } = setUp();
    expect(registry.isEnabled('layered')).toBe(false);
    registry.run('ask', ask('org:isro', 'org:jaxa'));
    registry.run('layered');
    expect(view().layout).toBe('layered');
    for (const id of ['expand', 'hide', 'collapse'])
      expect(registry.isEnabled(id, node('org:isro'))).toBe(false);
    registry.run('clear');
    expect(view()).toMatchObject({ layout: 'bridge', question: null });
    registry.run('undo');
    expect(view().layout).toBe('layered');
  });

  it('stays while one of its entities is looked at, and gives way to any other', () => {
    const { registry, view } = setUp();
    registry.run('ask', ask('org:isro', 'org:jaxa'));
    registry.run('layered');
    registry.run('go-to', node('org:isro'));
    expect(view().layout).toBe('layered');
    registry.run('go-to', node('org:lab'));
    expect(view().layout).toBe('bridge');
  });

  it('is added to an exploration, which keeps what it has', async () => {
    const { registry, view } = setUp();
    registry.run('explore', node('org:dst'));
    await Promise.resolve();
    const before = view().shown;
    registry.run('ask', ask('org:isro', 'org:jaxa'));
    registry.run('add-paths');
    expect(view()).toMatchObject({ layout: 'force', shown: [...before, 'org:isro', 'org:jaxa'] });
    expect(registry.isEnabled('add-paths')).toBe(false);
    registry.run('undo');
    expect(view().shown).toEqual(before);
  });
});

describe('a path that was found', () => {
  const path = foundPath(
    [entity('org:isro'), entity('org:jaxa')],
    [relation('COOPERATES_WITH', 'org:isro', 'org:jaxa')],
    {
      narrative: '**ISRO** cooperates with **JAXA** [1].',
      plainText: 'ISRO cooperates with JAXA [1].\n\n[1] Brief',
      sources: ['[1] Brief, Embassy, Dec 2020, paragraph 4'],
      citations: [
        {
          statement: 's',
          statements: ['s'],
          also: [],
          title: 'Brief',
          reference: {
            document: 'doc:a',
            paragraph: 4,
            start: 0,
            end: 1,
            sha256: 'x',
            check: 'not-in-library',
          },
        },
      ],
    },
  );
  const csl = (id: string) => ({ id, type: 'report', title: id }) as const;
  const answer = pathsAnswer([path], {
    bibliography: [csl('doc:a'), csl('doc:b')],
    truncated: true,
    truncatedBy: 'k',
  });

  function found() {
    const set = setUp();
    set.registry.run('ask', ask('org:isro', 'org:jaxa'));
    set.resources.ensure(answerKey(set.view().question) ?? '', () => Promise.resolve(answer));
    return set;
  }
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

  it('is copied as Markdown, as plain text and as the sources it cites', async () => {
    const { registry, copied } = found();
    expect(registry.isEnabled('copy-path')).toBe(false);
    await settle();
    for (const id of ['copy-path', 'copy-path-text', 'copy-path-sources']) registry.run(id);
    await settle();
    expect(copied[0]).toBe(
      '**ISRO** cooperates with **JAXA** [1].\n\n[1] Brief, Embassy, Dec 2020, paragraph 4',
    );
    expect(copied[1]).toBe(path.plainText);
    expect(JSON.parse(copied[2] ?? '')).toEqual([csl('doc:a')]);
  });

  it('stays when its question is typed once more; its chip puts it away', async () => {
    const { registry, view } = found();
    const question = view().question;
    registry.run('ask-path', ask('org:isro', 'org:jaxa'));
    expect(view().question).toEqual(question);
    registry.run('ask', ask('org:isro', 'org:jaxa'));
    expect(view().question).toBeNull();
    registry.run('ask-path', ask('org:isro', 'org:jaxa'));
    expect(view().question).toEqual(question);
  });

  it('is looked at for a moment without a step to undo', async () => {
    const { registry, app } = found();
    await settle();
    const steps = app.get().history.past.length;
    registry.run('preview-path', { kind: 'path-index', index: 0 });
    expect(app.get().previewedPath).toBe(0);
    registry.run('preview-path');
    expect(app.get().previewedPath).toBeNull();
    expect(app.get().history.past).toHaveLength(steps);
  });

  it('leads to more where there are more', async () => {
    const { registry, view } = found();
    await settle();
    registry.run('more-paths');
    expect(view().question).toMatchObject({ options: { k: 25 } });
    expect(registry.isEnabled('more-paths')).toBe(false);
  });

  it('is waited for no longer than the reader wants', () => {
    const { registry, resources, view } = found();
    const key = answerKey(view().question) ?? '';
    expect(registry.run('cancel-search')).toBe(true);
    expect(resources.peek(key)).toEqual({ status: 'cancelled' });
    expect(registry.run('search-again')).toBe(true);
    expect(resources.peek(key)).toBeUndefined();
  });
});

describe('every command about paths', () => {
  it('rests on the first picture', () => {
    const { registry, view } = setUp();
    const ids = COMMANDS.map(({ id }) => id).filter((id) =>
      /path|between|connect|shared|layered|search$/.test(id),
    );
    for (const id of ids.filter((other) => other !== 'search')) {
      expect([id, registry.isEnabled(id)]).toEqual([id, false]);
    }
    expect(view()).toEqual(INITIAL_VIEW);
  });
});
