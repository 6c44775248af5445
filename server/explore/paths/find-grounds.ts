import type { WalkMask } from '../../topology/edge-mask.ts';
import { spansOf } from '../../topology/edge-facts.ts';
import { at, labelMaskOf, listSteps, sourceOf } from '../../topology/topology.ts';
import type { Step, Topology } from '../../topology/topology.ts';

/** An edge and the node it is walked from. */
export type WalkedEdge = readonly [edge: number, from: number];

/** Relationships that are told after a walk, and how many of how many they are where not all are told. */
export interface Ground {
  readonly edges: readonly number[];
  readonly cut: { readonly type: string; readonly shown: number; readonly all: number } | null;
}

const RESTING = ['Programme', 'Facility', 'Mission', 'Event'];
const BARE = new Set(['COOPERATES_WITH', 'MET_WITH']);
const JOINT = ['PARTY_TO', 'MEMBER_OF'];
const MOST_UNDER_A_NODE = 2;
const MOST_OF_A_TYPE = 3;
const LARGEST_DAY = 2_147_483_647;

function findUnder(topology: Topology, mask: Pick<WalkMask, 'edge'>, nodes: readonly number[]): number[] {
  const under = topology.typeNames.indexOf('UNDER');
  const labels = labelMaskOf(topology, RESTING);
  const known = new Set(nodes);
  return nodes
    .filter((node) => (at(topology.labelBits, node) & labels) !== 0)
    .flatMap((node) => {
      const found: number[] = [];
      const end = at(topology.outOffsets, node + 1);
      for (let edge = at(topology.outOffsets, node); edge < end; edge += 1) {
        const isGround = at(topology.types, edge) === under && mask.edge(edge);
        if (isGround && !known.has(at(topology.targets, edge))) found.push(edge);
      }
      return found.slice(0, MOST_UNDER_A_NODE);
    });
}

/** The first day on which the relationship is known to hold; what has none comes last. */
function firstDay(topology: Topology, edge: number): number {
  const start = spansOf(topology, edge)[0]?.from ?? -LARGEST_DAY;
  return Math.abs(start) >= LARGEST_DAY ? -LARGEST_DAY : start;
}

interface Common {
  readonly type: string;
  /** Relationships in pairs: of the one, of the other. */
  readonly pairs: readonly (readonly [number, number])[];
}

/** What both are party to, then what both are members of: the latest first. */
function findCommon(
  topology: Topology,
  mask: Pick<WalkMask, 'edge'>,
  a: number,
  b: number,
  known: ReadonlySet<number>,
): Common[] {
  return JOINT.map((name) => {
    const type = topology.typeNames.indexOf(name);
    const stepsOf = (node: number): Step[] =>
      listSteps(topology, node, 'out').filter(
        (step) => at(topology.types, step.edge) === type && mask.edge(step.edge) && !known.has(step.node),
      );
    const ofB = new Map(stepsOf(b).map((step) => [step.node, step.edge]));
    const pairs = new Map<number, readonly [number, number]>();
    for (const { node, edge } of stepsOf(a)) {
      const other = ofB.get(node);
      if (other !== undefined && !pairs.has(node)) pairs.set(node, [edge, other]);
    }
    const latestFirst = [...pairs.values()].sort(
      (x, y) => firstDay(topology, y[0]) - firstDay(topology, x[0]) || x[0] - y[0],
    );
    return { type: name, pairs: latestFirst };
  });
}

/**
 * What a walk leaves unsaid: on what the programmes, laboratories, missions and meetings on it rest, and, where one of
 * its relationships says only that two cooperate or met, what both are party to or members of.
 * @param nodes of the path or graph; what is among them is not a ground
 * @param walked its edges, each with the node it is walked from
 */
export function findGrounds(
  topology: Topology,
  mask: Pick<WalkMask, 'edge'>,
  nodes: readonly number[],
  walked: readonly WalkedEdge[],
): Ground[] {
  const known = new Set(nodes);
  const bare = walked.filter(([edge]) => BARE.has(topology.typeNames[at(topology.types, edge)] as string));
  const common = bare.flatMap(([edge, from]) => {
    const ends = [sourceOf(topology, edge), at(topology.targets, edge)] as const;
    return findCommon(topology, mask, from, ends[0] === from ? ends[1] : ends[0], known);
  });
  return [
    { edges: findUnder(topology, mask, nodes), cut: null },
    ...common.map(({ type, pairs }) => {
      const shown = pairs.slice(0, MOST_OF_A_TYPE);
      const cut = { type, shown: shown.length, all: pairs.length };
      return { edges: shown.flat(), cut: cut.shown < cut.all ? cut : null };
    }),
  ].filter(({ edges }) => edges.length > 0);
}
