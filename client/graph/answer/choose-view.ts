import type { ConsoleAnswer } from '../console-answer.ts';

export const RESULT_VIEWS = ['graph', 'table', 'json', 'plan'] as const;
/** How an answer can be looked at. */
export type ResultViewName = (typeof RESULT_VIEWS)[number];

/** What kind of answer it is, which is also how it is shown unless the reader has chosen otherwise. */
export type AnswerShape = 'graph' | 'table' | 'plan';

/** What the reader chose for each kind of answer. */
export type ResultViews = Readonly<Partial<Record<AnswerShape, ResultViewName>>>;

/** A plan is what was asked for; relationships make a picture; entities alone and values are a table. */
export function shapeOf({ plan, graph }: ConsoleAnswer): AnswerShape {
  if (plan !== null) return 'plan';
  return graph.edges.length > 0 ? 'graph' : 'table';
}

export function availableViews({ plan, graph, columns, status }: ConsoleAnswer): readonly ResultViewName[] {
  const hasRows = columns.length > 0 || (plan === null && (status === 'running' || status === 'done'));
  const has: Readonly<Record<ResultViewName, boolean>> = {
    graph: graph.nodes.length > 0,
    table: hasRows,
    json: hasRows,
    plan: plan !== null,
  };
  return RESULT_VIEWS.filter((view) => has[view]);
}

/** How an answer is shown: as the reader last chose for its kind where it has that, else by its kind. */
export function chooseView(answer: ConsoleAnswer, chosen: ResultViews): ResultViewName {
  const shape = shapeOf(answer);
  const wanted = chosen[shape] ?? shape;
  return availableViews(answer).includes(wanted) ? wanted : shape;
}

/** The choices of an address or of the browser's storage; what cannot be read is left out. */
export function readResultViews(value: unknown): ResultViews {
  if (typeof value !== 'object' || value === null) return {};
  const raw = value as Record<string, unknown>;
  const shapes: readonly AnswerShape[] = ['graph', 'table', 'plan'];
  return Object.fromEntries(
    shapes.flatMap((shape) => {
      const view = RESULT_VIEWS.find((candidate) => candidate === raw[shape]);
      return view ? [[shape, view]] : [];
    }),
  );
}
