import { useEffect } from 'react';

import { isPlainKey, matchesShortcut, type KeyPress } from '../commands/match-shortcut.ts';
import { useExplorer } from './explorer-context.ts';

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-0.08, 0],
  ArrowRight: [0.08, 0],
  ArrowUp: [0, 0.08],
  ArrowDown: [0, -0.08],
};

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function isInWidget(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('[role="menu"], [role="dialog"], [role="listbox"]') !== null
  );
}

/** Shortcuts of all commands; single keys rest while a text is typed or a menu is open. */
export function useShortcuts(): void {
  const { registry, canvas } = useExplorer();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const press: KeyPress = {
        key: event.key,
        isMod: event.ctrlKey || event.metaKey,
        isShift: event.shiftKey,
        isAlt: event.altKey,
      };
      const isBusy = isTyping(event.target) || isInWidget(event.target);
      const arrow = ARROWS[event.key];
      if (arrow && event.target instanceof HTMLElement && event.target.hasAttribute('data-canvas')) {
        event.preventDefault();
        canvas.panBy(...arrow);
        return;
      }
      const isMeant = (shortcut: string): boolean => {
        if (isBusy && (isPlainKey(shortcut) || shortcut === 'Escape' || shortcut === 'Mod+Z')) return false;
        return matchesShortcut(shortcut, press);
      };
      // Two commands may share a key where only one of them can be run at a time.
      if (registry.commands.some((command) => command.shortcuts?.some(isMeant) && registry.run(command.id)))
        event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [registry, canvas]);
}
