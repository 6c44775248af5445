import type { DrawnThing, GraphView } from './graph-view.ts';

/** What end-to-end tests may read of the canvas; nothing in it changes anything. */
export interface SetuTestHook {
  drawn(): readonly DrawnThing[];
  /** Ids of what is brought forward, whether it is a nearest miss, and whether the rest steps back. */
  focus(): {
    readonly accents: readonly string[];
    readonly pathEdges: readonly string[];
    readonly isMiss: boolean;
    readonly isDimming: boolean;
  };
  isSettled(): boolean;
}

declare global {
  interface Window {
    __setu?: SetuTestHook;
    /** The same of the picture of an answer. */
    __setuAnswer?: SetuTestHook;
  }
}

/** @returns the function that takes the hook away */
export function exposeTestHook(view: GraphView, name: '__setu' | '__setuAnswer' = '__setu'): () => void {
  window[name] = Object.freeze({
    drawn: () => view.drawn(),
    focus: () => {
      const { accents, pathEdges, isMiss, isDimming } = view.shownFocus();
      return { accents: [...accents], pathEdges: [...pathEdges], isMiss, isDimming };
    },
    isSettled: () => view.isSettled(),
  });
  return () => {
    delete window[name];
  };
}
