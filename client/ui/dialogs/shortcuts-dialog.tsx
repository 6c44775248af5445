import { useExplorer } from '../explorer-context.ts';
import { shortcutText } from '../parts/shortcut-text.ts';
import { PageDialog } from './page-dialog.tsx';

const GROUPS = ['Ask', 'Explore', 'Cypher', 'View', 'Share', 'Help'] as const;

/** The shortcuts of all commands, by group. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { registry } = useExplorer();
  const withKeys = registry.commands.filter((command) => command.shortcuts !== undefined);
  return (
    <PageDialog title="Keyboard shortcuts" onClose={onClose}>
      {GROUPS.map((group) => (
        <section key={group}>
          <h3>{group}</h3>
          <dl className="shortcut-list">
            {withKeys
              .filter((command) => command.group === group)
              .map((command) => (
                <div key={command.id}>
                  <dt>{registry.labelOf(command.id)}</dt>
                  <dd>
                    {command.shortcuts?.map((shortcut) => (
                      <kbd key={shortcut}>{shortcutText(shortcut)}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <p className="quiet">
        Single keys rest while you type. Shift-click, or Shift and Enter on a name, selects several. On the
        canvas the arrow keys move it; in the list they walk from name to name, among the paths found from
        path to path, and Enter reads one.
      </p>
    </PageDialog>
  );
}
