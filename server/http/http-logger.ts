/** What the HTTP side says in the log; pino's logger fits. Never query text, search text, ids or tokens. */
export interface HttpLogger {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}
