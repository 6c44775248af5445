/** What an engine may say in the log. Pino's logger fits. Never query text, parameters or ids. */
export interface EngineLogger {
  debug(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
}

export const SILENT_LOGGER: EngineLogger = { debug: () => undefined, warn: () => undefined };
