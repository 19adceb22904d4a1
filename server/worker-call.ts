import { Worker } from 'node:worker_threads'
import { YOUNG_MB } from './young-objects.ts'

/** Work that is done in a thread of its own, one piece at a time, in the order in which it was asked for. */
export interface WorkerCall<Request, Answer> {
  /**
   * Rejects when the work fails or takes too long; the thread is then replaced and the next piece goes on. What is in `transfer` is
   * the thread's once its turn comes, and never the caller's again.
   */
  call(request: Request, transfer?: readonly ArrayBuffer[]): Promise<Answer>
  close(): Promise<void>
}

export interface WorkerLimits {
  readonly timeoutMs: number
  readonly memoryMb: number
}

/** `file` is a module that answers each message with one message. The thread starts with the first call. */
export function createWorkerCall<Request, Answer>(
  file: URL,
  limits: WorkerLimits,
): WorkerCall<Request, Answer> {
  let worker: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()
  let closed = false

  const drop = () => {
    const dropped = worker
    worker = null
    return dropped?.terminate()
  }

  const start = (): Worker => {
    const started = new Worker(file, {
      resourceLimits: {
        maxOldGenerationSizeMb: limits.memoryMb,
        maxYoungGenerationSizeMb: YOUNG_MB,
      },
    })
    const forget = () => {
      if (worker === started) worker = null
    }
    // The end of an idle worker takes no process down.
    started.on('error', forget).on('exit', forget)
    return started
  }

  const callNow = (request: Request, transfer: readonly ArrayBuffer[]): Promise<Answer> => {
    if (closed) return Promise.reject(new Error('The worker is closed.'))
    worker ??= start()
    const busy = worker
    return new Promise<Answer>((resolve, reject) => {
      const settle = (done: () => void) => {
        clearTimeout(timer)
        // Only these: whoever ends the thread waits for its end with a listener too.
        busy.off('message', answered).off('error', fail).off('exit', ended)
        // An idle worker keeps no process alive.
        busy.unref()
        done()
      }
      const answered = (answer: Answer) => settle(() => resolve(answer))
      const fail = (error: unknown) =>
        settle(() => {
          reject(error)
          // Its own end may be what failed it; nothing more can be done about it here.
          drop()?.catch(() => undefined)
        })
      const ended = () => fail(new Error('The worker ended before it was done.'))
      const timer = setTimeout(() => fail(new Error('The worker took too long.')), limits.timeoutMs)
      busy.ref()
      busy.on('message', answered).on('error', fail).on('exit', ended)
      busy.postMessage(request, transfer)
    })
  }

  return {
    call(request, transfer = []) {
      const next = last.then(
        () => callNow(request, transfer),
        () => callNow(request, transfer),
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
