import type { Limits } from '../settings.ts';
import type { CurrentGraph } from './current-graph.ts';
import type { DocumentLibrary } from './document-library.ts';

/** What the use cases need; each takes the part it uses. */
export interface ExploreDeps {
  readonly graph: CurrentGraph;
  readonly library: DocumentLibrary;
  readonly limits: Limits;
  /** Milliseconds since 1970-01-01. */
  readonly now: () => number;
}

/** A use case: a typed request in, an answer of the contract out; the signal ends it early. */
export type UseCase<Request, Response> = (request: Request, signal: AbortSignal) => Promise<Response>;
