/** One file of cypher/: its text and what its header promises. Loaded and checked by server/cypher/catalogue.ts. */
export interface CatalogueStatement {
  /** Path below cypher/ without the ending: `explore/get-node`. */
  readonly name: string;
  readonly purpose: string;
  readonly mode: 'read' | 'write' | 'schema';
  /** Names of the parameters, without `$`. */
  readonly params: readonly string[];
  /** What stands in brackets behind each of them: type, unit and bounds. */
  readonly declarations?: readonly string[];
  readonly columns: readonly string[];
  readonly text: string;
  /** The other lines of the header, without `//`: `title: …` and `question: …` of the examples. */
  readonly notes?: readonly string[];
}
