import type { Page } from 'playwright-core';

/** Contrast of two `rgb(…)` colours, by WCAG. */
export function contrast(first: string, second: string): number {
  const luminance = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((channel) => {
      const value = Number(channel) / 255;
      return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The least contrast of words on their ground, by WCAG. */
const READABLE = 4.5;

/** Words under a selector that cannot be read well on the ground behind them; those of disabled buttons may be faint. */
export async function faintWords(page: Page, selector: string): Promise<readonly string[]> {
  const words = await page.evaluate((root) => {
    const groundOf = (element: Element | null): string => {
      for (let at = element; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if (!/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor)) return backgroundColor;
      }
      return 'rgb(255, 255, 255)';
    };
    return [...document.querySelectorAll<HTMLElement>(`${root} *`)]
      .filter((element) => element.offsetParent !== null && element.closest('[data-disabled]') === null)
      .filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
      )
      .map((element) => ({
        text: `${element.className} ${element.textContent?.slice(0, 40)}`,
        colour: getComputedStyle(element).color,
        ground: groundOf(element),
      }));
  }, selector);
  if (words.length === 0) throw new Error(`no words under ${selector}`);
  return words.filter(({ colour, ground }) => contrast(colour, ground) < READABLE).map(({ text }) => text);
}
