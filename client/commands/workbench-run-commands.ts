import type { CypherRequest } from '../../server/contract/explore.ts';
import { usedParameters } from '../cypher/tokenise.ts';
import { describeOutcome, withRun } from '../state/query-history.ts';
import { readParameterValue, type QueryParameter } from '../state/query-parameter.ts';
import { say, viewOf } from './change-view.ts';
import { isWorkbenchOpen, openQuery, takeText, updateWorkbench, writtenText } from './change-workbench.ts';
import type { Command, CommandContext } from './command.ts';

type Depth = NonNullable<CypherRequest['explain']>;

/** The values of the parameters a statement uses, or the first that is missing or wrong, said as a sentence. */
function valuesFor(
  query: string,
  parameters: readonly QueryParameter[],
): { readonly params: Record<string, unknown> } | { readonly name: string; readonly message: string } {
  const params: [string, unknown][] = [];
  for (const name of usedParameters(query)) {
    const parameter = parameters.find((candidate) => candidate.name === name);
    const read = parameter && readParameterValue(parameter);
    if (!read || read.kind === 'fault')
      return { name, message: `$${name} ${read?.message ?? 'is missing'}: fill it in under Parameters` };
    params.push([name, read.value]);
  }
  return { params: Object.fromEntries(params) };
}

async function runStatement(
  context: CommandContext,
  query: string,
  explain: Depth | undefined,
): Promise<void> {
  const known = viewOf(context).workbench.parameters;
  const values = valuesFor(query, known);
  if ('message' in values) {
    const wantedParameter = { name: values.name };
    updateWorkbench(context, (workbench) => ({ ...workbench, page: 'write', wantedParameter }));
    say(context, values.message);
    return;
  }
  const request = { query, params: values.params, ...(explain === undefined ? {} : { explain }) };
  const answer = await context.runs.start(request, (part) =>
    updateWorkbench(context, (workbench) => ({ ...workbench, answer: part })),
  );
  if (!answer) return;
  const parameters = known.filter(({ name }) => Object.hasOwn(values.params, name));
  const run = { query, parameters, ranAtMs: context.desk.now(), outcome: describeOutcome(answer) };
  context.shelf.changeHistory((history) => withRun(history, run));
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
      const { target } = context;
      if (target?.kind === 'query') {
        openQuery(context, target);
        await runStatement(context, target.query, explain);
        return;
      }
      takeText(context);
      const query = context.editor.runnable();
      if (query !== null) await runStatement(context, query, explain);
      else
        say(
          context,
          writtenText(context).trim() === '' ? 'Write a statement first' : 'There is no statement here',
        );
    },
  };
}

/** Runs the selected text, else the statement at the cursor; with a target, that statement. */
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
  icon: 'gauge',
  shortcuts: ['Mod+Shift+Enter'],
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
