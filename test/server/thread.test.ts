import { afterEach, describe, expect, it } from 'vitest'
import { createThread } from '../../server/thread.ts'

const thread = createThread<number | 'throw' | 'die'>(
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
})
