import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { CLOSE } from '../../shared/protocol/wire.ts'
import { ask, createAgreement, type TestPerson } from '../support/test-person.ts'
import { removeDataDir, type ServerProcess, startServerProcess } from '../support/test-server.ts'
import { updateFrame } from './sync/support/memory-client.ts'

// The kernel lets no file of the server grow beyond this: its writes fail from then on, as on a full disk. Nobody needs a
// privilege to ask for that.
const FILE_BYTES = 4096
const PIECE = 5000
const PATIENT = { timeout: 15_000 }

const limit = (server: ServerProcess, bytes: number | 'unlimited') =>
  execFileSync('prlimit', [`--pid=${server.pid}`, `--fsize=${bytes}:`])

/** A writer who counts what it was told is saved, and comes back with what was not. */
class Writer {
  readonly doc = new Y.Doc()
  saved = 0
  closeCode = 0
  readonly #sent: Uint8Array[] = []
  readonly #server: ServerProcess
  readonly #person: TestPerson
  readonly #agreementId: string
  #socket: WebSocket | null = null
  #before = 0

  constructor(server: ServerProcess, person: TestPerson, agreementId: string) {
    this.#server = server
    this.#person = person
    this.#agreementId = agreementId
    this.doc.on('update', (update: Uint8Array) => {
      this.#sent.push(update)
      this.#socket?.send(updateFrame(update))
    })
  }

  async connect(): Promise<void> {
    this.#before = this.saved
    const socket = new WebSocket(
      `${this.#server.url.replace('http', 'ws')}/sync/${this.#agreementId}/body?saved=1`,
      { headers: { authorization: `Bearer ${this.#person.token}` } },
    )
    socket.on('error', () => {})
    socket.on('message', data => {
      const [kind, low = 0, high = 0] = data as Buffer
      if (kind === 4) this.saved = this.#before + (low < 128 ? low : (low & 127) + high * 128)
    })
    socket.on('close', code => {
      this.closeCode = code
      this.#socket = null
    })
    await once(socket, 'open')
    this.closeCode = 0
    this.#socket = socket
    for (const update of this.#sent.slice(this.saved)) socket.send(updateFrame(update))
  }

  write(): void {
    this.doc.getArray('pieces').push([`${this.doc.getArray('pieces').length}:${'x'.repeat(PIECE)}`])
  }

  get written(): number {
    return this.#sent.length
  }

  leave(): void {
    this.#socket?.terminate()
  }
}

describe('a full disk', () => {
  let server: ServerProcess
  afterAll(async () => {
    await server.stop()
    removeDataDir(server)
  })

  it('stops acknowledging, says so to clients and to /healthz, loses nothing acknowledged, and is over when there is room', async () => {
    server = await startServerProcess()
    const ada = await server.signUp('Ada')
    const { id } = await createAgreement(ada, { seed: false })
    const writer = new Writer(server, ada, id)
    await writer.connect()
    const health = async () => (await ask(`${server.url}/healthz`, 'GET')).status
    writer.write()
    await vi.waitFor(() => expect(writer.saved).toBe(1), PATIENT)
    expect(await health()).toBe(200)

    limit(server, FILE_BYTES)
    while (writer.closeCode === 0) {
      writer.write()
      await new Promise(resolve => setTimeout(resolve, 3))
    }
    expect(writer.closeCode).toBe(CLOSE.unavailable)
    const acknowledged = writer.saved
    expect(acknowledged).toBeLessThan(writer.written)
    expect(await health()).toBe(503)
    // Whoever comes back while it is full is told again, and it gets no better by itself.
    await writer.connect()
    await vi.waitFor(() => expect(writer.closeCode).toBe(CLOSE.unavailable), PATIENT)
    expect(await health()).toBe(503)
    expect(writer.saved).toBe(acknowledged)

    limit(server, 'unlimited')
    expect(await health()).toBe(200)
    await writer.connect()
    await vi.waitFor(() => expect(writer.saved).toBe(writer.written), PATIENT)
    writer.leave()

    await server.kill()
    server = await startServerProcess({ dataDir: server.dataDir, port: server.port })
    const reader = new Y.Doc()
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${id}/body`, {
      headers: { authorization: `Bearer ${ada.token}` },
    })
    await once(socket, 'message')
    socket.send(Uint8Array.of(0, 0, 1, 0))
    const [data] = await once(socket, 'message')
    const answer = data as Buffer
    // Kind, part, and a length of as many bytes as a varint takes.
    let at = 2
    while ((answer[at++] ?? 0) >= 128);
    Y.applyUpdate(reader, answer.subarray(at))
    expect(reader.getArray('pieces').toJSON()).toEqual(writer.doc.getArray('pieces').toJSON())
    socket.terminate()
  }, 60_000)
})
