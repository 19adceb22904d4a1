import { afterEach, describe, expect, it } from 'vitest'
import { createThread } from '../../server/thread.ts'

const thread = createThread<number | 'throw' | 'die' | 'kept' | { bytes: number; within: number }>(
  new URL('./sync/support/thread-script.ts', import.meta.url),
)
afterEach(() => thread.end())

describe('a thread', () => {
  it('answers each request, in whatever number they come', async () => {
    expect(await Promise.all([thread.ask(1), thread.ask(2), thread.ask(3)])).toEqual([2, 4, 6])
  })

  it('hands on what answering throws, and goes on', async () => {
    await expect(thread.ask('throw')).rejects.toThrow('no answer')
    expect(await thread.ask(4)).toBe(8)
  })

  it('rejects what it was asked when it dies, and starts again for the next', async () => {
    const outcomes = await Promise.allSettled([thread.ask('die'), thread.ask(1)])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await thread.ask(5)).toBe(10)
  })

  it('hands many bytes over instead of copying them, and keeps few and views', async () => {
    const sizes = [
      { bytes: 100_000, within: 100_000 },
      { bytes: 10, within: 10 },
      { bytes: 100_000, within: 200_000 },
    ]
    for (const size of sizes) {
      const answer = await thread.ask(size)
      expect(answer).toEqual(new Uint8Array(size.bytes).fill(7))
    }
    expect(await thread.ask('kept')).toEqual([0, 10, 100_000])
  })
})
