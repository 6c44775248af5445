import type { Locator, Page } from 'playwright-core';

interface DrawnThing {
  readonly key: string;
  readonly entity: string;
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

/** What the canvas brings forward. */
interface DrawnFocus {
  readonly accents: readonly string[];
  readonly pathEdges: readonly string[];
  readonly isMiss: boolean;
  readonly isDimming: boolean;
}

/** The read-only hook that client/render/test-hook.ts puts on the page. */
interface HookedWindow {
  readonly __setu?: { drawn(): readonly DrawnThing[]; focus(): DrawnFocus; isSettled(): boolean };
}

/** The page as a person uses it: everything is found by its role and name, the canvas by what is drawn on it. */
export class ExplorerPage {
  readonly page: Page;
  /** Errors and warnings of the console, and uncaught exceptions. */
  readonly complaints: readonly string[];

  constructor(page: Page, complaints: readonly string[]) {
    this.page = page;
    this.complaints = complaints;
  }

  /** Waits until something is drawn and the layout has come to rest. */
  async drawn(): Promise<readonly DrawnThing[]> {
    await this.waitForCanvas('atLeast', 1);
    return this.page.evaluate(() => (window as unknown as HookedWindow).__setu?.drawn() ?? []);
  }

  /** Waits until the canvas is at rest and draws at least, at most or exactly so many things. */
  async waitForCanvas(bound: 'atLeast' | 'atMost' | 'exactly', count: number): Promise<void> {
    await this.page.waitForFunction(
      ([how, wanted]) => {
        const hook = (window as unknown as HookedWindow).__setu;
        const drawn = hook?.drawn().length ?? 0;
        const fits =
          how === 'atLeast' ? drawn >= wanted : how === 'atMost' ? drawn <= wanted : drawn === wanted;
        return drawn > 0 && fits && hook?.isSettled();
      },
      [bound, count] as const,
    );
  }

  /** Waits until an entity is drawn. */
  async waitFor(entity: string): Promise<void> {
    await this.page.waitForFunction(
      (id) => (window as unknown as HookedWindow).__setu?.drawn().some((thing) => thing.entity === id),
      entity,
    );
  }

  async focus(): Promise<DrawnFocus> {
    await this.drawn();
    const focus = await this.page.evaluate(() => (window as unknown as HookedWindow).__setu?.focus());
    if (!focus) throw new Error('the canvas is not on the page');
    return focus;
  }

  /** Waits until the rest of the picture steps back behind a path over this entity, or until nothing steps back. */
  async waitForFocus(entity: string | null): Promise<void> {
    await this.page.waitForFunction((id) => {
      const focus = (window as unknown as HookedWindow).__setu?.focus();
      return id === null ? focus?.isDimming === false : focus?.isDimming && focus.accents.includes(id);
    }, entity);
  }

  async drawnIds(): Promise<readonly string[]> {
    return (await this.drawn()).map((thing) => thing.entity).toSorted();
  }

  async isDrawn(entity: string): Promise<boolean> {
    return (await this.drawnIds()).includes(entity);
  }

  /** Where a thing stands in the window. */
  private async placeOf(entity: string): Promise<{ x: number; y: number }> {
    const thing = (await this.drawn()).find((candidate) => candidate.entity === entity);
    if (!thing) throw new Error(`${entity} is not drawn`);
    const box = await this.canvas.boundingBox();
    if (!box) throw new Error('the canvas is not on the page');
    return { x: box.x + thing.x, y: box.y + thing.y };
  }

  async clickOn(entity: string): Promise<void> {
    const { x, y } = await this.placeOf(entity);
    await this.page.mouse.click(x, y);
  }

  /** A click with Shift held. */
  async addToSelection(entity: string): Promise<void> {
    await this.page.keyboard.down('Shift');
    await this.clickOn(entity);
    await this.page.keyboard.up('Shift');
  }

  async openMenuOf(entity: string): Promise<void> {
    const { x, y } = await this.placeOf(entity);
    await this.page.mouse.click(x, y, { button: 'right' });
  }

  get canvas(): Locator {
    return this.page.getByRole('application');
  }

  get panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Details' });
  }

  get title(): Locator {
    return this.panel.getByRole('heading', { level: 1 });
  }

  get searchBox(): Locator {
    return this.page.getByRole('combobox', { name: 'Search' });
  }

  get list(): Locator {
    return this.page.getByRole('region', { name: 'The same as a list' });
  }

  /** The ranked list of paths. */
  get paths(): Locator {
    return this.panel.getByRole('listbox', { name: 'Paths found' });
  }

  get status(): Locator {
    return this.page.getByRole('contentinfo');
  }

  option(name: string | RegExp): Locator {
    return this.page.getByRole('option', { name });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
  }

  /** Types into the search box and takes the first offer whose name fits. */
  async search(text: string, offer: string | RegExp): Promise<void> {
    await this.searchBox.fill(text);
    await this.option(offer).first().click();
  }

  /** Waits until the heading of the panel is this. */
  async reads(title: string | RegExp): Promise<void> {
    await this.panel.getByRole('heading', { level: 1, name: title }).first().waitFor();
  }

  async violations(): Promise<readonly string[]> {
    return this.page.evaluate(() => (window as unknown as { cspViolations: string[] }).cspViolations);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
