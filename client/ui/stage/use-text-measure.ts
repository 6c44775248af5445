import { useEffect, useState } from 'react';

import { createTextMeasure } from '../../render/measure-text.ts';

type Measure = (text: string, sizePx: number) => number;

function measureNow(): Measure {
  return createTextMeasure(getComputedStyle(document.documentElement).getPropertyValue('--font'));
}

/** Widths of texts in the page's typeface; another function once the typeface has arrived, as widths differ then. */
export function useTextMeasure(): Measure {
  const [measure, setMeasure] = useState<Measure>(measureNow);
  useEffect(() => {
    let isGone = false;
    const measureAgain = async (): Promise<void> => {
      await document.fonts.ready;
      if (!isGone) setMeasure(measureNow);
    };
    void measureAgain();
    return () => {
      isGone = true;
    };
  }, []);
  return measure;
}
