import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';

import { useApp, useExplorer, useRun } from './explorer-context.ts';
import { CommandButton } from './parts/command-button.tsx';
import { Icon } from './parts/icons.tsx';
import { SearchBox } from './search/search-box.tsx';

function LayoutMenu() {
  const { registry } = useExplorer();
  const run = useRun();
  const layout = useApp((state) => state.history.view.layout);
  const isEverything = useApp((state) => state.history.view.shown === 'everything');
  const isAlone = useApp(() => registry.isEnabled('layered'));
  const name =
    layout === 'bridge'
      ? 'Bridge'
      : layout === 'layered'
        ? 'Paths alone'
        : isEverything
          ? 'Everything at once'
          : 'Exploration';
  return (
    <MenuTrigger>
      <Button className="button with-text" aria-label={`Layout: ${name}`}>
        <span>{name}</span>
        <Icon name="chevron" />
      </Button>
      <Popover className="popover">
        <Menu className="menu" aria-label="Layout" onAction={(key) => run(String(key))}>
          <MenuItem id="bridge" className="menu-item">
            <Icon name="bridge" /> Bridge
          </MenuItem>
          {isAlone && (
            <MenuItem id="layered" className="menu-item">
              <Icon name="layers" /> Paths alone
            </MenuItem>
          )}
          <MenuItem id="everything" className="menu-item">
            <Icon name="web" /> Everything at once
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Name, search, layout, and the commands that are always at hand. */
export function TopBar() {
  return (
    <header className="top-bar">
      <a className="brand" href="#" title="Setu: bridge">
        Setu <span lang="sa">सेतु</span>
      </a>
      <SearchBox />
      <LayoutMenu />
      <CommandButton id="list" hasText className="list-button" />
      <div className="top-tools" role="toolbar" aria-label="View">
        <CommandButton id="workbench" hasText />
        <CommandButton id="undo" />
        <CommandButton id="redo" />
        <CommandButton id="documents" hasText />
        <CommandButton id="copy-link" />
        <CommandButton id="theme" />
        <CommandButton id="palette" />
        <CommandButton id="shortcuts" />
      </div>
    </header>
  );
}
