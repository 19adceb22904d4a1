import { constants, PerformanceObserver } from 'node:perf_hooks'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { collectAll, collectYoung, createMemoryReturn } from '../../server/memory-return.ts'

describe('memory', () => {
  let rooms = 0
  let collected = 0
  let stop = () => {}
  beforeEach(() => {
    vi.useFakeTimers()
    rooms = 0
    collected = 0
    stop = createMemoryReturn({ rooms: () => rooms, collect: () => collected++, everyMs: 1000 }).stop
  })
  afterEach(() => {
    stop()
    vi.useRealTimers()
  })
  const lookWith = (open: number): number => {
    rooms = open
    vi.advanceTimersByTime(1000)
    return collected
  }

  it('is given back once nearly everybody has left, and once only', () => {
    expect([lookWith(500), lookWith(1000), lookWith(400), lookWith(101)]).toEqual([0, 0, 0, 0])
    expect([lookWith(100), lookWith(100), lookWith(0), lookWith(0)]).toEqual([1, 1, 2, 2])
  })

  it('is given back again after the next busy time', () => {
    expect([lookWith(1000), lookWith(0), lookWith(2000), lookWith(10)]).toEqual([0, 1, 1, 2])
  })

  it('is left alone where there were few rooms', () => {
    expect([lookWith(99), lookWith(0)]).toEqual([0, 0])
  })
})

describe('collecting all', () => {
  it('gives the pages of what is no longer used back to the system', () => {
    let many: unknown[] | null = Array.from({ length: 300_000 }, (_, n) => ({ n, list: [n] }))
    const full = process.memoryUsage().heapTotal
    expect(many).toHaveLength(300_000)
    many = null
    collectAll()
    expect(full - process.memoryUsage().heapTotal).toBeGreaterThan(10_000_000)
  })
})

describe('collecting what is young', () => {
  it('is a small collection', async () => {
    const { NODE_PERFORMANCE_GC_MINOR: MINOR, NODE_PERFORMANCE_GC_FLAGS_FORCED: FORCED } = constants
    const asked: unknown[] = []
    const observer = new PerformanceObserver(list => {
      // Those that nobody asked for come at any time.
      for (const { detail } of list.getEntries() as { detail?: { flags: number } }[])
        if (detail?.flags === FORCED) asked.push(detail)
    })
    observer.observe({ entryTypes: ['gc'] })
    collectYoung()
    await vi.waitUntil(() => asked.length > 0, { timeout: 10_000 })
    observer.disconnect()
    expect(asked).toEqual([{ kind: MINOR, flags: FORCED }])
  })
})
