import type { WalkMask } from '../../topology/edge-mask.ts';
import { at, labelMaskOf } from '../../topology/topology.ts';
import type { Topology } from '../../topology/topology.ts';

const RESTING = ['Programme', 'Facility', 'Mission', 'Event'];
const MOST_A_NODE = 2;

/**
 * On what the things on the way rest: relationships of type UNDER from programmes, laboratories, missions and meetings
 * among the nodes to what is not on the path itself, in id order, at most two of each thing.
 */
export function findGrounds(
  topology: Topology,
  mask: Pick<WalkMask, 'edge'>,
  nodes: readonly number[],
): number[] {
  const under = topology.typeNames.indexOf('UNDER');
  const labels = labelMaskOf(topology, RESTING);
  const known = new Set(nodes);
  return nodes
    .filter((node) => (at(topology.labelBits, node) & labels) !== 0)
    .flatMap((node) => {
      const grounds: number[] = [];
      const end = at(topology.outOffsets, node + 1);
      for (let edge = at(topology.outOffsets, node); edge < end; edge += 1) {
        const isGround = at(topology.types, edge) === under && mask.edge(edge);
        if (isGround && !known.has(at(topology.targets, edge))) grounds.push(edge);
      }
      return grounds.slice(0, MOST_A_NODE);
    });
}
