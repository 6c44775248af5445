import { chromium, type Browser, type Page } from 'playwright-core';

import { ExplorerPage } from './explorer-page.ts';

/** Software drawing, so that a machine without a graphics card shows the same. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
/** What Chromium says of its own software drawing is no message of ours. */
const OF_THE_DRIVER = /GPU stall|GL Driver Message|swiftshader/i;

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  /** Fragment of the address, with `#`. */
  readonly fragment?: string;
}

export interface TestBrowser {
  /** A fresh page of a fresh profile at the explorer's address. */
  open(url: string, options?: PageOptions): Promise<ExplorerPage>;
  close(): Promise<void>;
}

function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    const isComplaint = message.type() === 'error' || message.type() === 'warning';
    if (isComplaint && !OF_THE_DRIVER.test(text)) complaints.push(`${message.type()}: ${text}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  return complaints;
}

/** @param executablePath the Chromium that the tests were given */
export async function openBrowser(executablePath: string): Promise<TestBrowser> {
  const browser: Browser = await chromium.launch({ executablePath, args: FLAGS });
  return {
    async open(url, options = {}) {
      const context = await browser.newContext({
        viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
        colorScheme: options.colorScheme ?? 'light',
        reducedMotion: 'reduce',
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      const page = await context.newPage();
      page.setDefaultTimeout(12_000);
      const complaints = collectComplaints(page);
      await page.addInitScript(() => {
        const violations: string[] = [];
        Object.assign(window, { cspViolations: violations });
        document.addEventListener('securitypolicyviolation', (event) => {
          violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
        });
      });
      await page.goto(url + (options.fragment ?? ''));
      return new ExplorerPage(page, complaints);
    },
    close: () => browser.close(),
  };
}
