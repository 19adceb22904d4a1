import type { Comparison } from '../../../shared/record/history/compare-states.ts'
import { packRecordPage } from '../../../shared/record/record-pack.ts'
import type { HistoryEntry } from '../../../shared/record/record-stamps.ts'
import { createWorkerCall } from '../../worker-call.ts'

/** Compares two moments of a record away from the main thread. Rejects when that takes too long; others go on. */
export interface Comparer {
  /** `entries` are the record's first ones without a gap, at least up to the later moment. */
  compare(entries: readonly HistoryEntry[], from: number, to: number): Promise<Comparison>
  close(): Promise<void>
}

export interface CompareRequest {
  readonly page: Uint8Array
  readonly from: number
  readonly to: number
}

/** A comparer in a worker thread. A record that takes longer than 20 seconds is given up. */
export function createWorkerComparer(limits = { timeoutMs: 20_000, memoryMb: 768 }): Comparer {
  const worker = createWorkerCall<CompareRequest, Comparison>(
    new URL('./compare-worker.ts', import.meta.url),
    limits,
  )
  return {
    compare: (entries, from, to) =>
      worker.call({ page: packRecordPage({ head: entries.length, entries, names: new Map() }), from, to }),
    close: () => worker.close(),
  }
}
