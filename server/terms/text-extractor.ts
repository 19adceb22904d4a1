import type { Result } from '../../shared/result.ts'
import type { Logger } from '../log.ts'
import { collectYoung } from '../memory-return.ts'
import { createWorkerCall, type WorkerLimits } from '../worker-call.ts'
import type { NoText } from './plain-text-file.ts'

/** A text, or the bytes of one that nobody has looked at. */
export type SentText = string | Uint8Array<ArrayBuffer>

/** `TextTerms` as JSON in UTF-8, as it is answered, or why what was sent is no text to read. */
export type TextAnswer = Result<Uint8Array<ArrayBuffer>, NoText>

/** Reads the terms of texts that anybody may send, away from the main thread: to that one, the bytes of both ways are just passed on. */
export interface TextExtractor {
  /**
   * Bytes that are sent, and their buffer, are not the caller's any more. Null when as many texts wait already as can be read soon,
   * and when reading this one took too long or failed.
   */
  extract(sent: SentText): Promise<TextAnswer | null>
  close(): Promise<void>
}

/** Threads, each with one beside it: one long text must not keep the short ones waiting. */
const THREADS = 2
/** For each of both threads of a text. One of the largest size takes about two seconds. */
const LIMITS: WorkerLimits = { timeoutMs: 15_000, memoryMb: 512 }
/** Texts that may wait for each thread. */
const WAITING = 20

/**
 * Bytes of texts and answers after which the main thread clears away what held them. V8 counts such bytes as old and does not see them
 * fill the young space: left alone, it searches all that the server holds (45 ms of processor time) at every sixteenth text.
 */
const CLEAR_AFTER = 1024 * 1024

/** An extractor in worker threads, which start with the first text. */
export function createTextExtractor(log: Logger, limits: Partial<WorkerLimits> = {}): TextExtractor {
  const threads = Array.from({ length: THREADS }, () => ({
    worker: createWorkerCall<SentText, TextAnswer>(new URL('./text-worker.ts', import.meta.url), {
      ...LIMITS,
      ...limits,
    }),
    waiting: 0,
    length: 0,
  }))
  let passed = 0
  const pass = (bytes: number): void => {
    passed += bytes
    if (passed < CLEAR_AFTER) return
    passed = 0
    // When what is answered is on its way.
    setImmediate(collectYoung)
  }
  return {
    async extract(sent) {
      const [first] = threads.toSorted((a, b) => a.length - b.length || a.waiting - b.waiting)
      if (!first || first.waiting >= WAITING) return null
      first.waiting += 1
      const { length } = sent
      first.length += length
      try {
        const answer = await first.worker.call(sent, typeof sent === 'string' ? [] : [sent.buffer])
        pass(length + (answer.ok ? answer.value.length : 0))
        return answer
      } catch (error) {
        log.warn({ error: String(error), length }, 'A text was not read for its terms')
        return null
      } finally {
        first.waiting -= 1
        first.length -= length
      }
    },
    async close() {
      await Promise.all(threads.map(({ worker }) => worker.close()))
    },
  }
}
