import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';

import { availableViews, RESULT_VIEWS, type ResultViewName } from '../../../graph/answer/choose-view.ts';
import type { ConsoleAnswer } from '../../../graph/console-answer.ts';
import { useApp, useRun } from '../../explorer-context.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { Icon } from '../../parts/icons.tsx';

const VIEW_NAMES: Readonly<Record<ResultViewName, string>> = {
  graph: 'Graph',
  table: 'Table',
  json: 'JSON',
  plan: 'Plan',
};

interface Props {
  readonly answer: ConsoleAnswer;
  readonly view: ResultViewName;
  /** Places of the rows in the order they are shown. */
  readonly order: readonly number[];
}

function ViewSwitch({ answer, view }: Pick<Props, 'answer' | 'view'>) {
  const run = useRun();
  const available = availableViews(answer);
  return (
    <div className="view-switch" role="toolbar" aria-label="Look at the answer as">
      {RESULT_VIEWS.map((name) => (
        <Button
          key={name}
          className="view-choice"
          aria-pressed={name === view}
          isDisabled={!available.includes(name)}
          onPress={() => run(`result-${name}`)}
        >
          {VIEW_NAMES[name]}
        </Button>
      ))}
    </div>
  );
}

function CopyMenu({ order }: Pick<Props, 'order'>) {
  const run = useRun();
  return (
    <MenuTrigger>
      <Button className="button with-text">
        <span>Copy</span>
        <Icon name="chevron" />
      </Button>
      <Popover className="popover">
        <Menu
          className="menu"
          aria-label="Copy the rows"
          onAction={(key) => run(String(key), { kind: 'row-order', places: order })}
        >
          <MenuItem id="copy-csv" className="menu-item">
            As CSV
          </MenuItem>
          <MenuItem id="copy-markdown" className="menu-item">
            As Markdown
          </MenuItem>
          <MenuItem id="copy-json" className="menu-item">
            As JSON
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** How to look at the answer, and what to do with it. */
export function ResultTools({ answer, view, order }: Props) {
  const hasData = useApp((state) => state.data !== null);
  if (availableViews(answer).length === 0) return null;
  const hasEntities = answer.graph.nodes.length > 0 && hasData;
  return (
    <div className="result-tools">
      <ViewSwitch answer={answer} view={view} />
      <div className="result-acts" role="toolbar" aria-label="What to do with the answer">
        {hasEntities && <CommandButton id="add-answer" hasText />}
        {hasEntities && <CommandButton id="replace-canvas" hasText />}
        {answer.columns.length > 0 && <CopyMenu order={order} />}
      </div>
    </div>
  );
}
