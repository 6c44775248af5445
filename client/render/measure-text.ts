/** Widths of texts in a typeface, as the canvas will draw them; each asked once. */
export function createTextMeasure(fontFamily: string): (text: string, sizePx: number) => number {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  return (text, sizePx) => {
    const key = `${sizePx} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (!context) return text.length * sizePx * 0.55;
    context.font = `400 ${sizePx}px ${fontFamily}`;
    const width = context.measureText(text).width;
    known.set(key, width);
    return width;
  };
}
