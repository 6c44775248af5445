import type { GraphEdge, GraphNode } from '../../../server/contract/graph.ts';
import type { LineStyle } from '../line-style.ts';

export type Side = 'left' | 'right';
export type MarkShape = 'square' | 'ring' | 'diamond' | 'dot';

/** What the bridge is made of. `fields` are the bands from top to bottom, `shores` the two countries. */
export interface BridgeSource {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly fields: readonly { readonly id: string; readonly caption: string }[];
  readonly shores: readonly [string, string];
}

/** What the reader opened. */
export interface BridgeChoices {
  /** Ids of things whose folded members are shown. */
  readonly unfolded: ReadonlySet<string>;
  /** Ids of things shown by themselves though they would be folded: a path, a selection. */
  readonly revealed: ReadonlySet<string>;
}

/** An agreement, programme, facility, mission or joint body on a row. */
export interface Mark {
  readonly id: string;
  readonly node: GraphNode;
  readonly shape: MarkShape;
  /** Place in time in years; null = no date. */
  readonly year: number | null;
  readonly style: LineStyle;
  /** Ids folded into it. */
  readonly folded: readonly string[];
}

/** One row for each set of parties in a band (a second where one cannot hold all undated marks). */
export interface Row {
  readonly key: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly marks: readonly Mark[];
  readonly style: LineStyle;
  /** Passages behind the row's relationships. */
  readonly passages: number;
  /** Ids of the relationships between a party and the row's marks, by party. */
  readonly edgesByParty: ReadonlyMap<string, readonly string[]>;
}

/** An organisation or state on a shore in one band: in its home band a dot, elsewhere a hollow stop. */
export interface Stand {
  readonly id: string;
  readonly node: GraphNode;
  readonly side: Side;
  readonly isHome: boolean;
  readonly folded: readonly string[];
}

export interface Band {
  readonly id: string;
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly left: readonly Stand[];
  readonly right: readonly Stand[];
}

/** The bridge before any pixel: what stands where and in which order. The list view reads the same. */
export interface BridgeModel {
  readonly bands: readonly Band[];
  readonly shores: readonly [string, string];
  /** host id → ids folded into it, in id order. */
  readonly folds: ReadonlyMap<string, readonly string[]>;
  /** folded id → the host it is folded into. */
  readonly foldedInto: ReadonlyMap<string, string>;
  /** Entities that the bridge never draws, or found no place for: counted by label. */
  readonly undrawn: ReadonlyMap<string, readonly string[]>;
  readonly drawnCount: number;
  readonly entityCount: number;
}
