/** The text, cut with an ellipsis where it is wider than `maxPx`; the suffix (` +3`) is always kept whole. */
export function ellipsize(
  text: string,
  suffix: string,
  maxPx: number,
  measure: (text: string) => number,
): { readonly text: string; readonly widthPx: number } {
  const whole = text + suffix;
  const width = measure(whole);
  if (width <= maxPx) return { text: whole, widthPx: width };
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(`${text.slice(0, middle).trimEnd()}…${suffix}`) <= maxPx) low = middle;
    else high = middle - 1;
  }
  const cut = `${text.slice(0, low).trimEnd()}…${suffix}`;
  return { text: cut, widthPx: measure(cut) };
}

/** The text in lines of at most `maxPx`, broken at spaces; the last line is cut where more than `maxLines` are needed. */
export function wrapText(
  text: string,
  maxPx: number,
  maxLines: number,
  measure: (text: string) => number,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer) > maxPx) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  lines.push(line);
  const kept = lines.slice(0, maxLines);
  if (lines.length > maxLines) kept[maxLines - 1] = lines.slice(maxLines - 1).join(' ');
  return kept.map((entry) => ellipsize(entry, '', maxPx, measure).text);
}
