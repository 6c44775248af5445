import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openBrowser, type TestBrowser } from './open-browser.ts';
import { createTestStore, portOf, startExplorer, type TestStore } from './start-explorer.ts';
import { chromiumPath, lacksChromium } from './with-explorer.ts';

describe.skipIf(lacksChromium())('the page without a graph', () => {
  let browser: TestBrowser;
  let store: TestStore;

  beforeAll(async () => {
    browser = await openBrowser(chromiumPath());
    store = createTestStore();
  });
  afterAll(async () => {
    await browser.close();
    store.remove();
  });

  it('says that no data is loaded, and shows it as soon as it is', async () => {
    const service = await startExplorer({ SETU_STORE: store.folder, SETU_ENGINE: 'embedded' });
    try {
      const setu = await browser.open(service.url);
      await setu.page.getByRole('heading', { name: 'No data is loaded' }).waitFor();
      expect(await setu.page.getByRole('alert').textContent()).toContain('npm run ingest');
      await store.ingest();
      await setu.drawn();
      expect(await setu.isDrawn('org:jaxa')).toBe(true);
      await setu.close();
    } finally {
      await service.stop();
    }
  });

  it('says that the database is away, and goes on by itself when it is back', async () => {
    const away = await startExplorer({ NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'nobody-is-there' });
    const port = portOf(away);
    const setu = await browser.open(away.url);
    await setu.page.getByRole('heading', { name: 'The database is away' }).waitFor();
    await away.stop();
    await store.ingest();
    const back = await startExplorer({ SETU_STORE: store.folder, SETU_ENGINE: 'embedded', PORT: port });
    try {
      await setu.page.getByRole('button', { name: 'Look again now' }).click();
      await setu.drawn();
      expect(await setu.isDrawn('org:isro')).toBe(true);
      expect(await setu.violations()).toEqual([]);
      await setu.close();
    } finally {
      await back.stop();
    }
  });
});
