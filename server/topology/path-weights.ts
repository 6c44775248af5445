import type { FoundPath } from './found-path.ts';
import type { DaySpan, Evidence, Topology } from './topology.ts';

export type ScorePart = 'length' | 'relations' | 'documents' | 'recency' | 'hubs';

export const SCORE_PARTS: readonly ScorePart[] = ['length', 'relations', 'documents', 'recency', 'hubs'];

/** How much each part counts, 0 to 99.99; 1 where it is not given, 0 leaves the part out. */
export type ScoreWeights = { readonly [part in ScorePart]?: number | undefined };

/** By relationship type. */
export type RelationFactors = Readonly<Record<string, number>>;

const PLAIN: Required<ScoreWeights> = { length: 1, relations: 1, documents: 1, recency: 1, hubs: 1 };

export interface PathScore {
  /** Above 0 and at most 1, six digits that count. */
  readonly score: number;
  /** Each part as it would be alone: its product before the weight, four digits that count. */
  readonly parts: readonly { readonly part: ScorePart; readonly value: number; readonly weight: number }[];
}

/**
 * What paths cost: −ln of each factor of the score in whole micro-nats, rounded once a factor. Sums of whole numbers
 * are exact, so that the order of paths is the same on every machine. Nothing is below zero.
 */
export interface PathWeights {
  /** Of every hop after the first. */
  readonly hopCost: number;
  /** No edge of the topology costs less. */
  readonly leastEdgeCost: number;
  edgeCost(edge: number): number;
  /** Of a node that is passed through. */
  nodeCost(node: number): number;
  scoreOf(path: Pick<FoundPath, 'nodes' | 'edges'>): PathScore;
}

const MICRO_NATS = 1_000_000;
const DAYS_A_YEAR = 365.25;
const LARGEST_DAY = 2_147_483_647;
const HOP_FACTOR = 0.8;
const UNKNOWN_RECENCY = 0.5;
/** Degrees whose cost is kept; it is worked out anew for the few nodes above. */
const DEGREES_KEPT = 4_096;

function costOf(factor: number, weight: number): number {
  return Math.abs(Math.round(Math.log(factor) * weight * MICRO_NATS));
}

function documentsFactor(independent: number, isStated: boolean, isDisputed: boolean): number {
  return (1 - 0.3 / Math.max(1, independent)) * (isStated ? 1 : 0.25) * (isDisputed ? 0.5 : 1);
}

function recencyFactor(spans: readonly DaySpan[], dayNow: number): number {
  let latest = -Infinity;
  for (const { from, to } of spans) {
    for (const day of [from, to])
      if (Math.abs(day) < LARGEST_DAY && day <= dayNow) latest = Math.max(latest, day);
  }
  if (latest === -Infinity) return UNKNOWN_RECENCY;
  return 0.5 + 0.5 * 2 ** (-(dayNow - latest) / DAYS_A_YEAR / 10);
}

function hubFactor(degree: number): number {
  return 1 / (1 + Math.log10(Math.max(1, degree)));
}

interface Costs {
  readonly hopCost: number;
  /** The sum of the next three. */
  edge(edge: number): number;
  relations(edge: number): number;
  documents(edge: number): number;
  recency(edge: number): number;
  hubs(node: number): number;
}

