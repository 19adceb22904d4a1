/** What the server writes to its log. Fields are plain values: never secrets, never what people wrote. */
export interface Logger {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
