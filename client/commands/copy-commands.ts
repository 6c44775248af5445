import { say } from './change-view.ts';
import { takeText } from './change-workbench.ts';
import type { Command } from './command.ts';

export const copyLinkCommand: Command = {
  id: 'copy-link',
  group: 'Share',
  label: () => 'Copy link to this view',
  icon: 'link',
  places: ['canvas-menu'],
  isEnabled: () => true,
  run: async (context) => {
    takeText(context);
    try {
      await context.desk.copyText(context.desk.address());
      say(context, 'Link copied: it reopens exactly this view');
    } catch {
      say(context, 'The browser did not allow copying: copy the address of this page instead');
    }
  },
};
