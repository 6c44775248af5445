import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

import type { ExplorerPage } from './explorer-page.ts';
import { openBrowser, type PageOptions, type TestBrowser } from './open-browser.ts';
import { createTestStore, startExplorer, type TestStore } from './start-explorer.ts';

/** True where there is no Chromium and the tests may say so; with CI=true they fail instead. */
export function lacksChromium(): boolean {
  return inject('chromium') === null && !inject('nothingMayBeSkipped');
}

export function chromiumPath(): string {
  const path = inject('chromium');
  if (path === null)
    throw new Error('There is no Chromium: give CHROME_PATH, or start the tests with npm test.');
  return path;
}

export interface Explorer {
  open(options?: PageOptions): Promise<ExplorerPage>;
  url(): string;
}

/**
 * The real service over the real data and a browser, for all tests of a file.
 * @param env settings beside the defaults
 */
export function withExplorer(env: Readonly<Record<string, string>> = {}): Explorer {
  let browser: TestBrowser | null = null;
  let store: TestStore | null = null;
  let service: Awaited<ReturnType<typeof startExplorer>> | null = null;
  beforeAll(async () => {
    store = createTestStore();
    await store.ingest();
    service = await startExplorer({ ...env, SETU_STORE: store.folder, SETU_ENGINE: 'embedded' });
    browser = await openBrowser(chromiumPath());
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
    store?.remove();
  });
  return {
    url: () => service?.url ?? '',
    async open(options) {
      if (!browser || !service) throw new Error('the explorer did not start');
      return browser.open(service.url, options);
    },
  };
}

/** What tests do with the one page that each of them has. */
export interface OnePage {
  /** Opens it, and waits until something is drawn. */
  open(options?: PageOptions): Promise<ExplorerPage>;
}

/**
 * The explorer with one page a test: after each nothing may have been complained of, neither by the browser's console
 * nor by its content policy.
 * @param ignored complaints that belong to what is tested
 */
export function withOnePage(ignored?: RegExp): OnePage {
  const explorer = withExplorer();
  let page: ExplorerPage | null = null;
  afterEach(async () => {
    const [violations, complaints] = page ? [await page.violations(), page.complaints] : [[], []];
    await page?.close();
    page = null;
    expect(violations).toEqual([]);
    expect(complaints.filter((complaint) => ignored?.test(complaint) !== true)).toEqual([]);
  });
  return {
    async open(options) {
      page = await explorer.open(options);
      await page.drawn();
      return page;
    },
  };
}
