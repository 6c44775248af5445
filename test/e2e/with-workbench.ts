import type { ExplorerPage } from './explorer-page.ts';
import type { PageOptions } from './open-browser.ts';
import { withOnePage } from './with-explorer.ts';
import { WorkbenchPage } from './workbench-page.ts';

/** A refused statement is an answer of the service, which the browser's console reports as a failed request. */
const REFUSED = /status of 422/;

export interface WithWorkbench {
  /** The explorer with its workbench opened, by its button or by the address. */
  open(options?: PageOptions): Promise<WorkbenchPage>;
  /** The explorer with its workbench closed. */
  openExplorer(): Promise<ExplorerPage>;
}

/** The workbench over the real service, for all tests of a file; after each nothing may have been complained of. */
export function withWorkbench(): WithWorkbench {
  const { open: openExplorer } = withOnePage(REFUSED);
  return {
    openExplorer,
    async open(options) {
      const workbench = new WorkbenchPage(await openExplorer(options));
      if (options?.fragment === undefined) await workbench.open();
      else await workbench.editor.waitFor();
      return workbench;
    },
  };
}
