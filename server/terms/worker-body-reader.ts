import { createWorkerCall } from '../worker-call.ts'
import type { BodyReader, ReadBody } from './body-reader.ts'
import type { BodyRequest } from './body-request.ts'

/** A reader in a worker thread. A text that takes longer than 20 seconds is given up. */
export function createWorkerBodyReader(limits = { timeoutMs: 20_000, memoryMb: 768 }): BodyReader {
  const worker = createWorkerCall<BodyRequest, ReadBody>(new URL('./body-worker.ts', import.meta.url), limits)
  return {
    read: (update, discussion) => worker.call({ update, discussion: discussion ?? null }),
    close: () => worker.close(),
  }
}
