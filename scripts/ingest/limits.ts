/** Bounds of ingestion that nobody needs to change; each is checked while reading, before the data is held. */
export const INGEST_LIMITS = {
  /** Bytes of a YAML or JSON file: files for people, parsed whole. */
  documentFileBytes: 10_000_000,
  /** Bytes of one line of NDJSON, or of one record of a CSV table. */
  lineBytes: 1_000_000,
  /** Levels of nesting in YAML, JSON and NDJSON. */
  nestingLevels: 16,
  /** Characters of a text value. */
  textCharacters: 4_000,
  /** Statements that may share one conflict. */
  conflictStatements: 50,
  /** Bytes of a document in the library. */
  libraryFileBytes: 50_000_000,
  /** Bytes of spooled rows kept in memory before they go to a temporary folder. */
  spoolMemoryBytes: 8_000_000,
  /** Bytes of the heap at which garbage is collected. */
  heapBytes: 110_000_000,
  /** Partitions that spooled rows are spread over; one is in memory at a time. */
  partitions: 64,
  /** Problems printed in one run; the rest is counted. */
  problemsShown: 100,
  /** Problems kept while reading: what is above is only counted. */
  problemsKept: 2_000,
} as const;
