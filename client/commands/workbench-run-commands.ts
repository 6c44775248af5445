import type { CypherRequest } from '../../server/contract/explore.ts';
import { usedParameters } from '../cypher/tokenise.ts';
import { readParameterValue, type QueryParameter } from '../state/query-parameter.ts';
import { say, viewOf } from './change-view.ts';
import { isWorkbenchOpen, takeText, updateWorkbench, writtenText } from './change-workbench.ts';
import type { Command, CommandContext } from './command.ts';

type Depth = NonNullable<CypherRequest['explain']>;

/** The values of the parameters a statement uses, or the first that is missing or wrong, said as a sentence. */
export function valuesFor(
  query: string,
  parameters: readonly QueryParameter[],
): { readonly params: Record<string, unknown> } | { readonly name: string; readonly message: string } {
  const params: [string, unknown][] = [];
  for (const name of usedParameters(query)) {
    const parameter = parameters.find((candidate) => candidate.name === name);
    if (!parameter) return { name, message: `$${name} is missing: fill it in under Parameters` };
    const read = readParameterValue(parameter);
    if (read.kind === 'fault') return { name, message: `$${name} ${read.message}` };
    params.push([name, read.value]);
  }
  return { params: Object.fromEntries(params) };
}

async function runStatement(context: CommandContext, query: string, explain?: Depth): Promise<void> {
  const values = valuesFor(query, viewOf(context).workbench.parameters);
  if ('message' in values) return say(context, values.message);
  const request = { query, params: values.params, ...(explain === undefined ? {} : { explain }) };
  await context.runs.start(request, (answer) =>
    updateWorkbench(context, (workbench) => ({ ...workbench, answer })),
  );
}

function runCommand(
  explain: Depth | undefined,
  rest: Pick<Command, 'id' | 'label' | 'icon' | 'shortcuts'>,
): Command {
  return {
    ...rest,
    group: 'Cypher',
    places: [],
    isEnabled: (context) => isWorkbenchOpen(context),
    run: async (context) => {
      takeText(context);
      const query = context.editor.runnable();
      if (query === null) {
        say(
          context,
          writtenText(context).trim() === '' ? 'Write a statement first' : 'The editor is not there yet',
        );
        return;
      }
      await runStatement(context, query, explain);
    },
  };
}

/** Runs the selected text, else the statement at the cursor. */
export const runQueryCommand = runCommand(undefined, {
  id: 'run-query',
  label: () => 'Run',
  icon: 'run',
  shortcuts: ['Mod+Enter'],
});

/** Shows how the engine would run the statement, without running it. */
export const explainQueryCommand = runCommand('plan', {
  id: 'explain-query',
  label: () => 'Explain',
  icon: 'plan',
  shortcuts: ['Mod+Shift+E'],
});

/** Runs the statement and shows what each step of it cost. */
export const profileQueryCommand = runCommand('profile', {
  id: 'profile-query',
  label: () => 'Profile',
  icon: 'plan',
  shortcuts: ['Mod+Shift+P'],
});

export const cancelQueryCommand: Command = {
  id: 'cancel-query',
  group: 'Cypher',
  label: () => 'Cancel the statement',
  icon: 'stop',
  shortcuts: ['Escape'],
  places: [],
  isEnabled: ({ app }) => app.get().workbench.answer?.status === 'running',
  run: ({ runs }) => runs.cancel(),
};
