import type { Figure, GraphEdge, GraphNode } from '../contract/graph.ts';
import { HUB_LABELS } from '../contract/vocabulary.ts';
import { at, edgeIdOf, labelsOf, sourceOf } from '../topology/topology.ts';
import type { Topology } from '../topology/topology.ts';
import { computeStanding } from './compute-standing.ts';
import type { StandingDay } from './compute-standing.ts';
import type { LoadedGraph } from './load-graph.ts';
import { toNumber, toPropertyValue, toText, toTexts } from './plain-values.ts';
import type { PlainProperties } from './plain-values.ts';

/** Labels as they go out: sorted, `Entity` among them. */
export function wireLabelsOf(topology: Topology, node: number): string[] {
  return [...labelsOf(topology, node), 'Entity'].sort();
}

/** @returns null where the text is no figure: a property of that name from elsewhere */
function parseFigure(text: string): Figure | null {
  try {
    const figure: unknown = JSON.parse(text);
    return typeof figure === 'object' && figure !== null ? (figure as Figure) : null;
  } catch {
    return null;
  }
}

function nodeProperties(record: PlainProperties): GraphNode['properties'] {
  const properties: GraphNode['properties'] = {};
  for (const name of Object.keys(record).sort()) {
    if (name === 'id' || name === 'caption') continue;
    if (name === 'figures') {
      properties[name] = toTexts(record[name])
        .map(parseFigure)
        .filter((figure) => figure !== null);
      continue;
    }
    const value = toPropertyValue(record[name] ?? null);
    if (value !== undefined) properties[name] = value;
  }
  return properties;
}

/** Day numbers are for as-of questions inside the service; `documents` stands beside the properties. */
const INNER_EDGE_PROPERTIES = new Set(['id', 'holds', 'documents']);

function edgeProperties(record: PlainProperties): GraphEdge['properties'] {
  const properties: GraphEdge['properties'] = {};
  for (const name of Object.keys(record).sort()) {
    const value = INNER_EDGE_PROPERTIES.has(name) ? undefined : toPropertyValue(record[name] ?? null);
    if (value !== undefined) properties[name] = value;
  }
  return properties;
}

/**
 * Nodes in the shape of the contract, in the order they are asked for. Agreements carry their standing on the day.
 * @param nodes numbers in the topology
 */
export async function projectNodes(
  { topology, records }: LoadedGraph,
  nodes: readonly number[],
  day: StandingDay,
  signal?: AbortSignal,
): Promise<GraphNode[]> {
  const found = await records.nodes(nodes, signal);
  const isAgreement = (node: number): boolean => labelsOf(topology, node).includes('Agreement');
  const agreements = nodes.filter(isAgreement).map((node) => topology.ids[node] as string);
  const basis = await records.standingBasis(agreements, signal);
  return nodes.map((node, place) => {
    const record = found[place] as PlainProperties;
    const id = topology.ids[node] as string;
    const known = basis.get(id);
    return {
      id,
      labels: wireLabelsOf(topology, node),
      caption: topology.captions[node] as string,
      properties: nodeProperties(record),
      degree: at(topology.degrees, node),
      ...(known ? { standing: computeStanding(toText(record['modality']), known, day) } : {}),
    };
  });
}

/** Edges in the shape of the contract, in the order they are asked for. */
export async function projectEdges(
  { topology, records }: LoadedGraph,
  edges: readonly number[],
  signal?: AbortSignal,
): Promise<GraphEdge[]> {
  const found = await records.edges(edges, signal);
  return edges.map((edge, place) => {
    const record = found[place] as PlainProperties;
    return {
      id: edgeIdOf(topology, edge),
      type: topology.typeNames[at(topology.types, edge)] as string,
      source: topology.ids[sourceOf(topology, edge)] as string,
      target: topology.ids[at(topology.targets, edge)] as string,
      properties: edgeProperties(record),
      documents: toNumber(record['documents']) ?? 0,
    };
  });
}

/** The labels that paths leave out, but for those that were asked for. */
export function hubLabelsWithout(asked: readonly string[] | undefined): string[] {
  return HUB_LABELS.filter((label) => !(asked ?? []).includes(label));
}
