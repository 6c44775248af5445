import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';

import type { Target } from '../../commands/command.ts';
import { useApp, useExplorer } from '../explorer-context.ts';
import { Icon } from './icons.tsx';
import { shortcutText } from './shortcut-text.ts';

interface Props {
  readonly id: string;
  readonly target?: Target;
  readonly hasText?: boolean;
  readonly className?: string;
  /** Instead of the command's own. */
  readonly icon?: string;
}

/** A command as a button: icon with a tooltip, or icon and words. Where the command is not enabled, nor is it. */
export function CommandButton({ id, target, hasText = false, className = '', icon }: Props) {
  const { registry } = useExplorer();
  const command = registry.commands.find((candidate) => candidate.id === id);
  const label = useApp(() => registry.labelOf(id, target));
  const isEnabled = useApp(() => registry.isEnabled(id, target));
  if (!command) return null;
  const shortcut = command.shortcuts?.[0];
  const iconName = icon ?? command.icon;
  const button = (
    <Button
      className={`button ${hasText ? 'with-text' : 'icon-only'} ${className}`}
      aria-label={label}
      isDisabled={!isEnabled}
      onPress={() => void registry.run(id, target)}
    >
      {iconName !== undefined && <Icon name={iconName} />}
      {hasText && <span>{label}</span>}
    </Button>
  );
  if (hasText && shortcut === undefined) return button;
  return (
    <TooltipTrigger delay={500}>
      {button}
      <Tooltip className="tooltip">
        {label}
        {shortcut !== undefined && <kbd>{shortcutText(shortcut)}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
