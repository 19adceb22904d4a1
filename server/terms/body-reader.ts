import type { DocumentJson } from '../../shared/document/document-json.ts'
import type { Terms } from '../../shared/terms/terms.ts'

/** What a state of the `body` room says. `title` is as typed, maybe empty; `snapshot` is Yjs' snapshot of the state. */
export interface ReadBody {
  readonly title: string
  readonly body: DocumentJson
  readonly terms: Terms
  readonly snapshot: Uint8Array
}

/** Reads states of the `body` room away from the main thread. Rejects when a state cannot be read in time; others go on. */
export interface BodyReader {
  /** `update` is a whole state as one Yjs update. */
  read(update: Uint8Array): Promise<ReadBody>
  close(): Promise<void>
}
