import type { RecordTally } from '../metrics/metrics.ts'
import type { RecordStore } from './record-store.ts'
import { StoreUnavailable } from './store-unavailable.ts'

/** Whether the record takes writes, as far as is known. */
export interface RecordHealth {
  /** Resolves when it does; rejects with `StoreUnavailable` while it does not. After a failed write it tries one that changes nothing. */
  check(): Promise<void>
}

/** `now` is epoch ms, as the entries' own time. */
export interface WatchedRecordOptions {
  readonly tally: RecordTally
  readonly probe: () => Promise<void>
  readonly now: () => number
}

/**
 * Counts what the record does and notes when it stops taking writes, without a change to what it promises. Methods that are
 * not counted are passed on as they are.
 */
export function watchRecord<Store extends RecordStore>(
  record: Store,
  { tally, probe, now }: WatchedRecordOptions,
): { readonly record: Store; readonly health: RecordHealth } {
  let failing = false

  const append: RecordStore['append'] = async entries => {
    const began = performance.now()
    try {
      const heads = await record.append(entries)
      failing = false
      const oldest = entries[0]?.at ?? now()
      tally.appended({
        updates: entries.length,
        bytes: entries.reduce((sum, { update }) => sum + update.length, 0),
        ms: performance.now() - began,
        lagMs: Math.max(0, now() - oldest),
      })
      return heads
    } catch (error) {
      failing = true
      tally.failed()
      throw error
    }
  }

  const load: RecordStore['load'] = async room => {
    const began = performance.now()
    const loaded = await record.load(room)
    tally.loaded(performance.now() - began)
    return loaded
  }

  const check = async (): Promise<void> => {
    if (!failing) return
    try {
      await probe()
    } catch {
      throw new StoreUnavailable('The record takes no writes')
    }
    failing = false
  }

  return { record: { ...record, append, load }, health: { check } }
}
