import { once } from 'node:events'
import { setTimeout as after } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { updateFrame } from '../sync/support/memory-client.ts'
import { character } from './hostile-bytes.ts'

const EVERY_MS = 20

/** Two people at work on an agreement: one writes a character every 20 ms, the other notes how long each took to arrive. */
export class Neighbours {
  readonly #writer: WebSocket
  readonly #reader: WebSocket
  readonly #timer: NodeJS.Timeout
  readonly #sentAt: number[] = []
  #arrived = 0
  #worst = 0

  private constructor(writer: WebSocket, reader: WebSocket) {
    this.#writer = writer
    this.#reader = reader
    reader.on('message', data => {
      const frame = data as Buffer
      if (frame[0] === 0 && frame[1] === 2) this.#arrive()
    })
    this.#timer = setInterval(() => {
      this.#sentAt.push(performance.now())
      writer.send(updateFrame(character(1_234_567, this.#sentAt.length - 1)))
    }, EVERY_MS)
  }

  static async at(serverUrl: string, token: string, agreementId: string): Promise<Neighbours> {
    const open = async () => {
      const socket = new WebSocket(`${serverUrl.replace('http', 'ws')}/sync/${agreementId}/body`, {
        headers: { authorization: `Bearer ${token}` },
      })
      await once(socket, 'message')
      return socket
    }
    return new Neighbours(await open(), await open())
  }

  /** The longest that a character took to arrive, in ms, of those on their way from when `work` began until it was over. */
  async worstWhile(work: () => Promise<void>): Promise<number> {
    await this.#allArrived()
    this.#worst = 0
    await work()
    // What the work left behind is still being done.
    await after(2 * EVERY_MS)
    await this.#allArrived()
    return this.#worst
  }

  leave(): void {
    clearInterval(this.#timer)
    this.#writer.terminate()
    this.#reader.terminate()
  }

  #arrive(): void {
    const sent = this.#sentAt[this.#arrived++] ?? Number.NaN
    this.#worst = Math.max(this.#worst, performance.now() - sent)
  }

  async #allArrived(): Promise<void> {
    const count = this.#sentAt.length
    const deadline = performance.now() + 20_000
    while (this.#arrived < count) {
      if (performance.now() > deadline) throw new Error('The others wait in vain')
      await after(5)
    }
  }
}
