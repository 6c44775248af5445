import { describe, expect, it } from 'vitest';

import { AnswerPage } from './answer-page.ts';
import type { PageOptions } from './open-browser.ts';
import { lacksChromium } from './with-explorer.ts';
import { withWorkbench } from './with-workbench.ts';

const SIGNED =
  'MATCH (a:Agreement) WHERE a.signed IS NOT NULL RETURN a AS agreement, a.signed AS signed, size(a.caption) AS length';
const PARTIES = "MATCH (o:Organisation {id: 'org:jaxa'})-[r:PARTY_TO]->(a:Agreement) RETURN o, r, a";
const ENDLESS =
  'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a AS a, b AS b WHERE a = -b RETURN count(*) AS n';

describe.skipIf(lacksChromium())('the answer to a statement', () => {
  const { open } = withWorkbench();
  const openAnswer = async (options?: PageOptions): Promise<AnswerPage> =>
    new AnswerPage(await open(options));

  it('is a table where it holds values, says how many rows, how long and by which engine', async () => {
    const answer = await openAnswer();
    await answer.ask("RETURN 1 AS one, null AS nothing, true AS yes, [1, 'a'] AS list", '1 row');
    expect(await answer.chosen()).toBe('Table');
    expect(await answer.place.getByRole('status').innerText()).toMatch(/1 row\s+\d.*m?s\s+embedded engine/s);
    expect(await Promise.all([0, 1, 2, 3].map((column) => answer.cell(0, column).innerText()))).toEqual([
      '1',
      'null',
      'true',
      'list 1, a',
    ]);
  });

  it('sorts by a column, up, down and as it came', async () => {
    const answer = await openAnswer();
    await answer.ask(
      "UNWIND [[2, 'b'], [10, 'a'], [null, 'c'], [1, 'a']] AS x RETURN x[0] AS n, x[1] AS t",
      '4 rows',
    );
    const sort = answer.head('n').getByRole('button');
    await sort.click();
    expect(await answer.column(0, 4)).toEqual(['1', '2', '10', 'null']);
    expect(await answer.head('n').getAttribute('aria-sort')).toBe('ascending');
    await sort.click();
    expect(await answer.column(0, 4)).toEqual(['10', '2', '1', 'null']);
    await sort.click();
    expect(await answer.column(0, 4)).toEqual(['2', '10', 'null', '1']);
    await answer.head('t').getByRole('button').click();
    expect(await answer.column(0, 4)).toEqual(['10', '1', '2', 'null']);
  });

  it('is walked by the arrow keys to its last row, of which only those in sight are on the page', async () => {
    const answer = await openAnswer();
    await answer.ask('UNWIND range(1, 5000) AS i RETURN i AS n, i * 2 AS double', '5,000 rows');
    const { keyboard } = answer.workbench.setu.page;
    await answer.head('n').focus();
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowRight');
    expect(await answer.place.locator(':focus').innerText()).toBe('2');
    await keyboard.press('Control+End');
    await answer.cell(4_999, 1).filter({ hasText: '10000' }).waitFor();
    expect(await answer.place.locator(':focus').innerText()).toBe('10000');
    expect(await answer.grid.getByRole('row').count()).toBeLessThan(80);
    expect(await answer.grid.getAttribute('aria-rowcount')).toBe('5001');
    await keyboard.press('Control+Home');
    await keyboard.press('ArrowUp');
    await keyboard.press('Enter');
    expect(await answer.head('n').getAttribute('aria-sort')).toBe('ascending');
  });

  it('shows long texts, lists and maps whole where they are unfolded', async () => {
    const answer = await openAnswer();
    await answer.ask(
      "RETURN 'begin ' + reduce(t = '', i IN range(1, 40) | t + 'word ') + 'end' AS text, {a: [1, {b: 'deep'}]} AS map",
      '1 row',
    );
    const fold = answer.cell(0, 1).getByRole('button', { name: 'Whole value' });
    await fold.click();
    await answer.cell(0, 1).getByText('2 items').waitFor();
    await answer.cell(0, 1).getByText('1 key').last().click();
    await answer.cell(0, 1).getByText('deep').waitFor();
    await answer.cell(0, 0).focus();
    await answer.workbench.setu.page.keyboard.press('Enter');
    expect(await answer.cell(0, 0).innerText()).toMatch(/^begin .* end$/s);
    expect(await answer.cell(0, 0).getByRole('button').getAttribute('aria-expanded')).toBe('true');
  });

  it('leads from a node to its place on the canvas and its page', async () => {
    const answer = await openAnswer();
    await answer.ask("MATCH (o:Organisation {id: 'org:jaxa'}) RETURN o", '1 row');
    expect(await answer.chosen()).toBe('Table');
    await answer.cell(0, 0).getByRole('button', { name: 'JAXA' }).click();
    await answer.workbench.setu.reads('JAXA');
    await answer.workbench.setu.waitFor('org:jaxa');
  });

  it('leads from a relationship, alone or in a path, to what is stated and where', async () => {
    const answer = await openAnswer();
    const { panel } = answer.workbench.setu;
    await answer.ask(
      "MATCH p = (o {id: 'org:jaxa'})-[r:PARTY_TO]->(a {id: 'agr:isro-jaxa-mou-2016'}) RETURN r, p",
      '1 row',
    );
    await answer.view('Table').click();
    await answer
      .cell(0, 0)
      .getByRole('button', { name: /^JAXA is a party to .*: read what is stated$/ })
      .click();
    await panel
      .getByText(/paragraph \d+/)
      .first()
      .waitFor();
    await answer.cell(0, 1).getByRole('button', { name: 'JAXA', exact: true }).click();
    await answer.workbench.setu.reads('JAXA');
    await answer
      .cell(0, 1)
      .getByRole('button', { name: /read what is stated/ })
      .click();
    await answer.workbench.setu.reads(/JAXA is a party to/);
    await panel
      .getByText(/paragraph \d+/)
      .first()
      .waitFor();
  });

  it('is a picture where it holds relationships, with the edges between on demand', async () => {
    const answer = await openAnswer();
    await answer.ask(PARTIES, /rows/);
    expect(await answer.chosen()).toBe('Graph');
    expect((await answer.drawn()).map((thing) => thing.entity)).toContain('org:jaxa');
    const counted = answer.place.getByText(/things, \d+ relationships/);
    const before = await counted.innerText();
    await answer.ask(
      "MATCH (n:Organisation) WHERE n.id IN ['org:isro', 'org:jaxa', 'org:dst'] RETURN n",
      '3 rows',
    );
    await answer.view('Graph').click();
    expect(await answer.place.getByText('3 things, 0 relationships').innerText()).not.toBe(before);
    await answer.place.getByRole('button', { name: 'Add the edges between' }).click();
    await answer.place.getByText(/3 things, 0 relationships and \d+ between them/).waitFor();
    await answer.workbench.setu.button(/^Undo: Add the edges between/).click();
    await answer.place.getByText('3 things, 0 relationships', { exact: true }).waitFor();
    await answer.clickOn('org:isro');
    await answer.workbench.setu.reads('ISRO');
  });

  it('is added to the canvas or put in its place; both can be taken back and are in the address', async () => {
    const answer = await openAnswer();
    const { setu } = answer.workbench;
    const before = await setu.drawnIds();
    await answer.ask(PARTIES, /rows/);
    await answer.workbench.button('Replace canvas').click();
    await setu.waitForCanvas('atMost', 40);
    const replaced = await setu.drawnIds();
    expect(replaced).toContain('org:jaxa');
    expect(replaced).not.toContain('org:dst');
    await setu.button(/^Undo: Replace the canvas/).click();
    await setu.waitForCanvas('exactly', before.length);
    await setu.button(/^Redo: Replace the canvas/).click();
    await setu.waitForCanvas('exactly', replaced.length);
    await answer.ask("MATCH (n {id: 'org:dst'}) RETURN n", '1 row');
    await answer.workbench.button('Add to canvas').click();
    await setu.waitFor('org:dst');
    const both = [...replaced, 'org:dst'].toSorted();
    expect(await setu.drawnIds()).toEqual(both);
    await setu.page.reload();
    await setu.waitForCanvas('exactly', both.length);
    expect(await setu.drawnIds()).toEqual(both);
    await setu.page.goBack();
    await setu.waitForCanvas('exactly', replaced.length);
  });

  it('brings documents onto the canvas, which the page fetches again when the address is opened anew', async () => {
    const answer = await openAnswer();
    const { setu } = answer.workbench;
    await answer.ask('MATCH (d:Document) RETURN d ORDER BY d.id LIMIT 2', '2 rows');
    await answer.workbench.button('Replace canvas').click();
    await setu.waitForCanvas('exactly', 2);
    const ids = await setu.drawnIds();
    await setu.page.reload();
    await setu.waitForCanvas('exactly', 2);
    expect(await setu.drawnIds()).toEqual(ids);
  });

  it('is a tree of operators with its costliest where a plan was asked for, walked by keyboard', async () => {
    const answer = await openAnswer();
    await answer.ask(
      'MATCH (o:Organisation)-[:PARTY_TO]->(a) RETURN o.caption AS who, count(a) AS n',
      /rows/,
      'Profile',
    );
    expect(await answer.chosen()).toBe('Plan');
    const tree = answer.place.getByRole('treegrid', { name: 'Plan' });
    await tree.getByText('costliest').waitFor();
    const rows = tree.locator('tbody tr');
    const count = await rows.count();
    expect(count).toBeGreaterThan(2);
    await rows.first().focus();
    const { keyboard } = answer.workbench.setu.page;
    await keyboard.press('ArrowDown');
    expect(await tree.locator(':focus').getAttribute('aria-level')).toBe('2');
    await keyboard.press('ArrowUp');
    await keyboard.press('ArrowLeft');
    expect(await rows.count()).toBe(1);
    expect(await rows.first().getAttribute('aria-expanded')).toBe('false');
    await keyboard.press('ArrowRight');
    expect(await rows.count()).toBe(count);
    await answer.ask('MATCH (o:Organisation) RETURN o', 'Plan, nothing was run', 'Explain');
    expect(await answer.view('Table').isDisabled()).toBe(true);
  });

  it('is read as JSON, and so again on the next visit', async () => {
    const answer = await openAnswer();
    await answer.ask(SIGNED, /rows/);
    await answer.view('JSON').click();
    const json = answer.place.getByRole('region', { name: 'Answer as JSON' });
    await json.getByText('"columns": ["agreement", "signed", "length"]').waitFor();
    await json.getByText('"$type": "node"').first().waitFor();
    await answer.workbench.setu.page.goto('about:blank');
    await answer.workbench.setu.page.goBack();
    await answer.workbench.setu.page.evaluate(() => location.replace('/'));
    await answer.workbench.open();
    await answer.ask('RETURN 7 AS seven', '1 row');
    expect(await answer.chosen()).toBe('JSON');
  });

  it('is copied as shown: CSV safe for a spreadsheet, Markdown, JSON', async () => {
    const answer = await openAnswer();
    await answer.ask("UNWIND [[2, '=1+1'], [1, 'a|b']] AS x RETURN x[0] AS n, x[1] AS t", '2 rows');
    await answer.head('n').getByRole('button').click();
    expect(await answer.copy('As CSV')).toBe("n,t\r\n1,a|b\r\n2,'=1+1\r\n");
    expect(await answer.copy('As Markdown')).toBe('| n | t |\n| ---: | --- |\n| 1 | a\\|b |\n| 2 | =1+1 |\n');
    expect(JSON.parse(await answer.copy('As JSON'))).toEqual({
      columns: ['n', 't'],
      rows: [
        [1, 'a|b'],
        [2, '=1+1'],
      ],
    });
  });

  it('says when it is cut, when it is empty, what is wrong and where', async () => {
    const answer = await openAnswer();
    await answer.ask('UNWIND range(1, 6000) AS i RETURN i', 'First 5,000 rows of more: the limit of rows');
    await answer.ask("MATCH (n {id: 'nobody'}) RETURN n", '0 rows');
    await answer.place.getByText('no row fits it').waitFor();
    await answer.ask('MATCH (n)\nRETRUN n', 'Failed');
    const problem = answer.place.getByRole('alert');
    await problem.getByText(/Line 2, column \d+/).waitFor();
    expect(await problem.locator('.problem-place').innerText()).toMatch(/^RETRUN n\n *\^$/);
    await answer.ask('CREATE (n) RETURN n', 'Failed');
    await problem.getByRole('heading', { name: 'The console only reads' }).waitFor();
  });

  it('is cancelled, and the next statement is answered', async () => {
    const answer = await openAnswer();
    await answer.workbench.write(ENDLESS);
    await answer.workbench.button('Run').click();
    await answer.place.getByText('Running').waitFor();
    await answer.workbench.button(/^Cancel/).click();
    await answer.place.getByRole('status').filter({ hasText: 'Cancelled' }).waitFor();
    await answer.ask('RETURN 1 AS one', '1 row');
  });

  it('fits a phone, in the dark', async () => {
    const answer = await openAnswer({ width: 360, height: 740, colorScheme: 'dark' });
    await answer.ask(SIGNED, /rows/);
    const { page } = answer.workbench.setu;
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
    const grid = await answer.grid.boundingBox();
    expect(grid?.width).toBeLessThanOrEqual(360);
    expect(grid?.height).toBeGreaterThan(90);
    for (const name of ['Add to canvas', 'Replace canvas', 'Copy']) {
      const box = await answer.workbench.button(name).boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 360).toBe(true);
    }
    await answer.cell(0, 0).getByRole('button').first().click();
    await answer.workbench.setu.reads(/./);
  });
});
