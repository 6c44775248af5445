import { useApp, useExplorer } from '../explorer-context.ts';
import { CommandPalette } from './command-palette.tsx';
import { DocumentsDialog } from './documents-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

/** The dialog that is open, if any. */
export function Dialogs() {
  const { app } = useExplorer();
  const dialog = useApp((state) => state.dialog);
  const close = (): void => app.update((state) => ({ ...state, dialog: null }));
  if (dialog === 'palette') return <CommandPalette onClose={close} />;
  if (dialog === 'shortcuts') return <ShortcutsDialog onClose={close} />;
  if (dialog === 'documents') return <DocumentsDialog onClose={close} />;
  return null;
}
