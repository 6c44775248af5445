import { useRef } from 'react';
import { Keyboard, Menu, MenuItem, Popover, Text } from 'react-aria-components';

import type { Target } from '../../commands/command.ts';
import { useExplorer } from '../explorer-context.ts';
import { Icon } from '../parts/icons.tsx';
import { shortcutText } from '../parts/shortcut-text.ts';

/** Where a menu was asked for, in the window, and about which entity; null = the canvas. */
export interface MenuPlace {
  readonly entity: string | null;
  readonly x: number;
  readonly y: number;
}

/** The context menu of an entity or of the canvas: the commands that are offered there. */
export function NodeMenu({ place, onClose }: { readonly place: MenuPlace; readonly onClose: () => void }) {
  const { registry } = useExplorer();
  const anchor = useRef<HTMLSpanElement>(null);
  const target: Target | undefined = place.entity === null ? undefined : { kind: 'node', id: place.entity };
  const commands = registry.offered(target ? 'node-menu' : 'canvas-menu', target);
  return (
    <>
      <span className="menu-anchor" ref={anchor} style={{ left: place.x, top: place.y }} />
      <Popover
        className="popover"
        triggerRef={anchor}
        isOpen
        placement="bottom start"
        onOpenChange={(isOpen) => !isOpen && onClose()}
      >
        <Menu
          className="menu"
          aria-label={target ? 'What to do with it' : 'Canvas'}
          autoFocus="first"
          onAction={(key) => {
            onClose();
            registry.run(String(key), target);
          }}
          onClose={onClose}
        >
          {commands.map((command) => (
            <MenuItem
              key={command.id}
              id={command.id}
              className="menu-item"
              textValue={registry.labelOf(command.id, target)}
            >
              {command.icon !== undefined && <Icon name={command.icon} />}
              <Text slot="label">{registry.labelOf(command.id, target)}</Text>
              {command.shortcuts?.[0] !== undefined && (
                <Keyboard>{shortcutText(command.shortcuts[0])}</Keyboard>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  );
}
