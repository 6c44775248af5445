import type { AppState } from '../state/app-state.ts';
import { visitView } from '../state/history.ts';
import type { Store } from '../state/store.ts';
import { decodeView, encodeView } from '../state/url-codec.ts';
import type { ViewState } from '../state/view-state.ts';

function withoutCamera(view: ViewState): string {
  return JSON.stringify({ ...view, camera: null });
}

function addressOf(view: ViewState): string {
  const fragment = encodeView(view);
  return `${location.pathname}${location.search}${fragment === '' ? '' : `#${fragment}`}`;
}

/**
 * Keeps view and address together: a new view is a new entry of the browser's history (a mere move of the camera, and
 * what goes on with the same step such as typing, replaces it), Back and a pasted fragment change the view. Nothing is ever taken off the address.
 */
export function bindAddress(app: Store<AppState>): void {
  let written = app.get().history.view;
  let writtenStep = app.get().history.mergeKey;
  app.subscribe(() => {
    const { view, mergeKey } = app.get().history;
    if (view === written) return;
    const address = addressOf(view);
    const isMove = withoutCamera(view) === withoutCamera(written);
    const isGoingOn = mergeKey !== null && mergeKey === writtenStep;
    written = view;
    writtenStep = mergeKey;
    if (address === `${location.pathname}${location.search}${location.hash}`) return;
    if (isMove || isGoingOn) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
  });
  const read = (): void => {
    const view = decodeView(location.hash);
    if (!view) {
      app.update((state) => ({ ...state, notice: 'This address holds no view that can be read' }));
      return;
    }
    written = view;
    app.update((state) => {
      const next = visitView(state.history, view, 'Go back');
      written = next.view;
      writtenStep = next.mergeKey;
      return { ...state, history: next };
    });
  };
  window.addEventListener('popstate', read);
  window.addEventListener('hashchange', read);
}
