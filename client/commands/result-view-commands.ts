import { availableViews, chooseView, shapeOf, type ResultViewName } from '../graph/answer/choose-view.ts';
import { changeView, viewOf } from './change-view.ts';
import type { Command, CommandContext } from './command.ts';

/** How the answer at hand is looked at; null where there is none. */
function currentView(context: CommandContext): ResultViewName | null {
  const { workbench, keptResultViews } = context.app.get();
  if (!workbench.answer) return null;
  return chooseView(workbench.answer, { ...keptResultViews, ...viewOf(context).resultViews });
}

/** The command that looks at the answer in one way; answers of its kind are then shown so. */
function viewCommand(view: ResultViewName, label: string, icon: string): Command {
  return {
    id: `result-${view}`,
    group: 'Cypher',
    label: () => label,
    icon,
    places: [],
    isEnabled: (context) => {
      const { answer } = context.app.get().workbench;
      return answer !== null && availableViews(answer).includes(view);
    },
    run: (context) => {
      const { answer } = context.app.get().workbench;
      if (!answer || currentView(context) === view) return;
      changeView(context, label, (before) => ({
        ...before,
        resultViews: { ...before.resultViews, [shapeOf(answer)]: view },
      }));
    },
  };
}

export const RESULT_VIEW_COMMANDS: readonly Command[] = [
  viewCommand('graph', 'Answer as graph', 'web'),
  viewCommand('table', 'Answer as table', 'list'),
  viewCommand('json', 'Answer as JSON', 'cypher'),
  viewCommand('plan', 'Answer as plan', 'plan'),
];
