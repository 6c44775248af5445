/** What the picture brings forward. Everything else steps back as soon as `isDimming`. */
export interface Focus {
  /** Entities to bring forward. */
  readonly nodes: ReadonlySet<string>;
  /** Relationships to bring forward: on a path exactly its own, else those of the entities. */
  readonly edges: ReadonlySet<string>;
  /** Drawn in the accent: the selection, or the path. */
  readonly accents: ReadonlySet<string>;
  /** The relationships of a path. */
  readonly pathEdges: ReadonlySet<string>;
  /** The path is the nearest miss, drawn so that nobody takes it for one that was found. */
  readonly isMiss: boolean;
  /** Organisations whose home and stops are joined by a clear line. */
  readonly ties: ReadonlySet<string>;
  readonly isDimming: boolean;
}

export const NO_FOCUS: Focus = {
  nodes: new Set(),
  edges: new Set(),
  accents: new Set(),
  pathEdges: new Set(),
  isMiss: false,
  ties: new Set(),
  isDimming: false,
};
