import { appendFileSync, globSync, statSync } from 'node:fs'

/** LevelDB's log is written in blocks of this many bytes; a record's head does not cross into the next one. */
const BLOCK = 32_768

/** Checksum (four bytes), length of what follows (100), type of record (whole). */
const HEAD = Buffer.from([1, 2, 3, 4, 100, 0, 1])

/**
 * Does to a profile of Chromium that nothing runs on what a kill does between two writes of its database: the head of a record
 * ends the newest log, and what it announces is not there. False where the browser keeps its databases in another way.
 */
export function leaveHalfARecord(profile: string): boolean {
  const log = globSync(`${profile}/Default/IndexedDB/*.leveldb/*.log`).sort().at(-1)
  if (log === undefined) return false
  const left = BLOCK - (statSync(log).size % BLOCK)
  const padding = left < HEAD.length ? Buffer.alloc(left) : Buffer.alloc(0)
  appendFileSync(log, Buffer.concat([padding, HEAD]))
  return true
}
