import type { PathsResponse } from '../../server/contract/explore.ts';
import { answerKey } from '../state/answers.ts';
import type { Resource } from '../state/resource-store.ts';
import { say } from './change-view.ts';
import { takeText } from './change-workbench.ts';
import type { Command, CommandContext } from './command.ts';

/** The path on the screen as Markdown: the paragraph, then its numbered citations; null where none is open. */
function pathNote(context: CommandContext): string | null {
  const { data, history } = context.app.get();
  const { question } = history.view;
  const key = answerKey(question);
  if (question?.kind !== 'path' || key === null) return null;
  const resource: Resource<PathsResponse> | undefined = context.resources.peek(key);
  const path = resource?.status === 'ready' ? resource.value.paths[question.index] : undefined;
  if (path?.narrative === undefined) return null;
  const citations = (path.citations ?? []).map(({ reference }, place) => {
    const title =
      data?.documents.find((document) => document.id === reference.document)?.title ?? reference.document;
    const where = reference.paragraph === undefined ? '' : `, paragraph ${reference.paragraph}`;
    return `[${place + 1}] ${title}${where}`;
  });
  return [path.narrative, '', ...citations].join('\n');
}

export const copyPathCommand: Command = {
  id: 'copy-path',
  group: 'Share',
  label: () => 'Copy as a note',
  icon: 'document',
  places: [],
  isEnabled: (context) => pathNote(context) !== null,
  run: async (context) => {
    const note = pathNote(context);
    if (note === null) return;
    try {
      await context.desk.copyText(note);
      say(context, 'Copied with its citations');
    } catch {
      say(context, 'The browser did not allow copying');
    }
  },
};

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
