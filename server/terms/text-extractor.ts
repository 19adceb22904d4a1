import type { TextTerms } from '../../shared/terms/text-terms.ts'
import { createWorkerCall } from '../worker-call.ts'

/** Reads the terms of texts that anybody may send, away from the main thread. */
export interface TextExtractor {
  /** Null when as many texts wait already as can be read soon. Rejects when a text takes too long. */
  extract(text: string): Promise<TextTerms> | null
  close(): Promise<void>
}

/** Threads: one long text must not keep the short ones waiting. */
const THREADS = 2
/** A text of the largest size takes about two seconds. */
const LIMITS = { timeoutMs: 15_000, memoryMb: 512 }
/** Texts that may wait for each thread. */
const WAITING = 20

/** An extractor in worker threads, which start with the first text. */
export function createTextExtractor(): TextExtractor {
  const threads = Array.from({ length: THREADS }, () => ({
    worker: createWorkerCall<string, TextTerms>(new URL('./text-worker.ts', import.meta.url), LIMITS),
    waiting: 0,
    characters: 0,
  }))
  return {
    extract(text) {
      const [first] = threads.toSorted((a, b) => a.characters - b.characters || a.waiting - b.waiting)
      if (!first || first.waiting >= WAITING) return null
      first.waiting += 1
      first.characters += text.length
      return first.worker.call(text).finally(() => {
        first.waiting -= 1
        first.characters -= text.length
      })
    },
    async close() {
      await Promise.all(threads.map(({ worker }) => worker.close()))
    },
  }
}
