import { describe, expect, it } from 'vitest'
import { createRefreshQueue } from '../../../server/terms/refresh-queue.ts'
import { until } from '../sync/support/until.ts'

/** A queue whose work takes until it is let go. */
function slowly(share: number, pauseMs: number) {
  const done: string[] = []
  const begun: { readonly id: string; readonly at: number }[] = []
  let release = () => {}
  const queue = createRefreshQueue({
    share,
    pauseMs,
    work: async id => {
      begun.push({ id, at: performance.now() })
      await new Promise<void>(resolve => {
        release = resolve
      })
      done.push(id)
    },
  })
  return { queue, done, begun, go: () => release() }
}

describe('what can wait its turn', () => {
  it('is done one after the other, and once for all who ask before it begins', async () => {
    const { queue, done, begun, go } = slowly(1, 1000)
    for (const id of ['a', 'b', 'b', 'c', 'b']) queue.add(id)
    for (const id of ['a', 'b', 'c']) {
      await until(`${id} has begun`, () => begun.at(-1)?.id === id)
      expect(done).not.toContain(id)
      go()
      await until(`${id} is done`, () => done.at(-1) === id)
    }
    queue.add('a')
    await until('it has begun again', () => begun.length === 4)
    go()
    await until('it is done', () => done.length === 4)
    expect(done).toEqual(['a', 'b', 'c', 'a'])
  })

  it('is done again when it is asked for while it is being done', async () => {
    const { queue, done, begun, go } = slowly(1, 1000)
    queue.add('a')
    queue.add('a')
    go()
    await until('it has begun again', () => begun.length === 2)
    go()
    await until('it is done', () => done.length === 2)
  })

  it('takes its share of the time and no more, with pauses that have an end', async () => {
    const { queue, begun, go } = slowly(0.1, 60)
    queue.add('a')
    queue.add('b')
    await until('the first has begun', () => begun.length === 1)
    await new Promise(resolve => setTimeout(resolve, 20))
    const ended = performance.now()
    go()
    await until('the second has begun', () => begun.length === 2)
    // Nine times as long as the first took would be 180 ms.
    expect((begun[1]?.at ?? 0) - ended).toBeGreaterThan(55)
    queue.stop()
  })

  it('begins nothing once it is stopped', async () => {
    const { queue, done, begun, go } = slowly(1, 1000)
    queue.add('a')
    queue.add('b')
    await until('the first has begun', () => begun.length === 1)
    queue.stop()
    queue.add('c')
    go()
    await until('the first is done', () => done.length === 1)
    await new Promise(resolve => setTimeout(resolve, 5))
    expect(begun.map(({ id }) => id)).toEqual(['a'])
  })
})
