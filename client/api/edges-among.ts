import type { EdgesResponse, GraphEdge } from '../../server/contract/graph.ts';
import type { HttpClient } from './http.ts';

/** Entities in one question to the service, which takes 200: two halves are asked about together. */
const HALF = 100;
/** Entities among which relationships are looked for; six questions. */
const ENTITIES_MAX = 400;

export interface EdgesAmong {
  readonly edges: readonly GraphEdge[];
  /** False where there were too many entities or relationships to ask for all. */
  readonly isWhole: boolean;
}

/** The relationships among these entities. @throws ApiError */
export async function edgesAmong(http: HttpClient, ids: readonly string[]): Promise<EdgesAmong> {
  const asked = ids.slice(0, ENTITIES_MAX);
  const halves = Array.from({ length: Math.ceil(asked.length / HALF) }, (_, place) =>
    asked.slice(place * HALF, (place + 1) * HALF),
  );
  const pairs = halves.flatMap((half, place) => halves.slice(place + 1).map((other) => [...half, ...other]));
  const found = new Map<string, GraphEdge>();
  let isWhole = asked.length === ids.length;
  for (const among of pairs.length > 0 ? pairs : halves) {
    const answer = await http.get<EdgesResponse>('edges', { query: { among } });
    for (const edge of answer.edges) found.set(edge.id, edge);
    if (answer.truncated) isWhole = false;
  }
  return { edges: [...found.values()], isWhole };
}
