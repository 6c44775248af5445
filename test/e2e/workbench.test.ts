import { describe, expect, it } from 'vitest';

import { contrast } from './contrast.ts';
import { lacksChromium } from './with-explorer.ts';
import { withWorkbench } from './with-workbench.ts';
import { WorkbenchPage } from './workbench-page.ts';

/** Runs until it is stopped. */
const ENDLESS =
  'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a AS a, b AS b WHERE a = -b RETURN count(*) AS n';

describe.skipIf(lacksChromium())('the Cypher workbench', () => {
  const { open, openExplorer } = withWorkbench();

  it('comes to the page when it is first opened, not before', async () => {
    const setu = await openExplorer();
    const loaded = await setu.page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    expect(loaded.some((name) => name.includes('/assets/'))).toBe(true);
    expect(loaded.filter((name) => name.includes('workbench'))).toEqual([]);
    const asked: string[] = [];
    setu.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await new WorkbenchPage(setu).open();
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
    const setu = await openExplorer();
    const { keyboard } = setu.page;
    await keyboard.press('q');
    const workbench = new WorkbenchPage(setu);
    await workbench.editor.waitFor();
    await setu.page.waitForFunction(() => document.activeElement?.classList.contains('cm-content'));
    await keyboard.type('MATCH (a:Facil');
    await setu.option(/^Facility/).waitFor();
    await workbench.takeOffer('Enter');
    expect(await workbench.text()).toBe('MATCH (a:Facility)');
    await keyboard.press('End');
    await keyboard.type(' RETURN count(*) AS facilities');
    await keyboard.press('Escape');
    await keyboard.press('Control+Enter');
    await workbench.answers('facilities');
    await keyboard.press('Escape');
    await setu.page.getByText('Tab now leaves the editor').waitFor({ state: 'attached' });
    await keyboard.press('Tab');
    const isInEditor = () => document.activeElement?.closest('.cm-editor') !== null;
    expect(await setu.page.evaluate(isInEditor)).toBe(false);
    await keyboard.press('Shift+Tab');
    expect(await setu.page.evaluate(isInEditor)).toBe(true);
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
    await workbench.takeOffer('Tab');
    expect(await workbench.text()).toMatch(/^RETURN toUpper\(/);
    await workbench.write('RETURN $year');
    await workbench.pane.getByLabel('Value of year').fill('2016');
    await offers('RETURN $y', /^\$year/);
  });

  it('underlines an error where the engine puts it, with its words, until it is mended', async () => {
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

  it('gives a check up when typing goes on, and shows nothing of it', async () => {
    const workbench = await open();
    const { page: tab } = workbench.setu;
    let checks = 0;
    await tab.route('**/api/cypher', () => {
      checks += 1;
    });
    await workbench.write('RETRUN 1');
    await expect.poll(() => checks, { timeout: 10_000 }).toBe(1);
    const givenUp = tab.waitForEvent('requestfailed', (request) => request.url().endsWith('/api/cypher'));
    await tab.keyboard.type('2');
    await givenUp;
    await tab.unroute('**/api/cypher');
    await workbench.write('MATCH (n:Organization) RETURN n.caption');
    await workbench.check.getByText(/Organization/).waitFor();
    expect(await workbench.editor.locator('.cm-lintRange-error').count()).toBe(0);
  });

  it('warns of a label that nothing has, and of patterns that are not connected', async () => {
    const workbench = await open();
    await workbench.write('MATCH (n:Organization) RETURN n.caption');
    await workbench.check.getByText(/Organization/).waitFor();
    await workbench.write('MATCH (a:Facility), (b:Agreement) RETURN a.caption, b.caption LIMIT 1');
    await workbench.check.getByText(/cartesian/i).waitFor();
  });

  it('tells what the word under the pointer is', async () => {
    const workbench = await open();
    await workbench.write('MATCH (a:Facility) RETURN toUpper(a.caption) AS name');
    await workbench.editor.getByText('Facility').hover();
    await workbench.setu.page.getByText(/^label of \d+ nodes$/).waitFor();
    await workbench.editor.getByText('toUpper').hover();
    await workbench.setu.page.getByText(/^toUpper\(/).waitFor();
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
    await workbench.pane.getByText('is no number: write for example 2016').waitFor();
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

  it('sends a number as what it was said to be, on the wire and in the database', async () => {
    const workbench = await open();
    await workbench.write('RETURN $x / 4 AS quarter');
    await workbench.pane.getByLabel('Type of x').selectOption({ label: 'decimal number' });
    await workbench.pane.getByLabel('Value of x').fill('2.0');
    await workbench.button('Run').click();
    await workbench.answer.getByRole('gridcell', { name: '0.5', exact: true }).waitFor();
    await workbench.pane.getByLabel('Type of x').selectOption({ label: 'whole number' });
    await workbench.pane.getByText(/is no whole number: choose/).waitFor();
    await workbench.pane.getByLabel('Value of x').fill('2');
    await workbench.button('Run').click();
    await workbench.answer.getByRole('gridcell', { name: '0', exact: true }).waitFor();
  });

  it('offers the countries of the data where a question asks for one', async () => {
    const workbench = await open();
    await workbench.tab('Questions').click();
    const question = workbench.pane.getByRole('listitem').filter({ hasText: 'run together?' });
    const country = question.getByRole('combobox', { name: 'the one country' });
    const offered = await country.getByRole('option').allTextContents();
    expect(offered).toEqual(expect.arrayContaining(['India', 'Japan']));
    expect(offered).toEqual([...new Set(offered)].toSorted());
    await country.selectOption({ label: 'Japan' });
    await question.getByRole('combobox', { name: 'the other country' }).selectOption({ label: 'India' });
    await question.getByRole('button', { name: 'Ask' }).click();
    const japanese = workbench.answer.getByRole('gridcell', { name: /^list AIST\b/ });
    expect(await japanese.getAttribute('aria-colindex')).toBe('3');
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

  it('formats what is written', async () => {
    const workbench = await open();
    await workbench.write('match (n:Facility) where n.caption is not null return n.caption limit 3');
    await workbench.button('Format').click();
    expect(await workbench.text()).toBe(
      'MATCH (n:Facility)\nWHERE n.caption IS NOT NULL\nRETURN n.caption\nLIMIT 3',
    );
  });

  it.each(['light', 'dark'] as const)(
    'colours words so that they can be read in the %s',
    async (colorScheme) => {
      const workbench = await open({ colorScheme });
      await workbench.write(
        "// note\nMATCH (a:Facility)-[r:PART_OF]->() WHERE a.id = $x RETURN toUpper('x'), 12, a.caption",
      );
      await workbench.editor.getByText('toUpper').waitFor();
      const colours = await workbench.editor.evaluate((content) => {
        const ground = getComputedStyle(content.closest('.cm-editor') ?? content).backgroundColor;
        const words = [...content.querySelectorAll('.cm-line, .cm-line span')];
        return words.map((word) => [word.textContent ?? '', getComputedStyle(word).color, ground] as const);
      });
      expect(new Set(colours.map(([, colour]) => colour)).size).toBeGreaterThanOrEqual(7);
      for (const [word, colour, ground] of colours)
        expect([word, contrast(colour, ground) >= 4.5]).toEqual([word, true]);
    },
  );

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
