import { join } from 'node:path'

/**
 * Processes and threads that are started from here on keep what Node compiled of their modules, and find it again: dozens of servers
 * and threads start in a run of the tests, all from the same sources.
 */
export function keepCompiled(): void {
  process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '../../node_modules/.cache/test')
}
