import { readFileSync } from 'node:fs';

import { afterEach, describe, expect, it } from 'vitest';

import type { ExplorerPage } from './explorer-page.ts';
import { lacksChromium, withExplorer } from './with-explorer.ts';
import { WorkbenchPage } from './workbench-page.ts';

/** Runs until it is stopped. */
const ENDLESS =
  'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a AS a, b AS b WHERE a = -b RETURN count(*) AS n';

describe.skipIf(lacksChromium())('the Cypher workbench', () => {
  const explorer = withExplorer();
  let page: ExplorerPage | null = null;
  /** What the browser may complain of: a request that the service refused is told to the reader by the page. */
  let refusals = 0;

  async function open(options?: Parameters<typeof explorer.open>[0]): Promise<WorkbenchPage> {
    page = await explorer.open(options);
    await page.drawn();
    const workbench = new WorkbenchPage(page);
    if (options?.fragment === undefined) await workbench.open();
    return workbench;
  }

  afterEach(async () => {
    const [violations, complaints] = page ? [await page.violations(), page.complaints] : [[], []];
    await page?.close();
    page = null;
    const allowed = refusals;
    refusals = 0;
    expect(violations).toEqual([]);
    const others = complaints.filter((complaint) => !/status of 422/.test(complaint));
    expect(others).toEqual([]);
    if (allowed === 0) expect(complaints).toEqual([]);
  });

  it('comes to the page when it is first opened, not before', async () => {
    page = await explorer.open();
    const asked: string[] = [];
    page.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.drawn();
    expect(asked.filter((path) => path.includes('workbench'))).toEqual([]);
    await new WorkbenchPage(page).open();
    expect(asked.filter((path) => /workbench-.*\.js$/.test(path))).toHaveLength(1);
  });

  it('writes, runs and closes with the mouse', async () => {
    const workbench = await open();
    await workbench.write("MATCH (n:Organisation) WHERE n.caption = 'JAXA' RETURN n.caption AS who");
    await workbench.button('Run').click();
    await workbench.answers('JAXA');
    await workbench.button('Close Cypher').click();
    await workbench.pane.waitFor({ state: 'detached' });
  });

  it('is opened, written in, run and left with the keyboard alone', async () => {
    page = await explorer.open();
    const { keyboard } = page.page;
    await page.drawn();
    await keyboard.press('q');
    const workbench = new WorkbenchPage(page);
    await workbench.editor.waitFor();
    await page.page.waitForFunction(() => document.activeElement?.classList.contains('cm-content'));
    await keyboard.type('MATCH (a:Facil');
    await page.option(/^Facility/).waitFor();
    await keyboard.press('Enter');
    expect(await workbench.text()).toBe('MATCH (a:Facility)');
    await keyboard.press('End');
    await keyboard.type(' RETURN count(*) AS facilities');
    await keyboard.press('Escape');
    await keyboard.press('Control+Enter');
    await workbench.answers('facilities');
    await keyboard.press('Escape');
    await keyboard.press('Tab');
    const isInEditor = () => document.activeElement?.closest('.cm-editor') !== null;
    expect(await page.page.evaluate(isInEditor)).toBe(false);
    await keyboard.press('Shift+Tab');
    expect(await page.page.evaluate(isInEditor)).toBe(true);
  });

  it('completes from the graph that is loaded: types, properties of a label, functions, parameters', async () => {
    const workbench = await open();
    const { keyboard } = workbench.setu.page;
    const offers = async (typed: string, offer: RegExp): Promise<void> => {
      await workbench.write('');
      await keyboard.type(typed);
      await workbench.setu.option(offer).first().waitFor();
    };
    await offers('MATCH (a:Agreement)<-[r:PARTY', /^PARTY_TO/);
    await offers('MATCH (a:Agreement) RETURN a.sig', /^signed/);
    await offers('RETURN toUp', /^toUpper/);
    await keyboard.press('Tab');
    expect(await workbench.text()).toMatch(/^RETURN toUpper\(/);
    await workbench.write('RETURN $year');
    await workbench.pane.getByLabel('Value of year').fill('2016');
    await offers('RETURN $y', /^\$year/);
  });

  it('underlines an error where the engine puts it, with its words, until it is mended', async () => {
    refusals = 1;
    const workbench = await open();
    await workbench.write('MATCH (n)\nRETRUN n.caption LIMIT 1');
    const wrong = workbench.editor.locator('.cm-lintRange-error');
    await wrong.first().waitFor();
    expect(await workbench.check.textContent()).toMatch(/^2:\d+ \S/);
    await wrong.first().hover();
    await workbench.setu.page.locator('.cm-tooltip-lint, .cm-tooltip .cm-diagnostic').first().waitFor();
    await workbench.write('MATCH (n)\nRETURN n.caption LIMIT 1');
    await wrong.first().waitFor({ state: 'detached' });
    await workbench.button('Run').click();
    await workbench.ran(/1 row/);
  });

  it('warns of a label that nothing has, and of patterns that are not connected', async () => {
    const workbench = await open();
    await workbench.write('MATCH (n:Organization) RETURN n.caption');
    await workbench.check.getByText(/Organization/).waitFor();
    await workbench.write('MATCH (a:Facility), (b:Agreement) RETURN a.caption, b.caption LIMIT 1');
    await workbench.check.getByText(/cartesian/i).waitFor();
  });

  it('cancels a statement that runs, with Escape and with the button', async () => {
    const workbench = await open();
    await workbench.write(ENDLESS);
    await workbench.setu.page.keyboard.press('Control+Enter');
    await workbench.button('Cancel the statement').waitFor();
    await workbench.setu.page.keyboard.press('Escape');
    await workbench.button('Run').waitFor();
    await workbench.ran(/cancelled/);
    await workbench.button('Run').click();
    await workbench.button('Cancel the statement').click();
    await workbench.button('Run').waitFor();
  });

  it('explains and profiles a statement', async () => {
    const workbench = await open();
    await workbench.write('MATCH (n:Facility) RETURN n.caption LIMIT 2');
    await workbench.button('Explain').click();
    await workbench.ran(/plan/);
    await workbench.button('Profile').click();
    await workbench.answer.getByText(/Scan/).first().waitFor();
  });

  it('runs the statement at the cursor, or what is selected', async () => {
    const workbench = await open();
    const { keyboard } = workbench.setu.page;
    await workbench.write("RETURN 'first' AS x;\nRETURN 'second; still' AS x;");
    await keyboard.press('Control+Enter');
    await workbench.answers('second; still');
    await keyboard.press('Control+Home');
    await keyboard.press('Control+Enter');
    await workbench.answers('first');
    await workbench.write("RETURN 'whole' AS x // RETURN 'part' AS x");
    for (let step = 0; step < "RETURN 'part' AS x".length; step += 1) await keyboard.press('Shift+ArrowLeft');
    await keyboard.press('Control+Enter');
    await workbench.answers('part');
  });

  it('asks for a parameter that is missing, and takes it by name or from the canvas', async () => {
    const workbench = await open();
    const { page: tab } = workbench.setu;
    await workbench.write('MATCH (n {id: $from}) RETURN n.caption AS found, $limit AS most');
    await workbench.button('Run').click();
    await tab.getByText('$from is missing: fill it in under Parameters').waitFor();
    const from = workbench.pane.getByRole('combobox', { name: 'Value of from' });
    await tab.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
    await from.fill('JAXA');
    await workbench.setu.option(/^JAXA/).first().click();
    expect(await from.inputValue()).toBe('JAXA');
    await workbench.pane.getByLabel('Value of limit').fill('many');
    await workbench.pane.getByText('is no number: write for example 2016 or 0.5').waitFor();
    await workbench.pane.getByLabel('Value of limit').fill('7');
    await workbench.button('Run').click();
    await workbench.answers('JAXA');

    await workbench.setu.search('ISRO', /^ISRO/);
    await workbench.setu.reads('ISRO');
    await workbench.button('Take the selection').click();
    expect(await from.inputValue()).toBe('ISRO');
    await workbench.button('Run').click();
    await workbench.answers('ISRO');
  });

  it('answers a question whose gaps are filled in, and shows its Cypher', async () => {
    const workbench = await open();
    await workbench.tab('Questions').click();
    const question = workbench.pane.getByRole('listitem').filter({ hasText: 'signed, when, and with whom' });
    await question.getByRole('combobox').fill('JAXA');
    await workbench.setu.option(/^JAXA/).first().click();
    await question.getByRole('button', { name: 'Ask' }).click();
    await workbench.answers(/ISRO/);
    await question.getByRole('button', { name: 'Show the Cypher' }).click();
    await workbench.editor.waitFor();
    expect(await workbench.text()).toContain('MATCH');
    expect(await workbench.pane.getByRole('combobox', { name: /^Value of/ }).inputValue()).toBe('JAXA');
  });

  it('keeps favourites in folders, takes them out as a file and in again, and loses none to a bad file', async () => {
    const workbench = await open();
    const { page: tab } = workbench.setu;
    await workbench.write('RETURN 42 AS kept');
    await tab.keyboard.press('Control+s');
    await workbench.pane.getByLabel('Title').fill('The answer');
    await workbench.pane.getByLabel('Folder').fill('Numbers');
    await tab.keyboard.press('Enter');
    await workbench.pane.getByText('Numbers').waitFor();
    const kept = workbench.button(/^The answer/);
    await tab.reload();
    await workbench.tab('Favourites').click();
    await kept.waitFor();

    const [download] = await Promise.all([
      tab.waitForEvent('download'),
      workbench.button('Save favourites as a file').click(),
    ]);
    const file = readFileSync(await download.path(), 'utf8');
    expect(JSON.parse(file)).toMatchObject({
      folders: [{ name: 'Numbers', statements: [{ title: 'The answer' }] }],
    });
    await workbench.button('Delete this favourite').click();
    await kept.waitFor({ state: 'detached' });
    await workbench.button('Put back “The answer”').click();
    await kept.waitFor();
    await workbench.button('Delete this favourite').click();

    const give = async (text: string): Promise<void> => {
      const [chooser] = await Promise.all([
        tab.waitForEvent('filechooser'),
        workbench.button('Add favourites from a file…').click(),
      ]);
      await chooser.setFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    };
    await give(file);
    await workbench.pane.getByText('1 added from mine.json').waitFor();
    await give('{"format": "something else"}');
    await workbench.pane
      .getByText(/mine\.json was not read: it is no file of favourites.*Nothing was changed/)
      .waitFor();
    await kept.click();
    expect(await workbench.text()).toBe('RETURN 42 AS kept');
  });

  it('finds an earlier run in the history and opens it again', async () => {
    const workbench = await open();
    for (const word of ['apricot', 'banana']) {
      await workbench.write(`RETURN '${word}' AS fruit`);
      await workbench.button('Run').click();
      await workbench.answers(word);
    }
    await workbench.tab('History').click();
    await workbench.pane.getByLabel('Find in the history').fill('apri');
    await workbench.button(/banana/).waitFor({ state: 'detached' });
    await workbench.button(/apricot.*1 row/).click();
    expect(await workbench.text()).toBe("RETURN 'apricot' AS fruit");
  });

  it('shares a statement with its values as a link, which runs nothing by itself', async () => {
    const workbench = await open();
    const { page: tab } = workbench.setu;
    await workbench.write("RETURN 'shared' AS what, $year AS year");
    await workbench.pane.getByLabel('Value of year').fill('2016');
    await workbench.button('Copy link to this view').click();
    await tab.getByText(/Link copied/).waitFor();
    const link = await tab.evaluate(() => navigator.clipboard.readText());
    await workbench.setu.close();

    const again = await open({ fragment: new URL(link).hash });
    await again.editor.waitFor();
    expect(await again.text()).toBe("RETURN 'shared' AS what, $year AS year");
    expect(await again.pane.getByLabel('Value of year').inputValue()).toBe('2016');
    expect(await again.answer.count()).toBe(0);
    await again.tab('History').click();
    await again.pane.getByText('Nothing has run yet.').waitFor();
    await again.tab('Write').click();
    await again.button('Run').click();
    await again.answers('2016');
  });

  it('undoes the opening of another statement', async () => {
    const workbench = await open();
    await workbench.write('RETURN 1 AS mine');
    await workbench.tab('Examples').click();
    await workbench.pane.getByLabel('Find an example').fill('one year');
    await workbench.button(/^Signed in one year/).click();
    expect(await workbench.text()).toContain('Agreement');
    await workbench.setu.button('Undo: Open a statement').click();
    await workbench.editor.getByText('RETURN 1 AS mine').waitFor();
  });

  it('formats what is written', async () => {
    const workbench = await open();
    await workbench.write('match (n:Facility) where n.caption is not null return n.caption limit 3');
    await workbench.button('Format').click();
    expect(await workbench.text()).toBe(
      'MATCH (n:Facility)\nWHERE n.caption IS NOT NULL\nRETURN n.caption\nLIMIT 3',
    );
  });

  it('is made taller with the keyboard and with the mouse, and stays so', async () => {
    const workbench = await open();
    const { page: tab } = workbench.setu;
    const heightOf = async (): Promise<number> => (await workbench.pane.boundingBox())?.height ?? 0;
    const before = await heightOf();
    const edge = workbench.pane.getByRole('separator', { name: 'Height of the workbench' });
    await edge.focus();
    await tab.keyboard.press('ArrowUp');
    await tab.keyboard.press('ArrowUp');
    const taller = await heightOf();
    expect(taller).toBeGreaterThan(before);
    const box = await edge.boundingBox();
    await tab.mouse.move(700, (box?.y ?? 0) + 4);
    await tab.mouse.down();
    await tab.mouse.move(700, (box?.y ?? 0) + 64, { steps: 4 });
    await tab.mouse.up();
    const pulled = await heightOf();
    expect(pulled).toBeLessThan(taller);
    await tab.reload();
    await workbench.editor.waitFor();
    expect(await heightOf()).toBe(pulled);
  });

  it('is the whole page on a phone, and nothing is wider than the screen', async () => {
    const workbench = await open({ width: 360, height: 740 });
    expect(await workbench.pane.boundingBox()).toMatchObject({ x: 0, y: 0, width: 360, height: 740 });
    for (const name of ['Write', 'Questions', 'Examples', 'Favourites', 'History']) {
      await workbench.tab(name).click();
      expect(await workbench.setu.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    }
    await workbench.button('Close Cypher').click();
    await workbench.setu.drawn();
  });
});
