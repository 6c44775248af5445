import {
  Autocomplete,
  Dialog,
  Input,
  Keyboard,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
  Text,
  useFilter,
} from 'react-aria-components';

import { useExplorer } from '../explorer-context.ts';
import { Icon } from '../parts/icons.tsx';
import { shortcutText } from '../parts/shortcut-text.ts';

/** Every command that can be run now, found by typing. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { registry } = useExplorer();
  const { contains } = useFilter({ sensitivity: 'base' });
  const commands = registry.offered('palette').filter((command) => command.id !== 'palette');
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="modal palette">
        <Dialog className="dialog" aria-label="Commands">
          <Autocomplete filter={contains}>
            <SearchField aria-label="Find a command" autoFocus className="palette-search">
              <Input className="palette-input" placeholder="What would you like to do?" />
            </SearchField>
            <Menu
              className="menu palette-menu"
              aria-label="Commands"
              items={commands}
              onAction={(key) => {
                onClose();
                registry.run(String(key));
              }}
              renderEmptyState={() => <p className="quiet">No command is called so.</p>}
            >
              {(command) => (
                <MenuItem id={command.id} className="menu-item" textValue={registry.labelOf(command.id)}>
                  <Icon name={command.icon ?? 'command'} />
                  <Text slot="label">{registry.labelOf(command.id)}</Text>
                  {command.shortcuts?.[0] !== undefined && (
                    <Keyboard>{shortcutText(command.shortcuts[0])}</Keyboard>
                  )}
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