/** Costs are worked out when first asked for and kept, one higher, so that 0 says unknown. */
function createCosts(
  topology: Topology,
  weights: Required<ScoreWeights>,
  dayNow: number,
  factors: RelationFactors,
): Costs {
  const { types, evidenceCodes, evidence, spanCodes, spans, modalities, disputed, degrees } = topology;
  const isStated = Uint8Array.from(topology.modalityNames, (name) => (name === 'stated' ? 1 : 0));
  const ofEvidence = new Uint32Array(4 * evidence.length);
  const ofSpans = new Uint32Array(spans.length);
  const ofDegrees = new Uint32Array(DEGREES_KEPT);
  const weightOf = (part: ScorePart): number => weights[part] ?? 1;
  const ofTypes = topology.typeNames.map((type) => costOf(factors[type] ?? 1, weightOf('relations')));
  const relations = (edge: number): number => ofTypes[types[edge] as number] as number;
  const documents = (edge: number): number => {
    const code = evidenceCodes[edge] as number;
    const stated = isStated[modalities[edge] as number] as number;
    const place = 4 * code + 2 * stated + (disputed[edge] as number);
    const kept = ofEvidence[place] as number;
    if (kept > 0) return kept - 1;
    const { independent } = evidence[code] as Evidence;
    const factor = documentsFactor(independent, stated === 1, disputed[edge] === 1);
    const cost = costOf(factor, weightOf('documents'));
    ofEvidence[place] = cost + 1;
    return cost;
  };
  const recency = (edge: number): number => {
    const code = spanCodes[edge] as number;
    const kept = ofSpans[code] as number;
    if (kept > 0) return kept - 1;
    const cost = costOf(recencyFactor(spans[code] as readonly DaySpan[], dayNow), weightOf('recency'));
    ofSpans[code] = cost + 1;
    return cost;
  };
  return {
    hopCost: costOf(HOP_FACTOR, weightOf('length')),
    edge: (edge) => relations(edge) + documents(edge) + recency(edge),
    relations,
    documents,
    recency,
    hubs(node) {
      const degree = degrees[node] as number;
      const kept = degree < DEGREES_KEPT ? (ofDegrees[degree] as number) : 0;
      if (kept > 0) return kept - 1;
      const cost = costOf(hubFactor(degree), weightOf('hubs'));
      if (degree < DEGREES_KEPT) ofDegrees[degree] = cost + 1;
      return cost;
    },
  };
}

/** The best type, the most documents, today. */
function leastEdgeCostOf(
  topology: Topology,
  weights: Readonly<Record<ScorePart, number>>,
  factors: RelationFactors,
): number {
  const ofTypes = topology.typeNames.map((type) => costOf(factors[type] ?? 1, weights.relations));
  const most = topology.evidence.at(-1)?.independent ?? 1;
  const ofDocuments = costOf(documentsFactor(most, true, false), weights.documents);
  return ofTypes.length === 0 ? 0 : Math.min(...ofTypes) + ofDocuments;
}

function sum(items: readonly number[], cost: (item: number) => number): number {
  return items.reduce((total, item) => total + cost(item), 0);
}

/** To so many digits that count: a small score keeps them, and never becomes 0. */
function significant(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

function addUp(costs: Costs, path: Pick<FoundPath, 'nodes' | 'edges'>): Record<ScorePart, number> {
  return {
    length: costs.hopCost * Math.max(0, path.edges.length - 1),
    relations: sum(path.edges, costs.relations),
    recency: sum(path.edges, costs.recency),
    documents: sum(path.edges, costs.documents),
    hubs: sum(path.nodes.slice(1, -1), costs.hubs),
  };
}

/**
 * The score of a path is a product: 0.8 for each hop after the first; for each relationship what its type says (given
 * by the caller); for each relationship 1 − 0.3 ÷ independent
 * documents, a quarter of it where it is not stated, half where disputed; for each relationship 0.5 + 0.5 · 2^(−age ÷ 10),
 * the age in years since its latest known day, 0.5 where none is known; for each entity passed through
 * 1 ÷ (1 + log10(relationships)), for what is related to everything explains little. Each part to the power of its weight.
 * @param dayNow days since 1970-01-01
 * @param factors what a relationship of a type says, above 0 and at most 1; 1 where it is not given
 */
export function createPathWeights(
  topology: Topology,
  weights: ScoreWeights,
  dayNow: number,
  factors: RelationFactors = {},
): PathWeights {
  const asked = Object.fromEntries(SCORE_PARTS.map((part) => [part, weights[part] ?? 1])) as Record<
    ScorePart,
    number
  >;
  const costs = createCosts(topology, asked, dayNow, factors);
  let plain: Costs | null = null;
  return {
    hopCost: costs.hopCost,
    leastEdgeCost: leastEdgeCostOf(topology, asked, factors),
    edgeCost: costs.edge,
    nodeCost: costs.hubs,
    scoreOf(path) {
      plain ??= createCosts(topology, PLAIN, dayNow, factors);
      const weighed = addUp(costs, path);
      const alone = addUp(plain, path);
      const cost = SCORE_PARTS.reduce((total, part) => total + weighed[part], 0);
      return {
        score: significant(Math.exp(-cost / MICRO_NATS), 6),
        parts: SCORE_PARTS.map((part) => ({
          part,
          value: significant(Math.exp(-alone[part] / MICRO_NATS), 4),
          weight: asked[part],
        })),
      };
    },
  };
}
