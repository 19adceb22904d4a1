import { createMemoryRecordStore } from '../../../../server/store/memory-record-store.ts'
import type { RecordStore } from '../../../../server/store/record-store.ts'

/** A record in memory whose disk can be made slow (`hold…`) and made to fail. */
export interface SteeredRecord extends RecordStore {
  /** Appends wait until the returned function is called. */
  holdAppends(): () => void
  /** Loads wait until the returned function is called. */
  holdLoads(): () => void
  failing: boolean
  /** Only the next append fails. */
  failingOnce: boolean
}

export function createSteeredRecord(): SteeredRecord {
  const store = createMemoryRecordStore()
  let appendsFree: Promise<void> = Promise.resolve()
  let loadsFree: Promise<void> = Promise.resolve()
  const steered: SteeredRecord = {
    ...store,
    failing: false,
    failingOnce: false,
    holdAppends: () => {
      let release = () => {}
      appendsFree = new Promise(resolve => {
        release = resolve
      })
      return release
    },
    holdLoads: () => {
      let release = () => {}
      loadsFree = new Promise(resolve => {
        release = resolve
      })
      return release
    },
    append: async entries => {
      await appendsFree
      const fails = steered.failing || steered.failingOnce
      steered.failingOnce = false
      if (fails) throw new Error('disk I/O error')
      return store.append(entries)
    },
    probe: async () => {
      if (steered.failing) throw new Error('disk I/O error')
    },
    load: async room => {
      await loadsFree
      if (steered.failing) throw new Error('disk I/O error')
      return store.load(room)
    },
  }
  return steered
}
