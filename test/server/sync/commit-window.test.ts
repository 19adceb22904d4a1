import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CommitWindow } from '../../../server/sync/commit-window.ts'

/** A window for many readers, and when commits began, in ms from the first. */
function noted() {
  const began: number[] = []
  const limits = { commitWindowMs: 3, calmWindowMs: 25, manyReaders: 10 }
  const window = new CommitWindow(limits, () => began.push(performance.now()))
  const commit = () => {
    window.gather(10)
    window.open()
    vi.runAllTimers()
  }
  return { window, commit, gaps: () => began.slice(1).map((at, n) => at - (began[n] ?? at)) }
}

describe('the window of commits', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it.each([
    { told: [], gap: 3, why: 'the shortest distance' },
    { told: [5, 5], gap: 15, why: 'three times what telling takes' },
    { told: [60, 60], gap: 25, why: 'never more than that' },
    { told: [1, 60], gap: 3, why: 'one slow turn is a pause of the machine' },
    { told: [60, 60, 1], gap: 3, why: 'and the load may have gone' },
  ])('begins them $gap ms apart after telling took $told ms: $why', ({ told, gap }) => {
    const { window, commit, gaps } = noted()
    commit()
    for (const ms of told) window.told(ms)
    commit()
    expect(gaps()).toEqual([gap])
  })
})
