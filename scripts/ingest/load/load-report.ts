/** What a load did to one kind of thing. */
export interface ChangeCounts {
  created: number;
  updated: number;
  deleted: number;
  unchanged: number;
}

/** What a load did, by kind. */
export interface LoadCounts {
  readonly documents: ChangeCounts;
  readonly entities: ChangeCounts;
  readonly relationships: ChangeCounts;
  readonly statements: ChangeCounts;
}

export function createLoadCounts(): LoadCounts {
  const none = (): ChangeCounts => ({ created: 0, updated: 0, deleted: 0, unchanged: 0 });
  return { documents: none(), entities: none(), relationships: none(), statements: none() };
}

/** How many things were created, updated or deleted. */
export function countChanges(counts: LoadCounts): number {
  return Object.values(counts as unknown as Record<string, ChangeCounts>).reduce(
    (sum, one) => sum + one.created + one.updated + one.deleted,
    0,
  );
}
