import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { decodeView } from '../../client/state/url-codec.ts';
import { lacksChromium } from './with-explorer.ts';
import { withWorkbench } from './with-workbench.ts';

describe.skipIf(lacksChromium())('what the Cypher workbench keeps', () => {
  const { open } = withWorkbench();

  it('keeps favourites in folders, takes them out as a file and in again, and loses none to a bad file', async () => {
    const workbench = await open();
    const { page: tab } = workbench.setu;
    await workbench.write('RETURN 42 AS kept');
    await tab.keyboard.press('Control+s');
    await workbench.pane.getByRole('textbox', { name: 'Title' }).fill('The answer');
    await workbench.pane.getByRole('combobox', { name: 'Folder' }).fill('Numbers');
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

  it('is one step of the browser while it is written, and Back goes to the one before', async () => {
    const workbench = await open();
    const { page: tab } = workbench.setu;
    const writeMore = async (text: string, whole: string): Promise<void> => {
      await tab.keyboard.type(text);
      const kept = () => decodeView(new URL(tab.url()).hash)?.workbench.query;
      await expect.poll(kept, { timeout: 10_000 }).toBe(whole);
    };
    const opened = await tab.evaluate(() => history.length);
    await workbench.editor.click();
    await writeMore('RETURN 1', 'RETURN 1');
    await writeMore(' AS one', 'RETURN 1 AS one');
    expect(await tab.evaluate(() => history.length)).toBe(opened + 1);
    await tab.goBack();
    await tab.waitForFunction(
      () => document.querySelector('.cm-line')?.textContent?.includes('RETURN') === false,
    );
    await tab.goForward();
    await workbench.editor.getByText('RETURN 1 AS one').waitFor();
  });
});
