import type { Neo4jConfig } from '../engine-config.ts';

/** What a console child is opened with; the login goes over the channel and is in no environment. */
export interface Neo4jConsoleOpening {
  readonly config: Neo4jConfig;
  /** The text of console/node-ids. */
  readonly nodeIdsText: string;
}
