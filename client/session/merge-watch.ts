import * as Y from 'yjs'
import { type MergeRanges, mergeRangesOf } from '../../shared/record/merge/merge-ranges.ts'
import type { RoomCopy } from './room-copy.ts'

/**
 * Notices when this device's waiting changes meet what others wrote meanwhile. The log says what waited and what came since; the
 * server's answer to a new connection holds the rest. The merge is told once the server has taken the changes: before that it
 * has happened on this device only, and the next connection finds it again, larger.
 */
export class MergeWatch {
  readonly #room: Pick<RoomCopy, 'doc' | 'log'>
  readonly #tell: (merge: MergeRanges) => void
  #met: Promise<MergeRanges | null> | null = null

  constructor(room: Pick<RoomCopy, 'doc' | 'log'>, tell: (merge: MergeRanges) => void) {
    this.#room = room
    this.#tell = tell
  }

  answering(answer: Uint8Array): void {
    const { doc, log } = this.#room
    this.#met = null
    const { waiting, unsaved } = log.state()
    if (waiting + unsaved === 0) return
    const at = Y.snapshot(doc)
    this.#met = log.unacknowledged().then(
      ({ own, others }) => mergeRangesOf({ at, mine: own, others, answer }),
      // The storage cannot be read, which the status says; the changes still wait, so the next connection tries again.
      () => null,
    )
  }

  acknowledged(): void {
    const met = this.#met
    this.#met = null
    void met?.then(merge => merge && this.#tell(merge))
  }
}
