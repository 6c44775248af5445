import { useEffect, useState } from 'react';

/** Counts up when the page's typefaces have arrived, so that what measured texts is done again. */
export function useFontsReady(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    let isGone = false;
    void document.fonts.ready.then(() => {
      if (!isGone) setCount((before) => before + 1);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return count;
}
