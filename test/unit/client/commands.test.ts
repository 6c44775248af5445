import { describe, expect, it } from 'vitest';

import type { Target } from '../../../client/commands/command.ts';
import { matchesShortcut } from '../../../client/commands/match-shortcut.ts';
import { COMMANDS } from '../../../client/commands/registry.ts';
import { askPath } from '../../../client/state/path-question.ts';
import { INITIAL_VIEW } from '../../../client/state/view-state.ts';
import { node, setUp } from './command-fixture.ts';

/** Commands that may ask the service finish a moment later. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('the registry', () => {
  it('has every command once', () => {
    const ids = COMMANDS.map((command) => command.id);
    expect(ids).toHaveLength(new Set(ids).size);
  });

  it('gives no shortcut twice, but for Escape, which first ends what runs', () => {
    const keys = COMMANDS.flatMap((command) => command.shortcuts ?? []).map((key) => key.toLowerCase());
    const others = keys.filter((key) => key !== 'escape');
    expect(others).toHaveLength(new Set(others).size);
    const escaping = COMMANDS.filter((command) => command.shortcuts?.includes('Escape'));
    expect(escaping.map((command) => command.id)).toEqual(['cancel-query', 'clear']);
  });

  it('runs nothing that is not enabled', () => {
    const { registry } = setUp();
    expect(registry.run('undo')).toBe(false);
    expect(() => registry.run('no such command')).toThrow(/no command has the id/);
  });

  it('offers on an entity what makes sense there', () => {
    const { registry } = setUp();
    const offered = registry.offered('node-menu', node('agr:mou')).map((command) => command.id);
    expect(offered).toEqual(expect.arrayContaining(['expand', 'explore', 'hide', 'path-from']));
    expect(offered).not.toContain('collapse');
  });
});

describe('every change of the view', () => {
  const acts: readonly (readonly [string, Target | undefined])[] = [
    ['select', node('org:dst')],
    ['select', { kind: 'edges', ids: ['party-to~org:dst~agr:mou'] }],
    ['go-to', node('org:dst')],
    ['expand', node('agr:mou')],
    ['explore', node('org:dst')],
    ['hide', node('org:dst')],
    ['toggle-band', { kind: 'band', id: 'space' }],
    ['ask', { kind: 'question', question: { kind: 'signed', year: 2016 } }],
    ['tab', { kind: 'tab', tab: 'partners' }],
    ['everything', undefined],
    ['list', undefined],
    ['move', { kind: 'camera', camera: { x: 1, y: 1, ratio: 2 } }],
  ];

  it.each(acts)('by "%s" can be undone and redone', async (id, target) => {
    const { registry, view } = setUp();
    expect(registry.run(id, target)).toBe(true);
    await settle();
    const after = view();
    expect(after).not.toEqual(INITIAL_VIEW);
    registry.run('undo');
    expect(view()).toEqual(INITIAL_VIEW);
    registry.run('redo');
    expect(view()).toEqual(after);
  });
});

describe('exploring', () => {
  it('unfolds what is folded, and folds it again', () => {
    const { registry, view } = setUp();
    registry.run('expand', node('agr:mou'));
    expect(view().unfolded).toContain('agr:mou');
    expect(registry.isEnabled('collapse', node('agr:mou'))).toBe(true);
    registry.run('collapse', node('agr:mou'));
    expect(view().unfolded).toEqual([]);
  });

  it('expands an organisation through what it takes part in', () => {
    const { registry, view } = setUp();
    registry.run('expand', node('org:dst'));
    expect(view().unfolded).toEqual(expect.arrayContaining(['agr:mou', 'org:committee']));
    expect(registry.isEnabled('expand', node('org:dst'))).toBe(false);
  });

  it('goes from an entity to its neighbours, and on to theirs', async () => {
    const { registry, view } = setUp();
    registry.run('explore', node('org:isro'));
    await settle();
    expect(view().layout).toBe('force');
    expect(view().shown).toEqual(['org:isro', 'agr:space', 'org:lab']);
    registry.run('expand', node('agr:space'));
    await settle();
    expect(view().shown).toContain('org:jaxa');
    registry.run('collapse', node('agr:space'));
    expect(view().shown).not.toContain('org:jaxa');
  });

  it('takes a thing off the canvas and brings it back', () => {
    const { registry, view } = setUp();
    registry.run('select', node('org:dst'));
    registry.run('hide');
    expect(view()).toMatchObject({ hidden: ['org:dst'], selection: null });
    registry.run('show-hidden');
    expect(view().hidden).toEqual([]);
  });

  it('flies to what it selects', () => {
    const { registry, view, flown, app } = setUp();
    registry.run('go-to', node('org:jaxa'));
    expect(view().selection).toEqual({ kind: 'node', id: 'org:jaxa' });
    expect(flown).toEqual(['org:jaxa']);
    expect(app.get().isPanelOpen).toBe(true);
  });
});

describe('asking', () => {
  const question = askPath('org:dst', 'org:jst');

  it('puts a question away when it is asked again', () => {
    const { registry, view } = setUp();
    registry.run('ask', { kind: 'question', question });
    expect(view().question).toEqual(question);
    registry.run('ask', { kind: 'question', question });
    expect(view().question).toBeNull();
  });

  it('walks a path the other way, and chooses among paths', () => {
    const { registry, view } = setUp();
    registry.run('ask', { kind: 'question', question });
    registry.run('choose-path', { kind: 'path-index', index: 2 });
    expect(view().question).toMatchObject({ index: 2 });
    registry.run('swap-path');
    expect(view().question).toEqual(askPath('org:jst', 'org:dst'));
  });

  it('clears the selection first, then the answer', () => {
    const { registry, view } = setUp();
    registry.run('ask', { kind: 'question', question });
    registry.run('select', node('org:dst'));
    registry.run('clear');
    expect(view()).toMatchObject({ selection: null, question });
    registry.run('clear');
    expect(view().question).toBeNull();
    expect(registry.isEnabled('clear')).toBe(false);
  });
});

describe('the page', () => {
  it('copies the address of the view and says so', async () => {
    const { registry, copied, app } = setUp();
    registry.run('copy-link');
    await Promise.resolve();
    expect(copied).toEqual(['http://setu/#v1.x']);
    expect(app.get().notice).toMatch(/Link copied/);
  });

  it('turns the colours from system to dark to light', () => {
    const { registry, app } = setUp();
    const seen = [1, 2, 3].map(() => {
      registry.run('theme');
      return app.get().theme;
    });
    expect(seen).toEqual(['dark', 'light', 'system']);
  });

  it('opens one dialog at a time', () => {
    const { registry, app } = setUp();
    registry.run('palette');
    registry.run('documents');
    expect(app.get().dialog).toBe('documents');
  });
});

describe('a shortcut', () => {
  const press = (key: string, over: Partial<Parameters<typeof matchesShortcut>[1]> = {}) => ({
    key,
    isMod: false,
    isShift: false,
    isAlt: false,
    ...over,
  });

  it('is met by its own keys only', () => {
    expect(matchesShortcut('Mod+K', press('k', { isMod: true }))).toBe(true);
    expect(matchesShortcut('Mod+K', press('k'))).toBe(false);
    expect(matchesShortcut('Mod+Z', press('z', { isMod: true, isShift: true }))).toBe(false);
    expect(matchesShortcut('Mod+Shift+Z', press('Z', { isMod: true, isShift: true }))).toBe(true);
    expect(matchesShortcut('?', press('?', { isShift: true }))).toBe(true);
    expect(matchesShortcut('+', press('+', { isShift: true }))).toBe(true);
    expect(matchesShortcut('E', press('e', { isAlt: true }))).toBe(false);
    expect(matchesShortcut('Mod+Enter', press('Enter', { isMod: true }))).toBe(true);
    expect(matchesShortcut('Mod+Enter', press('Enter', { isMod: true, isShift: true }))).toBe(false);
    expect(matchesShortcut('Mod+Shift+Enter', press('Enter', { isMod: true, isShift: true }))).toBe(true);
  });
});
