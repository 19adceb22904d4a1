import type { LibraryEntry } from './library-entry.ts'

/** A library entry as it lies in the database, under whose copy it is; `waiting` is counted in the log, not here. */
export interface StoredEntry extends Omit<LibraryEntry, 'ownerId' | 'waiting'> {
  /** The account's id, or `''` without one (null is no key). */
  readonly owner: string
  /** `server.changedAt` of the text that was last fetched whole; null when it never was. */
  readonly fetchedAt: string | null
  /** Whether the text is kept on this device without being opened. */
  readonly keep: boolean
}
