/** The colours of the canvas, read from the page's custom properties so that both themes have one source. */
export interface Colours {
  readonly paper: string;
  readonly band: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly grid: string;
  readonly left: string;
  readonly right: string;
  readonly elsewhere: string;
  readonly accent: string;
  readonly fontFamily: string;
}

export function readColours(element: Element): Colours {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    paper: read('--paper'),
    band: read('--band'),
    ink: read('--ink'),
    muted: read('--muted'),
    line: read('--line'),
    grid: read('--grid'),
    left: read('--shore-left'),
    right: read('--shore-right'),
    elsewhere: read('--shore-elsewhere'),
    accent: read('--accent'),
    fontFamily: read('--font'),
  };
}

function channels(hex: string): readonly [number, number, number] {
  const value = Number.parseInt(hex.slice(1, 7), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Two `#rrggbb` colours mixed: share 0 = the first, 1 = the second. */
export function mixColours(first: string, second: string, share: number): string {
  const a = channels(first);
  const b = channels(second);
  const mixed = a.map((channel, place) => Math.round(channel + ((b[place] ?? channel) - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
