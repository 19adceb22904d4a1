import type { Proposal } from '../../../shared/terms/suggest/propose-facts.ts'

/** Finds what a text seems to state, away from where people type. */
export interface ProposalReader {
  /** One text at a time. Rejects when it cannot be read; the next may be. */
  read(text: string): Promise<readonly Proposal[]>
  close(): void
}

/** A reader in a worker, which starts with the first text and again after it failed. */
export function createWorkerReader(): ProposalReader {
  let worker: Worker | null = null
  const drop = () => {
    worker?.terminate()
    worker = null
  }
  return {
    read(text) {
      worker ??= new Worker(new URL('./proposal-worker.ts', import.meta.url), { type: 'module' })
      const busy = worker
      return new Promise((resolve, reject) => {
        busy.onmessage = ({ data }: MessageEvent<readonly Proposal[]>) => resolve(data)
        busy.onerror = event => {
          drop()
          reject(new Error(event.message))
        }
        busy.postMessage(text)
      })
    },
    close: drop,
  }
}
