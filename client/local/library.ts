import type { Model } from '../../shared/agreement/models.ts'
import type { DocumentJson } from '../../shared/document/document-json.ts'
import type { Thread } from '../../shared/document/threads.ts'
import type { Result } from '../../shared/result.ts'
import type { ApiError } from '../api/api-error.ts'
import type { LibraryEntry } from './library-entry.ts'

/** Why the library did not do something. `storage-failed`: this device could not write; the message says what to do. */
export type LibraryRefusal =
  | { readonly kind: 'storage-failed'; readonly message: string }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'changes-wait'; readonly waiting: number }

/**
 * The agreements on this device that belong to the account in use, and those written without an account. Everything here
 * works without a network; what the server must learn of is carried out when it can be reached, oldest first, until it is done.
 */
export interface Library {
  /** Settles when `entries()` shows what this device holds; never rejects. */
  readonly loaded: Promise<void>
  /** Last changed first. The same array until something changes. */
  entries(): readonly LibraryEntry[]
  /** Calls back on every change of `entries()`; returns the way to stop. */
  subscribe(listener: () => void): () => void
  /** A new agreement with the model's template; its id. It is on this device when this resolves. */
  create(wish: { readonly title: string; readonly model: Model }): Promise<Result<string, LibraryRefusal>>
  /** The filled sample agreement as a new agreement; its id. */
  createSample(): Promise<Result<string, LibraryRefusal>>
  /** A new agreement with the text and comments of a file; its id. */
  importText(text: {
    readonly title: string
    readonly body: DocumentJson
    readonly threads: readonly Thread[]
  }): Promise<Result<string, LibraryRefusal>>
  /** Sets the title in the text itself, so that it merges like any other edit. */
  rename(id: string, title: string): Promise<Result<true, LibraryRefusal>>
  /** A new agreement with the text as it stands here, none of its history or members; its id. */
  duplicate(id: string, title: string): Promise<Result<string, LibraryRefusal>>
  /**
   * Takes the copy off this device; the server's stays. Refused with `changes-wait` while changes of the text are nowhere
   * else, unless `evenIfWaiting` (ask the person first: they are lost). What the server lists comes back with `refresh`.
   */
  remove(id: string, options?: { readonly evenIfWaiting: boolean }): Promise<Result<true, LibraryRefusal>>
  /** Reads the server's list, carries out what waits and fetches texts that are not here yet. Runs by itself when it should. */
  refresh(): Promise<Result<true, ApiError>>
}
