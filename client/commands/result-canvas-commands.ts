import type { ConsoleAnswer } from '../graph/console-answer.ts';
import { bringOntoCanvas, learn, withoutPlace } from './bring-onto-canvas.ts';
import { changeView, say, viewOf } from './change-view.ts';
import type { Command, CommandContext } from './command.ts';
import { leaveLayersFor } from './path-view-commands.ts';

/** Entities of an answer that go onto the canvas at once: as many as an address can hold. */
const CANVAS_MAX_ENTITIES = 2_000;

/** The answer at hand where it holds entities. */
function drawable({ app }: CommandContext): ConsoleAnswer | null {
  const { data, workbench } = app.get();
  return data && workbench.answer && workbench.answer.graph.nodes.length > 0 ? workbench.answer : null;
}

/** The ids of the answer's entities, and what is to be said where there are too many of them. */
function idsOf({ graph }: ConsoleAnswer): { readonly ids: readonly string[]; readonly note: string } {
  const ids = graph.nodes.slice(0, CANVAS_MAX_ENTITIES).map((node) => node.id);
  const note = ids.length < graph.nodes.length ? `: the first ${ids.length} of ${graph.nodes.length}` : '';
  return { ids, note };
}

const things = (count: number): string => (count === 1 ? '1 thing' : `${count} things`);

/** Learns what the answer brought; null where there is nothing to draw. */
function takeAnswer(context: CommandContext) {
  const answer = drawable(context);
  if (!answer) return null;
  learn(context, answer.graph);
  const { data } = context.app.get();
  return data ? { data, ...idsOf(answer) } : null;
}

/** Where the client does not hold the whole graph: what connects the entities, asked of the service. What it lacks is told. */
async function learnBetween(context: CommandContext, ids: readonly string[]): Promise<string | null> {
  if (context.app.get().data?.isTruncated !== true) return null;
  try {
    const { edges, isWhole } = await context.api.edgesAmong(ids);
    learn(context, { nodes: [], edges: [...edges] });
    return isWhole ? null : 'Too many to look for all relationships between them';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Says what is on the canvas now, and then what of the relationships between is not. */
async function tellAndConnect(context: CommandContext, ids: readonly string[], text: string): Promise<void> {
  say(context, text);
  const lack = await learnBetween(context, ids);
  if (lack !== null) say(context, `${text}. ${lack}`);
}

/** Brings what was returned onto the canvas beside what is there. */
export const addAnswerCommand: Command = {
  id: 'add-answer',
  group: 'Cypher',
  label: () => 'Add to canvas',
  icon: 'plus',
  places: [],
  isEnabled: (context) => drawable(context) !== null,
  run: (context) => {
    const taken = takeAnswer(context);
    if (!taken) return;
    const { data, ids, note } = taken;
    const before = leaveLayersFor(context, viewOf(context), ids);
    const after = { ...bringOntoCanvas(before, data, ids), isList: false, camera: null };
    changeView(context, 'Add the answer to the canvas', () => after);
    const homeless = withoutPlace(after, data, ids).length;
    const rest =
      homeless === 0 ? '' : `. ${things(homeless)} not drawn here: “Replace canvas” shows them all`;
    const text = `On the canvas: ${things(ids.length - homeless)} of the answer${note}${rest}`;
    return tellAndConnect(context, ids, text);
  },
};

/** Shows nothing but what was returned, with every relationship between two of them. */
export const replaceCanvasCommand: Command = {
  id: 'replace-canvas',
  group: 'Cypher',
  label: () => 'Replace canvas',
  icon: 'swap',
  places: [],
  isEnabled: (context) => drawable(context) !== null,
  run: (context) => {
    const taken = takeAnswer(context);
    if (!taken) return;
    const { ids, note } = taken;
    const wanted = new Set(ids);
    changeView(context, 'Replace the canvas by the answer', (view) => ({
      ...view,
      layout: 'force',
      shown: ids,
      hidden: view.hidden.filter((id) => !wanted.has(id)),
      isList: false,
      selection: null,
      question: null,
      camera: null,
    }));
    return tellAndConnect(context, ids, `On the canvas: ${things(ids.length)} of the answer${note}`);
  },
};

/** In the picture of the answer: the relationships between its entities that were not returned, too, or no more. */
export const connectAnswerCommand: Command = {
  id: 'connect-answer',
  group: 'Cypher',
  label: (context) => (viewOf(context).hasEdgesBetween ? 'Only what was returned' : 'Add the edges between'),
  icon: 'web',
  places: [],
  isEnabled: (context) => drawable(context) !== null,
  run: (context) =>
    changeView(
      context,
      viewOf(context).hasEdgesBetween ? 'Show only what was returned' : 'Add the edges between',
      (view) => ({ ...view, hasEdgesBetween: !view.hasEdgesBetween }),
    ),
};

/** Opens the statements and passages behind a relationship and brings its ends into sight. */
export const showRelationCommand: Command = {
  id: 'show-relation',
  group: 'Cypher',
  label: () => 'Read what is stated',
  places: [],
  isEnabled: ({ app, target }) => app.get().data !== null && target?.kind === 'relation',
  run: (context) => {
    const { target, app } = context;
    if (target?.kind !== 'relation') return;
    const answer = app.get().workbench.answer?.graph;
    const ends = [target.source, target.target];
    if (answer) {
      learn(context, {
        nodes: answer.nodes.filter((node) => ends.includes(node.id)),
        edges: answer.edges.filter((edge) => edge.id === target.id),
      });
    }
    const { data } = app.get();
    if (!data) return;
    changeView(context, 'Select', (view) => ({
      ...bringOntoCanvas(leaveLayersFor(context, view, ends), data, ends),
      selection: { kind: 'edges', ids: [target.id] },
      tab: 'about',
    }));
    app.update((state) => ({ ...state, isPanelOpen: true }));
    context.canvas.flyTo(target.source);
  },
};
