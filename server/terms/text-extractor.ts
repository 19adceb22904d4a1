import type { Logger } from '../log.ts'
import { createWorkerCall, type WorkerLimits } from '../worker-call.ts'

/** Reads the terms of texts that anybody may send, away from the main thread. */
export interface TextExtractor {
  /**
   * `TextTerms` as JSON in UTF-8, as it is answered: the main thread makes nothing of it. Null when as many texts wait already as can
   * be read soon, and when reading this one took too long or failed.
   */
  extract(text: string): Promise<Uint8Array<ArrayBuffer> | null>
  close(): Promise<void>
}

/** Threads, each with one beside it: one long text must not keep the short ones waiting. */
const THREADS = 2
/** For each of both threads of a text. One of the largest size takes about two seconds. */
const LIMITS: WorkerLimits = { timeoutMs: 15_000, memoryMb: 512 }
/** Texts that may wait for each thread. */
const WAITING = 20

/** An extractor in worker threads, which start with the first text. */
export function createTextExtractor(log: Logger, limits: Partial<WorkerLimits> = {}): TextExtractor {
  const threads = Array.from({ length: THREADS }, () => ({
    worker: createWorkerCall<string, Uint8Array<ArrayBuffer>>(new URL('./text-worker.ts', import.meta.url), {
      ...LIMITS,
      ...limits,
    }),
    waiting: 0,
    characters: 0,
  }))
  return {
    async extract(text) {
      const [first] = threads.toSorted((a, b) => a.characters - b.characters || a.waiting - b.waiting)
      if (!first || first.waiting >= WAITING) return null
      first.waiting += 1
      first.characters += text.length
      try {
        return await first.worker.call(text)
      } catch (error) {
        log.warn({ error: String(error), characters: text.length }, 'A text was not read for its terms')
        return null
      } finally {
        first.waiting -= 1
        first.characters -= text.length
      }
    },
    async close() {
      await Promise.all(threads.map(({ worker }) => worker.close()))
    },
  }
}
