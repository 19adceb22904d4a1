import { Worker } from 'node:worker_threads'

/** Work that is done in a thread of its own, one piece at a time, in the order in which it was asked for. */
export interface WorkerCall<Request, Answer> {
  /** Rejects when the work fails or takes too long; the thread is then replaced and the next piece goes on. */
  call(request: Request): Promise<Answer>
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

  const callNow = (request: Request): Promise<Answer> => {
    if (closed) return Promise.reject(new Error('The worker is closed.'))
    worker ??= new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb } })
    const busy = worker
    busy.removeAllListeners()
    const forget = () => {
      if (worker === busy) worker = null
    }
    return new Promise<Answer>((resolve, reject) => {
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
      const timer = setTimeout(() => fail(new Error('The worker took too long.')), limits.timeoutMs)
      busy.ref()
      busy.once('message', (answer: Answer) => settle(() => resolve(answer)))
      busy.once('error', fail)
      busy.once('exit', () => fail(new Error('The worker ended before it was done.')))
      busy.postMessage(request)
    })
  }

  return {
    call(request) {
      const next = last.then(
        () => callNow(request),
        () => callNow(request),
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
