import { describe, expect, it } from 'vitest';

import { contrast } from './contrast.ts';
import { lacksChromium, withOnePage } from './with-explorer.ts';

describe.skipIf(lacksChromium())('the explorer in any surroundings', () => {
  const { open } = withOnePage();

  it('is used from search to evidence with the keyboard alone', async () => {
    const setu = await open();
    await setu.page.keyboard.press('/');
    await setu.page.keyboard.type('jsps');
    await setu.option(/^JSPS/).first().waitFor();
    await setu.page.keyboard.press('Enter');
    await setu.reads('JSPS');
    await setu.page.keyboard.press('Control+k');
    await setu.page.getByRole('dialog', { name: 'Commands' }).waitFor();
    await setu.page.keyboard.type('read as list');
    await setu.page.getByRole('menuitem', { name: /^Read as list/ }).waitFor();
    await setu.page.keyboard.press('Enter');
    await setu.list.waitFor();
    await setu.list.getByRole('button').first().focus();
    await setu.page.keyboard.press('ArrowDown');
    await setu.page.keyboard.press('ArrowDown');
    const name = await setu.page.evaluate(() => document.activeElement?.textContent ?? '');
    expect(name).not.toBe('');
    await setu.page.keyboard.press('Enter');
    await setu.reads(name.trim());
    await setu.page.keyboard.press('?');
    await setu.page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await setu.page.keyboard.press('Escape');
    await setu.page.keyboard.press('Control+z');
    await setu.reads('JSPS');
  });

  it('reaches every command of the toolbar with Tab, each with a name', async () => {
    const setu = await open();
    const unnamed = await setu.page.evaluate(() =>
      [...document.querySelectorAll('button, [role="button"], a, input')]
        .filter((control) => control.checkVisibility())
        .filter((control) => {
          const label = control.getAttribute('aria-label') ?? control.textContent ?? '';
          return (
            label.trim() === '' &&
            control.getAttribute('aria-labelledby') === null &&
            !control.closest('label')
          );
        })
        .map((control) => control.outerHTML.slice(0, 80)),
    );
    expect(unnamed).toEqual([]);
    const seen = new Set<string>();
    await setu.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    for (let step = 0; step < 40; step += 1) {
      await setu.page.keyboard.press('Tab');
      const focused = await setu.page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      );
      seen.add(focused.trim());
    }
    for (const name of ['Search', 'Sources (5)', 'Copy link to this view', 'What was signed in 2016?']) {
      expect([...seen].some((text) => text.includes(name))).toBe(true);
    }
    expect([...seen].some((text) => text.startsWith('Bridge between the two shores'))).toBe(true);
  });

  it('says in the list what the picture shows', async () => {
    const setu = await open();
    const drawn = await setu.drawn();
    await setu.page.keyboard.press('l');
    await setu.list.getByRole('heading', { name: 'Space' }).waitFor();
    const text = (await setu.list.textContent()) ?? '';
    const captions = await setu.page.evaluate(async () => {
      const answer = (await (await fetch('/api/graph')).json()) as {
        nodes: { id: string; caption: string }[];
      };
      return Object.fromEntries(answer.nodes.map((node) => [node.id, node.caption]));
    });
    const missing = drawn
      .map((thing) => captions[thing.entity] ?? thing.entity)
      .filter((name) => !text.includes(name));
    expect(missing).toEqual([]);
    await setu.list.getByText('Not on the bridge').waitFor();
  });

  it.each(['light', 'dark'] as const)('has enough contrast in the %s', async (colorScheme) => {
    const setu = await open({ colorScheme });
    await setu.search('JAXA', /^JAXA/);
    await setu.reads('JAXA');
    const colours = await setu.page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      const probe = document.createElement('i');
      document.body.append(probe);
      const read = (name: string): string => {
        probe.style.color = style.getPropertyValue(name);
        return getComputedStyle(probe).color;
      };
      const names = ['--ink', '--muted', '--shore-left', '--shore-right', '--accent', '--warning', '--good'];
      return {
        grounds: ['--paper', '--band'].map(read),
        texts: names.map((name) => [name, read(name)] as const),
      };
    });
    for (const ground of colours.grounds) {
      for (const [name, text] of colours.texts)
        expect([name, contrast(text, ground) >= 4.5]).toEqual([name, true]);
    }
    expect(colours.grounds[0] === 'rgb(251, 250, 247)').toBe(colorScheme === 'light');
  });

  it('turns dark by hand and stays so', async () => {
    const setu = await open();
    await setu.button(/^Colours/).click();
    expect(await setu.page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await setu.page.reload();
    await setu.drawn();
    expect(await setu.page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  });

  it('says on a phone what this is and what to do first, below the search and above the picture', async () => {
    const setu = await open({ width: 360, height: 740 });
    const sentence = setu.page.getByText(/^How institutions of India and Japan are connected/);
    const boxes = await Promise.all([setu.searchBox, sentence, setu.canvas].map((one) => one.boundingBox()));
    const [search, said, canvas] = boxes.map((box) => box?.y ?? Number.NaN);
    expect(search).toBeLessThan(100);
    expect(said).toBeGreaterThan(search ?? 0);
    expect(canvas).toBeGreaterThan(said ?? 0);
    expect(canvas).toBeLessThan(740 / 2);
    await setu.button('How is DST connected to JSPS?').click();
    await setu.reads('DST to JSPS');
    expect(await sentence.count()).toBe(0);
    await setu.button('Clear the answer').click();
    await sentence.waitFor();
  });

  it.each([360, 1024, 1280])('keeps every question to begin with on a page %i wide', async (width) => {
    const setu = await open({ width, height: 740 });
    const chips = setu.page.getByRole('navigation', { name: 'Questions to begin with' }).getByRole('button');
    await chips.nth(4).waitFor();
    for (const chip of await chips.all()) {
      const box = await chip.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true);
    }
  });

  it('puts the list under a small picture on a phone, and nothing wider than the screen', async () => {
    const setu = await open({ width: 360, height: 740 });
    await setu.list.getByRole('heading', { name: 'State to state' }).waitFor();
    const box = await setu.canvas.boundingBox();
    expect(box?.width).toBe(360);
    expect(box && box.height < 260).toBe(true);
    expect(await setu.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await setu.list.getByRole('button', { name: 'ISRO', exact: true }).first().click();
    await setu.reads('ISRO');
  });

  it.each([
    [1440, 900],
    [1024, 768],
  ])('lets no two labels touch at %i × %i', async (width, height) => {
    const setu = await open({ width, height });
    const drawn = (await setu.drawn()).filter((thing) => thing.label !== '');
    const rows = drawn.toSorted((a, b) => a.y - b.y);
    rows.forEach((thing, place) => {
      for (const other of rows.slice(place + 1)) {
        if (Math.abs(other.y - thing.y) < 13) expect(Math.abs(other.x - thing.x)).toBeGreaterThan(6);
      }
    });
    expect(await setu.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  it('says that an address holds no view, and shows the first picture', async () => {
    const setu = await open({ fragment: '#v1.nonsense' });
    await setu.page.getByText(/holds no view that can be read/).waitFor();
    expect(await setu.isDrawn('org:isro')).toBe(true);
  });
});
