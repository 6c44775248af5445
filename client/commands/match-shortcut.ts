/** A key as the browser reports it. */
export interface KeyPress {
  readonly key: string;
  readonly isMod: boolean;
  readonly isShift: boolean;
  readonly isAlt: boolean;
}

/** Whether a press is a shortcut such as `Mod+Shift+Z`, `Enter`, `/` or `E`. Shift is free for signs, as keyboards differ. */
export function matchesShortcut(shortcut: string, press: KeyPress): boolean {
  const parts = shortcut.length === 1 ? [shortcut] : shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const needsMod = parts.includes('Mod');
  const needsShift = parts.includes('Shift');
  if (press.isAlt || press.isMod !== needsMod) return false;
  const isSign = key.length === 1 && !/[a-z]/i.test(key);
  if (!(isSign && !needsShift) && press.isShift !== needsShift) return false;
  return press.key.toLowerCase() === key.toLowerCase();
}

/** A shortcut that would be swallowed or misfire while a text is typed. */
export function isPlainKey(shortcut: string): boolean {
  return shortcut.length === 1;
}
