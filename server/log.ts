/** Writes one structured line. Fields name things by id and kind: never content, e-mail addresses or secrets. */
export type LogLine = (fields: Readonly<Record<string, unknown>>, message: string) => void

/** What the server logs with; pino fits. */
export interface Logger {
  readonly debug: LogLine
  readonly info: LogLine
  readonly warn: LogLine
  readonly error: LogLine
}
