import { describe, expect, it } from 'vitest';

import { lacksChromium, withOnePage } from './with-explorer.ts';

describe.skipIf(lacksChromium())('the explorer', () => {
  const { open } = withOnePage();

  it('opens with the bridge, its questions and what it says of itself', async () => {
    const setu = await open();
    expect(await setu.drawnIds()).toEqual(
      expect.arrayContaining(['org:dst', 'org:jsps', 'org:isro', 'org:jaxa']),
    );
    for (const question of [
      'How is DST connected to JSPS?',
      'What was signed in 2016?',
      'Whose stated term has ended?',
      'Where do the sources disagree?',
    ]) {
      await setu.button(question).waitFor();
    }
    expect(await setu.status.textContent()).toMatch(
      /\d+ of \d+ things drawn.*folded.*as stated up to Dec 2020/,
    );
    await setu.reads(/India–Japan/);
  });

  it.each([
    ['DST', 'Department of Science and Technology', 'department'],
    ['JSPS', '日本学術振興会', 'agency'],
    ['ISRO', 'Indian Space Research Organisation', 'agency'],
    ['JAXA', '宇宙航空研究開発機構', 'agency'],
  ])('finds %s by search, and reads its names and where they stand', async (caption, otherName, kind) => {
    const setu = await open();
    await setu.search(caption, new RegExp(`^${caption}`));
    await setu.reads(caption);
    expect(await setu.panel.textContent()).toContain(otherName);
    expect(await setu.panel.textContent()).toContain(kind);
    const source = setu.panel.getByText(/\d+ sources?/).first();
    await source.click();
    await setu.panel
      .getByText(/paragraph \d+/)
      .first()
      .waitFor();
  });

  it('finds a Japanese institution by its Japanese name', async () => {
    const setu = await open();
    await setu.search('宇宙航空研究開発機構', /^JAXA/);
    await setu.reads('JAXA');
  });

  it('expands what is clicked and takes it back', async () => {
    const setu = await open();
    const before = await setu.drawnIds();
    await setu.clickOn('agr:dst-jst-loi-2015');
    await setu.reads(/LoI/);
    await setu.button('Expand').click();
    await setu.waitForCanvas('atLeast', before.length + 1);
    await setu.button(/^Undo: Expand/).click();
    await setu.waitForCanvas('exactly', before.length);
    expect(await setu.drawnIds()).toEqual(before);
    await setu.button(/^Redo: Expand/).click();
    await setu.waitForCanvas('atLeast', before.length + 1);
  });

  it('opens a band that is closed to a strip, and closes another for it', async () => {
    const setu = await open({ height: 700 });
    const before = await setu.drawnIds();
    expect(before).not.toContain('org:kek');
    await setu.search('KEK', /^KEK/);
    await setu.reads('KEK');
    await setu.waitFor('org:kek');
  });

  it('reads the evidence of a relationship', async () => {
    const setu = await open();
    await setu.search('ISRO', /^ISRO/);
    await setu.button(/^Who says so: ISRO–JAXA MoU \(2016\)/).click();
    await setu.reads(/ISRO is a party to/);
    await setu.panel.getByText(/independent documents?/).waitFor();
    await setu.panel
      .getByText(/paragraph \d+/)
      .first()
      .waitFor();
    await setu.panel.getByText('not in the library here').first().waitFor();
  });

  it('lists the partners of an organisation', async () => {
    const setu = await open();
    await setu.search('ISRO', /^ISRO/);
    await setu.page.getByRole('tab', { name: 'Partners' }).click();
    await setu.panel.getByRole('tabpanel').getByRole('button', { name: 'JAXA', exact: true }).waitFor();
    await setu.panel.getByText(/since/).first().waitFor();
  });

  it('walks a path that is typed as a question', async () => {
    const setu = await open();
    await setu.search('ISRO to JAXA', /^ISRO to JAXA/);
    await setu.reads('ISRO to JAXA');
    await setu.panel.getByRole('list', { name: 'On the way' }).waitFor();
    await setu.panel.getByRole('heading', { name: 'Citations' }).waitFor();
    await setu.button('Copy as Markdown').click();
    await setu.page.getByText('Copied as Markdown with its citations').waitFor();
    const note = await setu.page.evaluate(() => navigator.clipboard.readText());
    expect(note).toMatch(/ISRO.*JAXA[\s\S]*\[1\] India-Japan Cooperation/);
    await setu.button('Walk the path the other way').click();
    await setu.reads('JAXA to ISRO');
  });

  it('answers the questions it opens with', async () => {
    const setu = await open();
    await setu.button('How is DST connected to JSPS?').click();
    await setu.reads('DST to JSPS');
    await setu.button('What was signed in 2016?').click();
    await setu.reads('Signed in 2016');
    await setu.panel.getByRole('button', { name: /ISRO–JAXA MoU \(2016\)/ }).waitFor();
    await setu.button('Whose stated term has ended?').click();
    await setu.reads('Whose stated term has ended');
    await setu.panel
      .getByRole('button', { name: /JOGMEC/ })
      .first()
      .waitFor();
    await setu.button('Where do the sources disagree?').click();
    await setu.reads('Where the sources disagree');
    expect(await setu.panel.getByRole('group', { name: 'Sources disagree' }).count()).toBeGreaterThan(0);
  });

  it('draws everything at once, and explores from one thing on', async () => {
    const setu = await open();
    await setu.page.getByRole('button', { name: /^Layout/ }).click();
    await setu.page.getByRole('menuitem', { name: 'Everything at once' }).click();
    await setu.waitForCanvas('atLeast', 400);
    const all = (await setu.drawn()).length;
    expect(await setu.status.textContent()).toContain(`${all} of ${all} things drawn`);
    await setu.search('JAXA', /^JAXA/);
    await setu.button('Explore from here').click();
    await setu.waitForCanvas('atMost', all / 4);
    const near = await setu.drawnIds();
    expect(near).toContain('org:isro');
    await setu.openMenuOf('org:isro');
    await setu.page.getByRole('menuitem', { name: /^Expand/ }).click();
    await setu.waitForCanvas('atLeast', near.length + 1);
    await setu.button(/^Undo: Expand ISRO/).click();
    await setu.waitForCanvas('exactly', near.length);
  });

  it('reopens exactly the same view from its link, and goes back with the browser', async () => {
    const setu = await open();
    await setu.search('JAXA', /^JAXA/);
    await setu.reads('JAXA');
    await setu.button('Explore from here').click();
    await setu.waitForCanvas('atMost', 60);
    const ids = await setu.drawnIds();
    await setu.button('Copy link to this view').click();
    await setu.page.getByText(/Link copied/).waitFor();
    const link = await setu.page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain('#v1.');
    await setu.page.goBack();
    await setu.waitForCanvas('atLeast', 100);
    await setu.page.goForward();
    await setu.waitForCanvas('atMost', 60);
    await setu.close();

    const again = await open({ fragment: new URL(link).hash });
    expect(await again.drawnIds()).toEqual(ids);
    await again.reads('JAXA');
    expect(new URL(again.page.url()).hash).toBe(new URL(link).hash);
  });

  it('shows the sources', async () => {
    const setu = await open();
    await setu.button('Sources (5)').click();
    const dialog = setu.page.getByRole('dialog', { name: 'Sources (5)' });
    expect(await dialog.getByRole('listitem').count()).toBe(5);
    await setu.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });
});
