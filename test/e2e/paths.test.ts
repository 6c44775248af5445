import { describe, expect, it } from 'vitest';

import { askPath } from '../../client/state/path-question.ts';
import { encodeView } from '../../client/state/url-codec.ts';
import { INITIAL_VIEW } from '../../client/state/view-state.ts';
import { faintWords } from './contrast.ts';
import type { ExplorerPage } from './explorer-page.ts';
import type { PageOptions } from './open-browser.ts';
import { lacksChromium, withOnePage } from './with-explorer.ts';

const MOU = 'agr:isro-jaxa-mou-2016';

describe.skipIf(lacksChromium())('paths', () => {
  const { open } = withOnePage();

  async function isroToJaxa(options?: PageOptions): Promise<ExplorerPage> {
    const setu = await open(options);
    await setu.search('ISRO to JAXA', /^ISRO to JAXA/);
    await setu.paths.waitFor();
    return setu;
  }

  async function copied(setu: ExplorerPage, button: string, said: string): Promise<string> {
    await setu.button(button).click();
    await setu.page.getByText(said).waitFor();
    return setu.page.evaluate(() => navigator.clipboard.readText());
  }

  it('are ranked by score: agreements first, with its parts and how firmly they stand', async () => {
    const setu = await isroToJaxa();
    const text = (await setu.paths.textContent()) ?? '';
    expect(text).toMatch(/^Best score first 5\s*1\s*via ISRO–JAXA (?:IA|MoU)/);
    expect(text).toMatch(/length.*sources.*recent.*weakest hop: \d+ documents?/);
    expect(await setu.panel.textContent()).toMatch(
      /Options Several, best score first, up to 8 hops; left out: /,
    );
    await setu.panel
      .getByRole('region', { name: 'How firmly it stands' })
      .getByText(/without/)
      .first()
      .waitFor();
  });

  it('come forward on the canvas while one is pointed at, and step back after', async () => {
    const setu = await isroToJaxa();
    await setu.button('Show these paths alone').click();
    await setu.waitForCanvas('atMost', 10);
    await setu.waitForFocus(null);
    await setu.paths.getByRole('option', { name: /ISRO–JAXA MoU \(2016\)/ }).hover();
    await setu.waitForFocus(MOU);
    expect((await setu.focus()).pathEdges).toHaveLength(2);
    await setu.title.first().hover();
    await setu.waitForFocus(null);
  });

  it('stand alone with A on the left and B on the right, and the bridge comes back', async () => {
    const setu = await isroToJaxa();
    const bridge = await setu.drawnIds();
    await setu.button('Show these paths alone').click();
    await setu.waitForCanvas('atMost', 10);
    const xOf = new Map((await setu.drawn()).map((thing) => [thing.entity, thing.x]));
    expect(Math.min(...xOf.values())).toBe(xOf.get('org:isro'));
    expect(Math.max(...xOf.values())).toBe(xOf.get('org:jaxa'));
    expect(xOf.get(MOU)).toBeGreaterThan(xOf.get('org:isro')!);
    await setu.button(/^Undo: Show these paths alone/).click();
    await setu.waitForCanvas('exactly', bridge.length);
    await setu.button(/^Redo: Show these paths alone/).click();
    await setu.waitForCanvas('atMost', 10);
    await setu.panel.getByRole('button', { name: 'Bridge' }).click();
    await setu.waitForCanvas('exactly', bridge.length);
  });

  it('are walked with the keyboard alone, from the search box to the passage', async () => {
    const setu = await open();
    await setu.page.keyboard.press('/');
    await setu.page.keyboard.type('ISRO to JAXA');
    await setu.option(/^ISRO to JAXA/).waitFor();
    await setu.page.keyboard.press('Enter');
    await setu.paths.waitFor();
    await setu.page.keyboard.press('Escape');
    await setu.paths.getByRole('option').first().focus();
    for (let step = 0; step < 2; step += 1) await setu.page.keyboard.press('ArrowDown');
    const third = setu.paths.getByRole('option').nth(2);
    await setu.page.waitForFunction(
      (name) => document.activeElement?.textContent === name,
      await third.textContent(),
    );
    await setu.page.keyboard.press('Enter');
    await setu.panel.getByRole('list', { name: 'On the way' }).getByRole('listitem').nth(2).waitFor();
    expect(await third.getAttribute('aria-selected')).toBe('true');
    await setu.button('Citation 1').focus();
    await setu.page.keyboard.press('Enter');
    await setu.panel.locator('details[open] .reference').first().waitFor();
    await setu.button('who says so').focus();
    await setu.page.keyboard.press('Enter');
    await setu.panel
      .getByText(/independent documents?/)
      .first()
      .waitFor();
    expect(await setu.panel.evaluate((panel) => panel.scrollTop)).toBe(0);
  });

  it('are copied as Markdown, as plain text and as CSL-JSON', async () => {
    const setu = await isroToJaxa();
    await setu.paths.getByRole('option', { name: /ISRO–JAXA MoU \(2016\)/ }).click();
    const markdown = await copied(setu, 'Copy as Markdown', 'Copied as Markdown with its citations');
    expect(markdown).toMatch(/\*\*ISRO\*\*[\s\S]*\[1\] India-Japan Cooperation/);
    const plain = await copied(setu, 'Copy as plain text', 'Copied as plain text with its citations');
    expect(plain).toMatch(/^ISRO [^*]*\[1\]/);
    const csl = JSON.parse(
      await copied(setu, 'Copy its sources as CSL-JSON', 'Sources copied as CSL-JSON'),
    ) as object[];
    expect(csl).toEqual([expect.objectContaining({ id: 'doc:embassy-brief-2020', type: 'report' })]);
  });

  it('are searched anew when an option changes, which is undone like anything else', async () => {
    const setu = await isroToJaxa();
    await setu.panel.getByText('Options', { exact: true }).click();
    await setu.panel.getByLabel('How many').fill('2');
    await setu.page.keyboard.press('Enter');
    await setu.page.waitForFunction(() => document.querySelectorAll('.path-option').length === 2);
    await setu.panel.getByLabel('How many').fill('99');
    await setu.page.keyboard.press('Enter');
    await setu.panel.getByText('A whole number from 1 to 25').waitFor();
    await setu.panel.getByLabel('How many').fill('2');
    await setu.panel.getByLabel('Held on, or within').fill('2017/2018');
    await setu.page.keyboard.press('Enter');
    await setu.panel.getByText(/left out: .*2017\/2018/).waitFor();
    await setu.button(/^Undo: Choose a date/).click();
    await setu.panel.getByLabel('Which paths').selectOption({ label: 'Several, shorter ones first' });
    await setu.paths.getByText('1 hop').waitFor();
    await setu.panel.getByRole('slider', { name: /few hops/ }).fill('0');
    await setu.panel.getByText(/with other weights/).waitFor();
    await setu.button(/^Undo: Weigh the score/).click();
    await setu.button(/^Undo: Choose which paths/).click();
    await setu.button(/^Undo: Choose how many/).click();
    await setu.page.waitForFunction(() => document.querySelectorAll('.path-option').length === 5);
    await setu.button('There are more: show 25').click();
    await setu.page.waitForFunction(() => document.querySelectorAll('.path-option').length > 5);
  });

  it('avoid what is right-clicked, and pass through it', async () => {
    const setu = await isroToJaxa();
    await setu.button('Show these paths alone').click();
    await setu.waitForCanvas('atMost', 10);
    await setu.openMenuOf(MOU);
    await setu.page.getByRole('menuitem', { name: 'Paths must pass through' }).click();
    await setu.panel.getByText(/through one chosen/).waitFor();
    await setu.waitFor(MOU);
    await setu.openMenuOf(MOU);
    await setu.page.getByRole('menuitem', { name: 'Avoid on paths' }).click();
    await setu.panel.getByText(/left out: .*/).waitFor();
    await setu.page.waitForFunction(() => document.querySelectorAll('.path-option').length === 5);
    expect(await setu.paths.textContent()).not.toContain('MoU (2016)');
  });

  it('start by right click and end by a name', async () => {
    const setu = await open();
    await setu.openMenuOf('org:dst');
    await setu.page.getByRole('menuitem', { name: /^Find a path from here/ }).click();
    await setu.reads('Find a path');
    const to = setu.panel.getByRole('combobox', { name: 'To' });
    await setu.page.waitForFunction(
      () => document.activeElement?.getAttribute('placeholder') === 'Type a name',
    );
    await to.fill('JSPS');
    await setu.option(/^JSPS/).first().click();
    await setu.reads('DST to JSPS');
    await setu.paths.waitFor();
    await setu.button('Or to the nearest of a kind').click();
    await setu.reads('DST to the nearest organisation of Japan');
    await setu.panel.getByRole('combobox', { name: 'Kind' }).selectOption('university');
    await setu.reads('DST to the nearest university of Japan');
    await setu.paths.getByRole('option').first().waitFor();
  });

  it('are joined to an exploration, which keeps what it has', async () => {
    const setu = await open();
    await setu.search('KEK', /^KEK/);
    await setu.button('Explore from here').click();
    await setu.waitForCanvas('atMost', 60);
    const before = await setu.drawnIds();
    await setu.search('ISRO to JAXA', /^ISRO to JAXA/);
    await setu.paths.waitFor();
    await setu.button('Add these paths to the canvas').click();
    await setu.waitForCanvas('atLeast', before.length + 1);
    expect(await setu.drawnIds()).toEqual(expect.arrayContaining([...before, 'org:isro', 'org:jaxa']));
  });

  it('reopen from their link with all that was chosen', async () => {
    const setu = await isroToJaxa();
    await setu.button('Show these paths alone').click();
    await setu.waitForCanvas('atMost', 10);
    await setu.paths.getByRole('option', { name: /ISRO–JAXA MoU \(2016\)/ }).click();
    await setu.button('Walk the path the other way').click();
    await setu.reads('JAXA to ISRO');
    await setu.paths.getByRole('option', { name: /ISRO–JAXA MoU \(2016\)/ }).click();
    await setu.page.getByRole('list', { name: 'On the way' }).getByText('ISRO–JAXA MoU (2016)').waitFor();
    const ids = await setu.drawnIds();
    const { hash } = new URL(setu.page.url());
    await setu.close();
    const again = await open({ fragment: hash });
    await again.reads('JAXA to ISRO');
    await again.page.getByRole('list', { name: 'On the way' }).getByText('ISRO–JAXA MoU (2016)').waitFor();
    await again.waitForCanvas('exactly', ids.length);
    expect(await again.drawnIds()).toEqual(ids);
  });

  it.each([360, 1024])('have scores that tell, and nothing off the edge, %i wide', async (width) => {
    const options = { hubs: ['Place', 'Topic', 'Document'] };
    const question = { ...askPath('org:aesj', 'org:jaxa'), options };
    const view = { ...INITIAL_VIEW, question };
    const setu = await open({ width, height: 740, fragment: `#${encodeView(view)}` });
    await setu.paths.waitFor();
    const scores = await setu.paths.locator('.path-score').allTextContents();
    expect(scores[0]).toBe('best');
    expect(scores.length).toBeGreaterThan(3);
    for (const score of scores.slice(1)) expect(score).toMatch(/^best$|^\d+(?:\.\d+)?\s% of\sbest$/);
    expect(new Set(scores).size).toBeGreaterThan(2);
    const off = await setu.panel.evaluate((panel) => {
      const edge = panel.getBoundingClientRect().left + panel.clientWidth;
      const parts = [...panel.querySelectorAll('.path-list *, .path-answer .button')];
      return parts
        .filter((part) => part.getBoundingClientRect().right > edge + 0.5)
        .map((part) => part.className);
    });
    expect(off).toEqual([]);
  });

  it('are read as a list under a small picture on a phone', async () => {
    const setu = await isroToJaxa({ width: 360, height: 740 });
    await setu.button('Show these paths alone').click();
    await setu.button('Close the panel').click();
    await setu.list.getByRole('heading', { name: 'Path 1' }).waitFor();
    expect(await setu.list.textContent()).toMatch(/ISRO is a party to ISRO–JAXA MoU \(2016\)/);
    expect(await setu.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  it.each(['light', 'dark'] as const)('have words that can be read in %s colours', async (colorScheme) => {
    const setu = await isroToJaxa({ colorScheme });
    await setu.panel.getByText('Options', { exact: true }).click();
    expect(await faintWords(setu.page, '.path-answer')).toEqual([]);
  });
});
