import { fromBase64, toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'

/** How far the text was read on this device when it was last left. */
export interface VisitMarker {
  /** A Yjs state vector. */
  readonly clocks: Uint8Array
  /** Epoch ms, this device's clock: for words only. */
  readonly at: number
}

const keyOf = (agreementId: string, userId: string | null) =>
  `parley-visit-${agreementId}@${userId ?? 'device'}`

/** Null where the agreement was never left on this device, or the note cannot be read. */
export function readVisit(agreementId: string, userId: string | null): VisitMarker | null {
  try {
    const [at, clocks] = (localStorage.getItem(keyOf(agreementId, userId)) ?? '').split(' ')
    const time = Number(at)
    return clocks && Number.isFinite(time) ? { clocks: fromBase64(clocks), at: time } : null
  } catch {
    return null
  }
}

/** Notes that everything in the document has been seen. A device that keeps no notes shows nothing as new. */
export function noteVisit(agreementId: string, userId: string | null, body: Y.Doc, at: number): void {
  try {
    const clocks = toBase64(Y.encodeStateVector(body))
    localStorage.setItem(keyOf(agreementId, userId), `${at} ${clocks}`)
  } catch {
    // A full or forbidden storage.
  }
}
