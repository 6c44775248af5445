import { toCsv, toMarkdown } from '../graph/answer/answer-text.ts';
import type { ConsoleAnswer } from '../graph/console-answer.ts';
import { say } from './change-view.ts';
import type { Command, CommandContext } from './command.ts';

/** The answer at hand with its rows in the order they are shown; null where it has no columns. */
function copied({ app, target }: CommandContext): ConsoleAnswer | null {
  const { answer } = app.get().workbench;
  if (!answer || answer.columns.length === 0) return null;
  if (target?.kind !== 'row-order' || target.places.length !== answer.rows.length) return answer;
  return { ...answer, rows: target.places.map((place) => answer.rows[place] ?? []) };
}

function cutNote({ truncatedBy, rows, status }: ConsoleAnswer): string | null {
  if (truncatedBy !== null)
    return `The first ${rows.length} rows: the limit of ${truncatedBy} cut the answer.`;
  return status === 'done' ? null : `The first ${rows.length} rows: the answer did not come to its end.`;
}

function copyCommand(id: string, label: string, write: (answer: ConsoleAnswer) => string): Command {
  return {
    id,
    group: 'Share',
    label: () => label,
    icon: 'document',
    places: [],
    isEnabled: (context) => copied(context) !== null,
    run: async (context) => {
      const answer = copied(context);
      if (!answer) return;
      try {
        await context.desk.copyText(write(answer));
        const count = answer.rows.length === 1 ? '1 row' : `${answer.rows.length} rows`;
        say(context, `Copied ${count}${cutNote(answer) === null ? '' : ', not the whole answer'}`);
      } catch {
        say(context, 'The browser did not allow copying');
      }
    },
  };
}

export const RESULT_COPY_COMMANDS: readonly Command[] = [
  copyCommand('copy-csv', 'Copy as CSV', ({ columns, rows }) => toCsv(columns, rows)),
  copyCommand('copy-markdown', 'Copy as Markdown', (answer) =>
    toMarkdown(answer.columns, answer.rows, cutNote(answer)),
  ),
  copyCommand('copy-json', 'Copy as JSON', ({ columns, rows }) => JSON.stringify({ columns, rows }, null, 2)),
];
