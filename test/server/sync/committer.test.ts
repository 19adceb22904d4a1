import { describe, expect, it } from 'vitest'
import { createMemoryRecordStore } from '../../../server/store/memory-record-store.ts'
import type { RecordStore } from '../../../server/store/record-store.ts'
import { type CommitTarget, Committer, type QueuedUpdate } from '../../../server/sync/committer.ts'
import { DeleteRanges } from '../../../server/sync/delete-ranges.ts'
import { BODY, DISCUSSION } from './support/engine-fixture.ts'
import { until } from './support/until.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }

function update(byte: number): QueuedUpdate {
  const bytes = Uint8Array.of(byte)
  const shape = { structs: [], formats: [], deletes: DeleteRanges.NONE }
  return {
    room: BODY,
    update: bytes,
    authorId: 'ada',
    at: 1,
    frame: bytes,
    shape,
    source: { settled: () => {}, mayWrite: () => true },
  }
}

/** A committer whose batches are noted: how many updates, and when the disk got them. */
function noted(commitWindowMs: number, calmWindowMs = commitWindowMs, readers = 2) {
  const store = createMemoryRecordStore()
  const batches: { size: number; at: number }[] = []
  const record: RecordStore = {
    ...store,
    append: entries => {
      batches.push({ size: entries.length, at: performance.now() })
      return store.append(entries)
    },
  }
  const committed: number[] = []
  const target: CommitTarget = {
    members: { size: readers },
    committed: updates => committed.push(...updates.map(({ update }) => update[0] ?? 0)),
    failed: () => {},
    outdated: () => {},
  }
  const limits = { queueBytes: 1e6, commitWindowMs, calmWindowMs, manyReaders: 10 }
  const committer = new Committer(record, limits, log)
  return { committer, target, batches, committed }
}

describe('the committer', () => {
  it('writes the first after a pause at once, and what follows within the window together', async () => {
    const { committer, target, batches, committed } = noted(250)
    committer.add(target, update(1))
    await until('the first is durable', () => committed.length === 1)
    for (let n = 2; n <= 6; n++) {
      committer.add(target, update(n))
      await new Promise(resolve => setTimeout(resolve, 2))
    }
    await committer.whenSettled()
    expect(committed).toEqual([1, 2, 3, 4, 5, 6])
    expect(batches.map(({ size }) => size)).toEqual([1, 5])
    // A timer may go off a fraction of a millisecond early.
    expect((batches[1]?.at ?? 0) - (batches[0]?.at ?? 0)).toBeGreaterThan(248)
  })

  it('lets nobody wait who comes after the window', async () => {
    const { committer, target, batches } = noted(250)
    committer.add(target, update(1))
    await committer.whenSettled()
    await new Promise(resolve => setTimeout(resolve, 260))
    const before = performance.now()
    committer.add(target, update(2))
    await until('it reaches the disk', () => batches.length === 2)
    // Far less than a window, and more than a busy machine may take for a turn.
    expect((batches[1]?.at ?? 0) - before).toBeLessThan(200)
  })

  it('waits longer while few wait for it, and no longer than the short window once many do', async () => {
    const { committer, target, batches, committed } = noted(20, 400)
    committer.add(target, update(1))
    await until('the first is durable', () => committed.length === 1)
    const began = batches[0]?.at ?? 0
    for (let n = 2; n <= 4; n++) committer.add(target, update(n))
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(batches).toHaveLength(1)
    committer.add({ ...target, members: { size: 10 } }, { ...update(5), room: DISCUSSION })
    await committer.whenSettled()
    expect(committed.toSorted()).toEqual([1, 2, 3, 4, 5])
    expect(batches).toHaveLength(2)
    expect((batches[1]?.at ?? 0) - began).toBeLessThan(380)
    const wide = noted(20, 400, 200)
    wide.committer.add(wide.target, update(1))
    await until('it is durable', () => wide.committed.length === 1)
    wide.committer.add(wide.target, update(2))
    await wide.committer.whenSettled()
    expect((wide.batches[1]?.at ?? 0) - (wide.batches[0]?.at ?? 0)).toBeLessThan(380)
  })

  it('rests while telling of commits takes long, so that others get a turn', async () => {
    const { committer, target, batches, committed } = noted(1)
    const slow: CommitTarget = {
      ...target,
      committed: updates => {
        const until = performance.now() + 8
        while (performance.now() < until);
        committed.push(...updates.map(({ update }) => update[0] ?? 0))
      },
    }
    for (let n = 1; n <= 3; n++) {
      committer.add(slow, update(n))
      await until('it is told', () => committed.length === n)
    }
    expect((batches[2]?.at ?? 0) - (batches[1]?.at ?? 0)).toBeGreaterThan(22)
  })

  it('gives each room a bounded share of a batch, so that a flood in one keeps no other waiting', async () => {
    const { committer, target, batches, committed } = noted(1)
    const others: number[] = []
    const other: CommitTarget = {
      ...target,
      committed: updates => others.push(...updates.map(() => batches.length)),
    }
    for (let n = 0; n < 700; n++) committer.add(target, update(n & 255))
    committer.add(other, { ...update(1), room: DISCUSSION })
    const settled = committer.whenSettled()
    await until('the other is durable', () => others.length === 1)
    expect(others).toEqual([1])
    expect(committed.length).toBeLessThanOrEqual(256)
    await settled
    expect(committed).toEqual(Array.from({ length: 700 }, (_, n) => n & 255))
    expect(batches.map(({ size }) => size)).toEqual([257, 256, 188])
  })
})
