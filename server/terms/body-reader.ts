import type { DocumentJson } from '../../shared/document/document-json.ts'
import type { Terms } from '../../shared/terms/terms.ts'

/** What a state of the `body` room says. `title` is as typed, maybe empty; `snapshot` is Yjs' snapshot of the state. */
export interface ReadBody {
  readonly title: string
  readonly body: DocumentJson
  readonly terms: Terms
  readonly snapshot: Uint8Array
  /** Points of merge review that nobody has settled; 0 where no discussion was given. */
  readonly unreviewed: number
}

/** Reads states of the `body` room away from the main thread. Rejects when a state cannot be read in time; others go on. */
export interface BodyReader {
  /** Both are whole states as one Yjs update; `discussion` is that of the other room, when it is to be looked at too. */
  read(update: Uint8Array, discussion?: Uint8Array): Promise<ReadBody>
  close(): Promise<void>
}
