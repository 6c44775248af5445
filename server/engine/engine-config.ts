/** A Neo4j server, cluster or Aura. */
export interface Neo4jConfig {
  readonly engine: 'neo4j';
  /** `bolt://`, `neo4j://`, or either with `+s` or `+ssc`. */
  readonly uri: string;
  readonly username: string;
  /** Empty with an empty username: a server without authentication. */
  readonly password: string;
  /** Undefined: the user's home database. */
  readonly database?: string | undefined;
}

export interface EmbeddedConfig {
  readonly engine: 'embedded';
  /** The folder of the generations. */
  readonly store: string;
}

export type EngineConfig = Neo4jConfig | EmbeddedConfig;
