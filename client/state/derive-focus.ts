import { edgeOf, neighbourIds } from '../graph/graph-data.ts';
import { NO_FOCUS, type Focus } from '../graph/focus.ts';
import { edgesIn, nearIn, type Scene } from '../graph/scene.ts';
import { askedAbout, type AnswerMarks } from './answers.ts';
import type { KnownData } from './app-state.ts';
import { isAboutPaths, type ViewState } from './view-state.ts';

/** Who stands at the ends of the rows of some marks, so that an answer is seen with its parties. */
function partiesOfMarks(scene: Scene, marks: ReadonlySet<string>): readonly string[] {
  if (scene.kind !== 'bridge') return [];
  return scene.picture.rows
    .filter((row) => row.marks.some((id) => marks.has(id)))
    .flatMap((row) => row.parties);
}

/** Paths alone are all there to be read: the others step back only while one of them, or an entity, is looked at. */
function isDimming(scene: Scene, view: ViewState, isPreview: boolean): boolean {
  return scene.kind !== 'layered' || isPreview || view.selection !== null;
}

/** The answer is all there is to see: only what was asked about is accented. */
function isWholePicture(scene: Scene, { question }: ViewState): boolean {
  return scene.kind === 'layered' && question?.kind !== 'path';
}

/**
 * What the picture brings forward for a selection and an answer; the selection is the nearer of the two.
 * @param isPreview the answer is a path that is looked at for a moment
 */
export function deriveFocus(
  view: ViewState,
  data: KnownData,
  scene: Scene,
  answer: AnswerMarks,
  isPreview = false,
): Focus {
  const selection = isPreview ? null : view.selection;
  const isPath = answer.pathEdges.size > 0 || isAboutPaths(view.question);
  const pathEdges = isWholePicture(scene, view) ? new Set<string>() : answer.pathEdges;
  const accents = new Set(
    isWholePicture(scene, view) ? askedAbout(view.question) : isPath ? answer.nodes : [],
  );
  const nodes = new Set(answer.nodes);
  const edges = new Set<string>();
  if (!isPath && !selection) for (const id of partiesOfMarks(scene, answer.nodes)) nodes.add(id);
  if (selection?.kind === 'node') {
    accents.add(selection.id);
    for (const near of nearIn(scene, selection.id)) nodes.add(near);
    for (const edge of edgesIn(scene, selection.id)) edges.add(edge);
    for (const near of neighbourIds(data.graph, selection.id)) nodes.add(near);
  }
  if (selection?.kind === 'nodes') {
    for (const id of selection.ids) {
      accents.add(id);
      nodes.add(id);
    }
  }
  if (selection?.kind === 'edges') {
    for (const id of selection.ids) {
      edges.add(id);
      const edge = edgeOf(data.graph, id);
      if (!edge) continue;
      nodes.add(edge.source).add(edge.target);
    }
  }
  if (nodes.size === 0 && edges.size === 0) return NO_FOCUS;
  return {
    nodes,
    edges,
    accents,
    ties: accents,
    pathEdges,
    isMiss: answer.isMiss,
    isDimming: isDimming(scene, view, isPreview),
  };
}
