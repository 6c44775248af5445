/** A limit of the service: every one is here, shown by /api/meta and documented in docs/settings.md. */
export interface Setting {
  /** Environment variable that overrides the default. */
  readonly env: string;
  readonly default: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly help: string;
}

export const SETTINGS = {
  consoleTimeoutMs: {
    env: 'SETU_CONSOLE_TIMEOUT_MS',
    default: 10_000,
    minimum: 100,
    maximum: 30_000,
    help: 'Milliseconds a console statement may run.',
  },
  consoleMaxRows: {
    env: 'SETU_CONSOLE_MAX_ROWS',
    default: 5_000,
    minimum: 1,
    maximum: 10_000,
    help: 'Rows of a console answer.',
  },
  consoleMaxBytes: {
    env: 'SETU_CONSOLE_MAX_BYTES',
    default: 10_000_000,
    minimum: 10_000,
    maximum: 100_000_000,
    help: 'Bytes of a console answer.',
  },
  consoleMemoryMb: {
    env: 'SETU_CONSOLE_MEMORY_MB',
    default: 1_000,
    minimum: 128,
    maximum: 16_000,
    help: 'Megabytes of memory of a process that runs a console statement.',
  },
  consolePerUser: {
    env: 'SETU_CONSOLE_PER_USER',
    default: 2,
    minimum: 1,
    maximum: 16,
    help: 'Console statements of one user at once.',
  },
  consoleAtOnce: {
    env: 'SETU_CONSOLE_AT_ONCE',
    default: 4,
    minimum: 1,
    maximum: 32,
    help: 'Console statements at once, of all users.',
  },
  consoleQueue: {
    env: 'SETU_CONSOLE_QUEUE',
    default: 16,
    minimum: 0,
    maximum: 256,
    help: 'Console statements that may wait.',
  },
  consoleVerdicts: {
    env: 'SETU_CONSOLE_VERDICTS',
    default: 1_000,
    minimum: 0,
    maximum: 100_000,
    help: 'Console statements whose admission is remembered, so that they are not planned twice.',
  },
  consoleMaxCharacters: {
    env: 'SETU_CONSOLE_MAX_CHARACTERS',
    default: 20_000,
    minimum: 100,
    maximum: 100_000,
    help: 'Characters of a console statement.',
  },
  consoleParamsDepth: {
    env: 'SETU_CONSOLE_PARAMS_DEPTH',
    default: 32,
    minimum: 1,
    maximum: 64,
    help: 'Levels of nesting of console parameters.',
  },
  consoleParamsValues: {
    env: 'SETU_CONSOLE_PARAMS_VALUES',
    default: 10_000,
    minimum: 1,
    maximum: 100_000,
    help: 'Values in console parameters, all levels together.',
  },
  readTimeoutMs: {
    env: 'SETU_READ_TIMEOUT_MS',
    default: 15_000,
    minimum: 100,
    maximum: 120_000,
    help: "Milliseconds one of the service's own statements may run.",
  },
  readerProcesses: {
    env: 'SETU_READER_PROCESSES',
    default: 2,
    minimum: 1,
    maximum: 16,
    help: 'Reader processes of the embedded engine.',
  },
  requestMaxBytes: {
    env: 'SETU_REQUEST_MAX_BYTES',
    default: 1_000_000,
    minimum: 10_000,
    maximum: 10_000_000,
    help: 'Bytes of a request body.',
  },
  graphMaxNodes: {
    env: 'SETU_GRAPH_MAX_NODES',
    default: 5_000,
    minimum: 1,
    maximum: 100_000,
    help: 'Nodes of /api/graph where the request names no limit.',
  },
  neighboursMax: {
    env: 'SETU_NEIGHBOURS_MAX',
    default: 200,
    minimum: 1,
    maximum: 1_000,
    help: 'Neighbours of one expansion.',
  },
  searchMaxHits: {
    env: 'SETU_SEARCH_MAX_HITS',
    default: 20,
    minimum: 1,
    maximum: 100,
    help: 'Hits of a search where the request names no limit.',
  },
  pathMaxHops: { env: 'SETU_PATH_MAX_HOPS', default: 8, minimum: 1, maximum: 12, help: 'Hops of a path.' },
  pathMaxPaths: {
    env: 'SETU_PATH_MAX_PATHS',
    default: 5,
    minimum: 1,
    maximum: 25,
    help: 'Paths of one answer (k).',
  },
  pathTimeoutMs: {
    env: 'SETU_PATH_TIMEOUT_MS',
    default: 5_000,
    minimum: 10,
    maximum: 30_000,
    help: 'Milliseconds a path search may take.',
  },
  pathThreads: {
    env: 'SETU_PATH_THREADS',
    default: 2,
    minimum: 1,
    maximum: 16,
    help: 'Path searches at once that take longer than a moment, each in a thread of its own.',
  },
  pathQueue: {
    env: 'SETU_PATH_QUEUE',
    default: 16,
    minimum: 0,
    maximum: 256,
    help: 'Long path searches that may wait.',
  },
  topologyMaxEdges: {
    env: 'SETU_TOPOLOGY_MAX_EDGES',
    default: 20_000_000,
    minimum: 1_000,
    maximum: 200_000_000,
    help: 'Relationships the topology snapshot may hold.',
  },
  cacheMb: {
    env: 'SETU_CACHE_MB',
    default: 64,
    minimum: 0,
    maximum: 4_096,
    help: 'Megabytes of answers kept for the current revision.',
  },
  revisionPollMs: {
    env: 'SETU_REVISION_POLL_MS',
    default: 2_000,
    minimum: 100,
    maximum: 600_000,
    help: 'Milliseconds between looks for a new revision of the data.',
  },
  ingestBatchRows: {
    env: 'SETU_INGEST_BATCH_ROWS',
    default: 5_000,
    minimum: 1,
    maximum: 50_000,
    help: 'Rows of a transaction of npm run ingest, about.',
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;
/** The limits in force. */
export type Limits = { readonly [K in SettingName]: number };

/**
 * Reads every limit from the environment.
 * @throws Error naming the variable, its value and its bounds; a value is never silently lowered.
 */
export function readLimits(env: Readonly<Record<string, string | undefined>>): Limits {
  const limits: Partial<Record<SettingName, number>> = {};
  for (const [name, setting] of Object.entries(SETTINGS) as [SettingName, Setting][]) {
    const text = env[setting.env];
    const value = text === undefined || text === '' ? setting.default : Number(text);
    if (!Number.isInteger(value) || value < setting.minimum || value > setting.maximum) {
      throw new Error(
        `${setting.env}=${text}: give a whole number from ${setting.minimum} to ${setting.maximum}. ${setting.help}`,
      );
    }
    limits[name] = value;
  }
  return limits as Limits;
}
