import { describe, expect, it } from 'vitest';

import { encodeView } from '../../client/state/url-codec.ts';
import { INITIAL_VIEW } from '../../client/state/view-state.ts';
import { lacksChromium, withExplorer, withOnePage } from './with-explorer.ts';

describe.skipIf(lacksChromium())('questions about paths', () => {
  const { open } = withOnePage();

  it('without an answer are explained, and the nearest miss is one press away', async () => {
    const setu = await open();
    await setu.search('AESJ to JAXA', /^AESJ to JAXA/);
    const reason = setu.panel.getByRole('region', { name: 'No path' });
    await reason.getByText(/everything reachable .* was searched/).waitFor();
    await reason.getByText(/Through places, topics and documents there is a path of \d+ hops/).waitFor();
    await reason.getByText(/no path of this search: it would be one if you allowed places/).waitFor();
    const note = setu.page.getByRole('note', { name: 'Nearest miss' });
    await note.getByText(/no path/).waitFor();
    await setu.button('Show the nearest miss alone').click();
    await setu.waitForCanvas('exactly', 7);
    expect(await setu.focus()).toMatchObject({ isMiss: true });
    await setu.button('Allow places, topics and documents').click();
    await setu.paths.getByRole('option').first().waitFor();
    expect(await note.count()).toBe(0);
    await setu.button(/^Undo: Allow places/).click();
    await reason.waitFor();
  });

  it('about all that is selected say what connects them, and of two what they share', async () => {
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

  it('about several say who is not connected with the others, and why', async () => {
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
});

describe.skipIf(lacksChromium())('questions about a graph that is larger than the page holds', () => {
  const explorer = withExplorer({ SETU_GRAPH_MAX_NODES: '100' });

  it('bring what they find with them', async () => {
    const setu = await explorer.open();
    await setu.search('ISRO to JAXA', /^ISRO to JAXA/);
    await setu.paths.waitFor();
    await setu.reads('ISRO to JAXA');
    await setu.button('Show these paths alone').click();
    await setu.waitFor('agr:isro-jaxa-mou-2016');
    await setu.paths.getByRole('option', { name: /ISRO–JAXA MoU \(2016\)/ }).click();
    await setu.panel
      .getByRole('list', { name: 'On the way' })
      .getByRole('button', { name: /MoU \(2016\)/ })
      .click();
    await setu.reads('ISRO–JAXA MoU (2016)');
    expect(setu.complaints).toEqual([]);
    await setu.close();
  });
});
