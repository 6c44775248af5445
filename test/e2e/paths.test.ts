import { afterEach, describe, expect, it } from 'vitest';

import { encodeView } from '../../client/state/url-codec.ts';
import { INITIAL_VIEW } from '../../client/state/view-state.ts';
import { faintWords } from './contrast.ts';
import type { ExplorerPage } from './explorer-page.ts';
import { lacksChromium, withExplorer } from './with-explorer.ts';

const MOU = 'agr:isro-jaxa-mou-2016';

describe.skipIf(lacksChromium())('paths', () => {
  const explorer = withExplorer();
  let page: ExplorerPage | null = null;

  async function open(options?: Parameters<typeof explorer.open>[0]): Promise<ExplorerPage> {
    page = await explorer.open(options);
    await page.drawn();
    return page;
  }

  async function isroToJaxa(options?: Parameters<typeof explorer.open>[0]): Promise<ExplorerPage> {
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

  afterEach(async () => {
    const [violations, complaints] = page ? [await page.violations(), page.complaints] : [[], []];
    await page?.close();
    page = null;
    expect(violations).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('are ranked by length, with the parts of their score and how firmly they stand', async () => {
    const setu = await isroToJaxa();
    const text = (await setu.paths.textContent()) ?? '';
    expect(text).toMatch(/1 hop.*directly.*2 hops.*via ISRO–JAXA/);
    expect(text).toMatch(/length.*sources.*recent.*weakest hop: \d+ documents?/);
    expect(await setu.panel.textContent()).toMatch(
      /Options Several, shorter ones first, up to 8 hops; left out: /,
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
    await setu.panel.locator('details[open] .reference').waitFor();
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

  it('that do not exist are explained, and the nearest miss is one press away', async () => {
    const setu = await open();
    await setu.search('AESJ to JAXA', /^AESJ to JAXA/);
    const reason = setu.panel.getByRole('region', { name: 'No path' });
    await reason.getByText(/everything reachable .* was searched/).waitFor();
    await reason.getByText(/Through places, topics and documents there is a path of \d+ hops/).waitFor();
    await setu.button('Show these paths alone').click();
    await setu.waitForCanvas('exactly', 7);
    await setu.button('Allow places, topics and documents').click();
    await setu.paths.getByRole('option').first().waitFor();
    await setu.button(/^Undo: Allow places/).click();
    await reason.waitFor();
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

  it('connect all that is selected, and two say what they share', async () => {
    const setu = await open();
    await setu.clickOn('org:dst');
    await setu.reads('DST');
    await setu.addToSelection('org:jsps');
    await setu.reads('2 selected');
    await setu.button('What do they share?').click();
    await setu.reads('What DST and JSPS share');
    await setu.panel.getByRole('heading', { level: 2 }).first().waitFor();
    await setu.panel
      .getByRole('button', { name: /^Who says so: / })
      .first()
      .click();
    await setu.panel.getByText(/independent documents?/).waitFor();
    await setu.button(/^Undo: Select/).click();
    await setu.button(/^Undo: Ask what they share/).click();
    await setu.reads('2 selected');
    await setu.addToSelection('org:isro');
    await setu.reads('3 selected');
    await setu.panel.getByRole('button', { name: 'ISRO', exact: true }).focus();
    await setu.page.keyboard.press('Shift+Enter');
    await setu.reads('2 selected');
    await setu.button(/^Undo: Take out ISRO/).click();
    await setu.reads('3 selected');
    await setu.button('Paths between all of them').click();
    await setu.reads('What connects DST, JSPS and ISRO');
    await setu.panel.getByRole('heading', { name: 'Citations' }).waitFor();
    await setu.button('Show these paths alone').click();
    await setu.waitForCanvas('atMost', 12);
    expect(await setu.drawnIds()).toEqual(expect.arrayContaining(['org:dst', 'org:isro', 'org:jsps']));
  });

  it('between several say who is not connected with the others, and why', async () => {
    const question = { kind: 'between', ids: ['org:isro', 'org:jaxa', 'org:aesj'], options: {} } as const;
    const setu = await open({ fragment: `#${encodeView({ ...INITIAL_VIEW, question, layout: 'layered' })}` });
    const alone = setu.panel.getByRole('region', { name: 'Not connected' });
    await alone.getByRole('button', { name: 'AESJ' }).waitFor();
    await alone.getByText(/Nothing connects AESJ/).waitFor();
    expect(await setu.drawnIds()).toEqual(expect.arrayContaining([...question.ids]));
    await setu.button('Try through places, topics and documents').click();
    await alone.waitFor({ state: 'detached' });
  });

  it('that take long can be given up and searched again', async () => {
    const setu = await open();
    let hold: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (hold = resolve));
    await setu.page.route('**/api/paths?*', async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    await setu.search('ISRO to JAXA', /^ISRO to JAXA/);
    await setu.button('Cancel the search').click();
    await setu.panel.getByText('The search was cancelled.').waitFor();
    hold();
    await setu.button('Search again').click();
    await setu.paths.waitFor();
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
