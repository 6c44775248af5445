import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 640px)';

/** True on a phone, where the list stands under a miniature of the canvas. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(NARROW);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(NARROW).matches,
  );
}
