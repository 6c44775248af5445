const isMac = (): boolean => /mac/i.test(navigator.userAgent);

/** A shortcut as it is printed on this reader's keyboard. */
export function shortcutText(shortcut: string): string {
  if (shortcut.length === 1) return shortcut.toUpperCase();
  const mod = isMac() ? '⌘' : 'Ctrl';
  return shortcut
    .split('+')
    .map((part) => (part === 'Mod' ? mod : part === 'Escape' ? 'Esc' : part))
    .join(isMac() ? ' ' : '+');
}
