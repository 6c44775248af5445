import type { Locator } from 'playwright-core';

import type { ExplorerPage } from './explorer-page.ts';

/** The workbench as a person uses it. */
export class WorkbenchPage {
  readonly setu: ExplorerPage;

  constructor(setu: ExplorerPage) {
    this.setu = setu;
  }

  get pane(): Locator {
    return this.setu.page.getByRole('region', { name: 'Cypher workbench' });
  }

  get editor(): Locator {
    return this.setu.page.getByRole('textbox', { name: 'Cypher' });
  }

  get answer(): Locator {
    return this.pane.getByRole('region', { name: 'Answer' });
  }

  /** What the check says of the statement. */
  get check(): Locator {
    return this.pane.getByRole('status', { name: 'Check of the statement' });
  }

  tab(name: string): Locator {
    return this.pane.getByRole('tab', { name });
  }

  button(name: string | RegExp): Locator {
    return this.pane.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
  }

  async open(): Promise<void> {
    await this.setu.button('Cypher').click();
    await this.editor.waitFor();
  }

  /** Replaces what is written. Brackets that the editor closes by itself are no hindrance. */
  async write(text: string): Promise<void> {
    await this.editor.click();
    await this.setu.page.keyboard.press('Control+a');
    await this.setu.page.keyboard.insertText(text);
  }

  /** The text in the editor. */
  async text(): Promise<string> {
    const lines = await this.editor.locator('.cm-line').allTextContents();
    return lines.join('\n');
  }

  /** Takes the first offer. The editor takes no key for a list that opened just now, lest a quick Enter be misread. */
  async takeOffer(key: 'Enter' | 'Tab'): Promise<void> {
    await this.setu.page.waitForTimeout(200);
    await this.setu.page.keyboard.press(key);
  }

  /** Waits until the answer holds a text. */
  async answers(text: string | RegExp): Promise<void> {
    await this.answer.getByText(text).first().waitFor();
  }

  /** Waits until the newest run of the history says this of its outcome. */
  async ran(outcome: RegExp): Promise<void> {
    await this.tab('History').click();
    await this.pane.getByRole('button', { name: outcome }).first().waitFor();
    await this.tab('Write').click();
  }
}
