import type { RecordAnswers, RecordQuestion, RecordReply } from './record-requests.ts'

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }

/** The worker that reads the record, so that 5,000 changes hold up nobody's typing. */
export class RecordThread {
  readonly #worker = new Worker(new URL('./record-worker.ts', import.meta.url), { type: 'module' })
  readonly #waiting = new Map<number, Waiting>()
  #last = 0

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<RecordReply>) => {
      const waiting = this.#waiting.get(data.id)
      this.#waiting.delete(data.id)
      if ('error' in data) waiting?.reject(new Error(data.error))
      else waiting?.resolve('json' in data ? JSON.parse(data.json) : data.value)
    })
    this.#worker.addEventListener('error', () => this.#fail())
  }

  ask<Kind extends keyof RecordAnswers>(
    question: Extract<RecordQuestion, { kind: Kind }>,
  ): Promise<RecordAnswers[Kind]['answer']> {
    const id = ++this.#last
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: value => resolve(value as RecordAnswers[Kind]['answer']), reject })
      this.#worker.postMessage({ id, question })
    })
  }

  end(): void {
    this.#worker.terminate()
    this.#fail()
  }

  #fail(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error('The record could not be read'))
    this.#waiting.clear()
  }
}
