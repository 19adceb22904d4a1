import type { Logger } from '../../server/log.ts'

/** A log for tests that expect nothing of it. */
export const silentLog: Logger = { info: () => {}, warn: () => {}, error: () => {} }
