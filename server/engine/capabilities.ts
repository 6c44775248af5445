/**
 * What an engine can do beyond the common ground. A difference between engines is named here and asked for by name;
 * no code asks which engine it is.
 */
export interface EngineCapabilities {
  /** `(n:A|B)`, `(n:!A)`. When false the console says what to write instead. */
  readonly supportsLabelExpressions: boolean;
  /** `SHORTEST k`, quantified path patterns. */
  readonly supportsGqlPaths: boolean;
  /** `COLLECT {}`, `IS :: TYPE`, WHERE inside a pattern, OFFSET, FINISH, points, dynamic labels, index hints. */
  readonly supportsCypher5Syntax: boolean;
  /** `duration.between` and its kin. */
  readonly supportsDurationBetween: boolean;
  /** Rows leave while others are still being found; otherwise when all are. */
  readonly streamsWhileRunning: boolean;
  /** A plan says how many rows each operator is expected to give. */
  readonly estimatesRows: boolean;
  /** `PROFILE` gives the real rows of each operator. */
  readonly supportsProfile: boolean;
  /** `PROFILE` counts what each operator asks of the store; otherwise it gives its time. */
  readonly countsDbHits: boolean;
  /** Warns of functions and syntax that go out of use. */
  readonly reportsDeprecation: boolean;
  /** Integers and floats of equal value can be told apart in an answer (`1` and `1.0`). */
  readonly distinguishesIntegerFromFloat: boolean;
  /** Temporal values keep their type in an answer; otherwise they arrive as text. */
  readonly keepsTemporalTypes: boolean;
  /** Parses `CREATE FULLTEXT INDEX` and the procedures around it. */
  readonly supportsFulltextProcedures: boolean;
}
