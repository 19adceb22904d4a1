import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { createWorkerCall } from '../../server/worker-call.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-worker-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = join(folder, 'worker.mjs')
writeFileSync(
  file,
  `import { parentPort, threadId } from 'node:worker_threads'
   let calls = 0
   parentPort.on('message', what => {
     if (what === 'throw') throw new Error('broken')
     if (what === 'exit') process.exit(3)
     if (what === 'hang') for (;;);
     parentPort.postMessage({ what, call: ++calls, threadId })
   })`,
)

const open = (timeoutMs = 5000) =>
  createWorkerCall<string, { what: string; call: number; threadId: number }>(pathToFileURL(file), {
    timeoutMs,
    memoryMb: 64,
  })

describe('work in a thread of its own', () => {
  it('is answered in order, by one thread', async () => {
    const worker = open()
    const answers = await Promise.all(['a', 'b', 'c'].map(what => worker.call(what)))
    expect(answers.map(({ what, call }) => [what, call])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ])
    expect(new Set(answers.map(({ threadId }) => threadId)).size).toBe(1)
    await worker.close()
  })

  it('ends also when an answer comes in the moment of its end', async () => {
    const worker = open()
    await worker.call('before')
    const last = worker.call('last')
    await new Promise(resolve => setImmediate(resolve))
    // The answer is made meanwhile, and heard only after the end has begun.
    for (const until = performance.now() + 100; performance.now() < until; );
    await worker.close()
    expect(await last).toMatchObject({ what: 'last' })
  })

  it.each([
    ['throw', /broken/],
    ['exit', /ended before/],
    ['hang', /took too long/],
  ])('that ends in %j fails alone: what was asked for after it is answered', async (what, message) => {
    const worker = open(what === 'hang' ? 2000 : 5000)
    const [before, failed, after] = await Promise.allSettled([
      worker.call('before'),
      worker.call(what),
      worker.call('after'),
    ])
    expect(before).toMatchObject({ status: 'fulfilled', value: { what: 'before' } })
    expect(failed).toMatchObject({ status: 'rejected' })
    expect(String(failed.status === 'rejected' && failed.reason)).toMatch(message)
    expect(after).toMatchObject({ status: 'fulfilled', value: { what: 'after', call: 1 } })
    await worker.close()
  })

  it('is refused once it is closed, also what was waiting', async () => {
    const worker = open()
    await worker.call('a')
    const waiting = [worker.call('hang'), worker.call('b')]
    await worker.close()
    for (const outcome of await Promise.allSettled(waiting)) expect(outcome.status).toBe('rejected')
    await expect(worker.call('c')).rejects.toThrow('closed')
  })
})
