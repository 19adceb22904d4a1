import { Worker } from 'node:worker_threads'
import type { BodyReader, ReadBody } from './body-reader.ts'

const WORKER = new URL('./body-worker.ts', import.meta.url)

/** A reader in one worker thread, one state at a time. A worker that fails or takes too long is replaced. */
export function createWorkerBodyReader(limits = { timeoutMs: 20_000, memoryMb: 768 }): BodyReader {
  let worker: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()
  let closed = false

  const drop = () => {
    const dropped = worker
    worker = null
    return dropped?.terminate()
  }

  const readNow = (update: Uint8Array): Promise<ReadBody> => {
    if (closed) return Promise.reject(new Error('The reader of texts is closed.'))
    worker ??= new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb } })
    const busy = worker
    busy.removeAllListeners()
    const forget = () => {
      if (worker === busy) worker = null
    }
    return new Promise<ReadBody>((resolve, reject) => {
      const settle = (done: () => void) => {
        clearTimeout(timer)
        busy.removeAllListeners()
        // An idle worker keeps no process alive, and its end takes no process down.
        busy.unref()
        busy.on('error', forget)
        busy.on('exit', forget)
        done()
      }
      const fail = (error: unknown) =>
        settle(() => {
          reject(error)
          // Its own end may be what failed it; nothing more can be done about it here.
          drop()?.catch(() => undefined)
        })
      const timer = setTimeout(() => fail(new Error('Reading a text took too long.')), limits.timeoutMs)
      busy.ref()
      busy.once('message', (read: ReadBody) => settle(() => resolve(read)))
      busy.once('error', fail)
      busy.once('exit', () => fail(new Error('The reader of texts ended before it was done.')))
      busy.postMessage(update)
    })
  }

  return {
    read(update) {
      const next = last.then(
        () => readNow(update),
        () => readNow(update),
      )
      last = next.catch(() => undefined)
      return next
    },
    async close() {
      closed = true
      await drop()
      await last
    },
  }
}
