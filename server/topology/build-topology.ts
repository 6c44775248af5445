import { createEdgeCollector } from './edge-store.ts';
import type { EdgeGroup } from './edge-store.ts';
import { freezeTopology } from './freeze-topology.ts';
import type { SortedNodes } from './freeze-topology.ts';
import { sharedUint32 } from './shared-arrays.ts';
import { createGrowableArray } from './growable-array.ts';
import { byCodeUnit, sortTable } from './intern-names.ts';
import type { Topology } from './topology.ts';

/** Parallel columns of one portion of nodes. */
export interface NodeColumns {
  readonly ids: readonly string[];
  readonly labels: readonly (readonly string[])[];
  readonly captions: readonly string[];
}

export interface TopologyBuilder {
  /** All nodes come before the first edge. Portions may come in any order. */
  addNodes(columns: NodeColumns): void;
  addEdges(group: EdgeGroup): void;
  /** Edges taken so far. */
  readonly edgeCount: number;
  build(): Topology;
}

interface NumberedNodes extends SortedNodes {
  readonly placeOf: ReadonlyMap<string, number>;
}

function sortNodes(
  ids: readonly string[],
  captions: readonly string[],
  bits: Uint32Array,
  labelNames: readonly string[],
): NumberedNodes {
  const { sorted, newCodes } = sortTable(ids, byCodeUnit);
  const sortedCaptions = [...captions];
  const labelBits = sharedUint32(ids.length);
  newCodes.forEach((place, row) => {
    sortedCaptions[place] = captions[row] as string;
    labelBits[place] = bits[row] as number;
  });
  return {
    ids: sorted,
    captions: sortedCaptions,
    labelNames,
    labelBits,
    placeOf: new Map(sorted.map((id, place) => [id, place])),
  };
}

/**
 * Collects columns and turns them into a topology.
 * @param labelNames at most 32, in the order of their bits; other labels are not kept
 * @param modalityNames the known modalities, the first one is the plain one
 */
export function createTopologyBuilder(
  labelNames: readonly string[],
  modalityNames: readonly string[],
): TopologyBuilder {
  const ids: string[] = [];
  const captions: string[] = [];
  const bits = createGrowableArray((length) => new Uint32Array(length));
  const edges = createEdgeCollector(modalityNames);
  let nodes: NumberedNodes | null = null;
  const numbered = (): NumberedNodes => (nodes ??= sortNodes(ids, captions, bits.view(), labelNames));
  return {
    get edgeCount() {
      return edges.length;
    },
    addNodes(columns) {
      columns.ids.forEach((id, row) => {
        ids.push(id);
        captions.push(columns.captions[row] ?? id);
        let labelBits = 0;
        for (const label of columns.labels[row] ?? []) {
          const bit = labelNames.indexOf(label);
          if (bit >= 0) labelBits |= 1 << bit;
        }
        bits.push(labelBits);
      });
    },
    addEdges(group) {
      const { placeOf } = numbered();
      edges.add(group, (id) => placeOf.get(id));
    },
    build() {
      const { placeOf: _, ...sorted } = numbered();
      return freezeTopology(sorted, edges.store(), edges.dangling);
    },
  };
}
