import type { DialogName, ThemeChoice } from '../state/app-state.ts';
import type { Command } from './command.ts';

function dialogCommand(
  dialog: DialogName,
  rest: Pick<Command, 'id' | 'group' | 'label' | 'icon' | 'shortcuts'>,
): Command {
  return {
    ...rest,
    places: [],
    isEnabled: () => true,
    run: ({ app }) => app.update((state) => ({ ...state, dialog: state.dialog === dialog ? null : dialog })),
  };
}

export const paletteCommand = dialogCommand('palette', {
  id: 'palette',
  group: 'Help',
  label: () => 'All commands',
  icon: 'command',
  shortcuts: ['Mod+K'],
});

export const shortcutsCommand = dialogCommand('shortcuts', {
  id: 'shortcuts',
  group: 'Help',
  label: () => 'Keyboard shortcuts',
  icon: 'keyboard',
  shortcuts: ['?'],
});

export const documentsCommand = dialogCommand('documents', {
  id: 'documents',
  group: 'Share',
  label: ({ app }) => `Sources (${app.get().data?.documents.length ?? 0})`,
  icon: 'document',
  shortcuts: ['S'],
});

export const searchCommand: Command = {
  id: 'search',
  group: 'Ask',
  label: () => 'Search',
  icon: 'search',
  shortcuts: ['/'],
  places: [],
  isEnabled: () => true,
  run: ({ desk }) => desk.focusSearch(),
};

const NEXT_THEME: Record<ThemeChoice, ThemeChoice> = { system: 'dark', dark: 'light', light: 'system' };
const THEME_NAMES: Record<ThemeChoice, string> = { system: 'as the system', dark: 'dark', light: 'light' };

export const themeCommand: Command = {
  id: 'theme',
  group: 'View',
  label: ({ app }) => `Colours: ${THEME_NAMES[app.get().theme]}`,
  icon: 'theme',
  shortcuts: ['T'],
  places: [],
  isEnabled: () => true,
  run: ({ app }) => app.update((state) => ({ ...state, theme: NEXT_THEME[state.theme] })),
};
