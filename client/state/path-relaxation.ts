import type { GraphEdge, GraphNode } from '../../server/contract/graph.ts';
import { HUB_LABELS, MODALITIES } from '../../server/contract/vocabulary.ts';
import { edgeOf, nodeOf, type GraphData } from '../graph/graph-data.ts';
import { labelOf, modalityOf, numberOf } from '../graph/read-node.ts';
import { changeOptions, HOPS_MAX, type PathOptions } from './path-question.ts';

/** A change of the options that would lead to the nearest miss, and what a button for it says. */
export interface Relaxation {
  readonly label: string;
  readonly options: PathOptions;
}

interface Miss {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly hops: number;
}

interface Step {
  readonly words: string;
  readonly change: PathOptions;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function hubStep({ nodes }: Miss, options: PathOptions): Step | null {
  const needed = nodes
    .slice(1, -1)
    .map(labelOf)
    .filter((label) => HUB_LABELS.some((hub) => hub === label));
  if (needed.every((label) => options.hubs?.includes(label))) return null;
  return { words: `places, topics and documents`, change: { hubs: [...HUB_LABELS] } };
}

function modalityStep({ edges }: Miss, options: PathOptions): Step | null {
  const allowed: readonly string[] = options.modality ?? ['stated'];
  if (edges.every((edge) => allowed.includes(modalityOf(edge)))) return null;
  return { words: 'what was only planned or discussed', change: { modality: [...MODALITIES] } };
}

function typeStep({ edges }: Miss, { types, excludeTypes }: PathOptions): Step | null {
  const isWalked = (type: string): boolean =>
    (types === undefined || types.some((other) => other === type)) &&
    !excludeTypes?.some((other) => other === type);
  if (edges.every((edge) => isWalked(edge.type))) return null;
  return { words: 'every type of relationship', change: { types: undefined, excludeTypes: undefined } };
}

function avoidStep({ nodes }: Miss, { exclude }: PathOptions): Step | null {
  const met = nodes.filter(({ id }) => exclude?.includes(id));
  if (met.length === 0) return null;
  return {
    words: listed(met.map((node) => node.caption)),
    change: { exclude: exclude?.filter((id) => met.every((node) => node.id !== id)) },
  };
}

function evidenceStep({ edges }: Miss, { minDocuments = 1, minPassages = 1 }: PathOptions): Step | null {
  const isEnough = (edge: GraphEdge): boolean =>
    edge.documents >= minDocuments && (numberOf(edge, 'passages') ?? 1) >= minPassages;
  if (edges.every(isEnough)) return null;
  return { words: 'less evidence', change: { minDocuments: undefined, minPassages: undefined } };
}

function hopsStep({ hops }: Miss, maxHops: number): Step | null {
  if (hops <= maxHops) return null;
  return { words: `${HOPS_MAX} hops`, change: { maxHops: HOPS_MAX } };
}

/** What a path shows nothing of: dates, documents done without, stations and the direction. Tried when nothing else explains the miss. */
function unseenStep(options: PathOptions): Step | null {
  if (options.asOf !== undefined) return { words: 'any date', change: { asOf: undefined } };
  if (options.withoutDocument) return { words: 'every document', change: { withoutDocument: undefined } };
  if (options.through) return { words: 'paths past those stations', change: { through: undefined } };
  if (options.direction) return { words: 'both directions', change: { direction: undefined } };
  return null;
}

/**
 * The options under which the nearest miss is a path, found by looking at the miss: what on it was not allowed.
 * @returns null where nothing explains it, or the client does not know the entities of the miss
 */
export function relaxationFor(
  miss: { readonly nodes: readonly string[]; readonly edges: readonly string[] },
  graph: GraphData,
  options: PathOptions,
  maxHops: number,
): Relaxation | null {
  const nodes = miss.nodes.flatMap((id) => nodeOf(graph, id) ?? []);
  const edges = miss.edges.flatMap((id) => edgeOf(graph, id) ?? []);
  if (nodes.length < miss.nodes.length || edges.length < miss.edges.length) return null;
  const seen: Miss = { nodes, edges, hops: miss.edges.length };
  const steps = [
    hubStep(seen, options),
    hopsStep(seen, maxHops),
    modalityStep(seen, options),
    typeStep(seen, options),
    evidenceStep(seen, options),
    avoidStep(seen, options),
  ].filter((step) => step !== null);
  const unseen = steps.length === 0 ? unseenStep(options) : null;
  const all = unseen ? [unseen] : steps;
  if (all.length === 0) return null;
  return {
    label: `Allow ${listed(all.map(({ words }) => words))}`,
    options: all.reduce((changed, { change }) => changeOptions(changed, change), options),
  };
}
