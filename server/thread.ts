import { parentPort, Worker } from 'node:worker_threads'
import { must } from '../shared/result.ts'
import { YOUNG_MB } from './young-objects.ts'

interface Question<Request> {
  readonly id: number
  readonly request: Request
}

interface Answer {
  readonly id: number
  readonly value?: unknown
  readonly failure?: string
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** A thread that answers requests one by one, in order. It starts with the first request and again after it died. */
export interface Thread<Request> {
  /** The answer. Rejects when answering threw, or when the thread died meanwhile: what it then did is unknown. */
  ask(request: Request, transfer?: readonly ArrayBuffer[]): Promise<unknown>
  /** Ends the thread at once; requests without an answer reject. */
  end(): Promise<void>
}

/**
 * `script` is a module that calls `answerRequests`. An idle thread does not keep the process alive. One that needs more than
 * `memoryMb` for what it keeps dies.
 */
export function createThread<Request>(
  script: URL,
  { workerData, memoryMb }: { readonly workerData?: unknown; readonly memoryMb?: number } = {},
): Thread<Request> {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let worker: Worker | null = null

  const settle = (started: Worker, { id, value, failure }: Answer): void => {
    const question = waiting.get(id)
    waiting.delete(id)
    if (waiting.size === 0) started.unref()
    if (failure === undefined) question?.resolve(value)
    else question?.reject(new Error(failure))
  }

  const died = (started: Worker, error: Error): void => {
    if (worker !== started) return
    worker = null
    const all = [...waiting.values()]
    waiting.clear()
    for (const { reject } of all) reject(error)
  }

  const start = (): Worker => {
    const started = new Worker(script, {
      workerData,
      resourceLimits: {
        maxYoungGenerationSizeMb: YOUNG_MB,
        ...(memoryMb !== undefined && { maxOldGenerationSizeMb: memoryMb }),
      },
    })
    started.on('message', (answer: Answer) => settle(started, answer))
    started.on('error', error => died(started, error instanceof Error ? error : new Error(String(error))))
    started.on('exit', () => died(started, new Error('The thread ended')))
    return started
  }

  return {
    ask: (request, transfer = []) => {
      worker ??= start()
      worker.ref()
      const thread = worker
      return new Promise((resolve, reject) => {
        const question: Question<Request> = { id: ++lastId, request }
        waiting.set(question.id, { resolve, reject })
        thread.postMessage(question, transfer)
      })
    },
    end: async () => {
      await worker?.terminate()
    },
  }
}

/** Bytes above which an answer is handed over instead of copied; smaller ones may be somebody's constants. */
const HANDED_OVER_BYTES = 64 * 1024

/**
 * Called once in the script of a thread: answers each request with what `answer` returns or throws. Many bytes that are an answer
 * by themselves, or a field of one, are the asker's from then on: the thread must not keep them.
 */
export function answerRequests<Request>(answer: (request: Request) => unknown): void {
  const port = must(parentPort, 'the script runs in a thread')
  port.on('message', ({ id, request }: Question<Request>) => {
    let reply: Answer
    try {
      reply = { id, value: answer(request) }
    } catch (error) {
      reply = { id, failure: error instanceof Error ? error.message : String(error) }
    }
    port.postMessage(reply, transferOf(reply.value))
  })
}

function transferOf(value: unknown): ArrayBuffer[] {
  if (value instanceof Uint8Array) return ownBuffer(value)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(ownBuffer) : []
}

/** Not of a view: with it would go what else lies in its buffer. */
function ownBuffer(value: unknown): ArrayBuffer[] {
  if (!(value instanceof Uint8Array) || value.byteLength < HANDED_OVER_BYTES) return []
  const { buffer } = value
  return buffer instanceof ArrayBuffer && buffer.byteLength === value.byteLength ? [buffer] : []
}
