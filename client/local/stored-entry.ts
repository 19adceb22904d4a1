import type { LibraryEntry } from './library-entry.ts'

/** A library entry as it lies in the database, under whose copy it is; `waiting` is counted in the log, not here. */
export interface StoredEntry extends Omit<LibraryEntry, 'ownerId' | 'waiting'> {
  /** The account's id, or `''` without one (null is no key). */
  readonly owner: string
  /** `server.changedAt` of the text that was last fetched whole; null when it never was. */
  readonly fetchedAt: string | null
  /** The text is on this device, so that title and parties come from it and not from the server's list. */
  readonly hasText: boolean
  /** Whether the text is kept on this device without being opened. */
  readonly keep: boolean
}
