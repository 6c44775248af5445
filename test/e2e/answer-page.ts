import type { Locator } from 'playwright-core';

import type { WorkbenchPage } from './workbench-page.ts';

interface HookedWindow {
  readonly __setuAnswer?: {
    drawn(): readonly { readonly entity: string; readonly x: number; readonly y: number }[];
    isSettled(): boolean;
  };
}

/** The answer in the workbench as a person reads it. */
export class AnswerPage {
  readonly workbench: WorkbenchPage;

  constructor(workbench: WorkbenchPage) {
    this.workbench = workbench;
  }

  get place(): Locator {
    return this.workbench.answer;
  }

  get grid(): Locator {
    return this.place.getByRole('grid', { name: 'Rows of the answer' });
  }

  /** Writes a statement, runs it and waits for its end. */
  async ask(query: string, end: string | RegExp, how: 'Run' | 'Explain' | 'Profile' = 'Run'): Promise<void> {
    await this.workbench.write(query);
    await this.workbench.button(how).click();
    await this.place.getByRole('status').filter({ hasText: end }).waitFor();
  }

  view(name: 'Graph' | 'Table' | 'JSON' | 'Plan'): Locator {
    return this.place.getByRole('button', { name, exact: true });
  }

  /** The view that is pressed. */
  async chosen(): Promise<string> {
    return this.place.locator('[aria-pressed="true"]').innerText();
  }

  /** A cell by its row in the order shown and its column, both from 0. */
  cell(row: number, column: number): Locator {
    return this.grid.locator(`[data-cell="${row} ${column}"]`);
  }

  head(name: string): Locator {
    return this.grid.getByRole('columnheader', { name });
  }

  /** Texts of the first rows of a column. */
  async column(column: number, count: number): Promise<readonly string[]> {
    const cells = Array.from({ length: count }, (_, row) => this.cell(row, column).innerText());
    return Promise.all(cells);
  }

  /** Opens the menu and copies. */
  async copy(what: 'As CSV' | 'As Markdown' | 'As JSON'): Promise<string> {
    const { page } = this.workbench.setu;
    await this.place.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByRole('menuitem', { name: what }).click();
    await page.getByText(/^Copied/).waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  }

  /** What the picture of the answer draws, once it is at rest. */
  async drawn(): Promise<readonly { readonly entity: string; readonly x: number; readonly y: number }[]> {
    const { page } = this.workbench.setu;
    await page.waitForFunction(() => (window as unknown as HookedWindow).__setuAnswer?.isSettled());
    return page.evaluate(() => (window as unknown as HookedWindow).__setuAnswer?.drawn() ?? []);
  }

  async clickOn(entity: string): Promise<void> {
    const thing = (await this.drawn()).find((candidate) => candidate.entity === entity);
    const box = await this.place.getByRole('img', { name: /relationships?/ }).boundingBox();
    if (!thing || !box) throw new Error(`${entity} is not drawn in the answer`);
    await this.workbench.setu.page.mouse.click(box.x + thing.x, box.y + thing.y);
  }
}
