import { setImmediate as nextTurn } from 'node:timers/promises'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { updateFrame } from '../../server/sync/support/memory-client.ts'
import type { TestPerson } from '../test-person.ts'

/** A text that several authors wrote at once, as it was recorded: each step names those that its author had seen. */
export interface Trace {
  readonly endContent: string
  readonly numAgents: number
  readonly txns: readonly {
    readonly parents: readonly number[]
    readonly agent: number
    /** Position, characters deleted there, text inserted there. */
    readonly patches: readonly (readonly [number, number, string])[]
  }[]
}

/** How far one author may be ahead of what the server has confirmed. */
const WINDOW = 100
const STALLED_MS = 20_000

/** One author with a copy that sees of the others just what the trace says, and no more, before each step. */
class Author {
  readonly doc = new Y.Doc()
  readonly has = new Set<number>()
  readonly #socket: WebSocket
  #arrived = new Map<string, Uint8Array>()
  #sent = 0
  #saved = 0
  /** The server has let the author in: all that is written from now on comes as updates. Before, it would come as state. */
  #admitted = false
  #closed = false

  constructor(index: number, url: string, token: string) {
    this.doc.clientID = index + 1
    this.#socket = new WebSocket(`${url}?saved=1`, { headers: { authorization: `Bearer ${token}` } })
    this.#socket.on('message', data => this.#hear(new Uint8Array(data as Buffer)))
    this.#socket.on('close', () => {
      this.#closed = true
    })
  }

  get isAdmitted(): boolean {
    if (this.#closed) throw new Error('The server closed a socket')
    return this.#admitted
  }

  get mayGoOn(): boolean {
    return this.isAdmitted && this.#sent - this.#saved < WINDOW
  }

  get isSaved(): boolean {
    return this.#sent === this.#saved
  }

  hasHeard(update: Uint8Array): boolean {
    return this.#arrived.has(keyOf(update))
  }

  send(update: Uint8Array): void {
    this.#sent++
    this.#socket.send(updateFrame(update))
  }

  close(): void {
    this.#socket.terminate()
  }

  #hear(frame: Uint8Array): void {
    this.#admitted = true
    const decoder = decoding.createDecoder(frame)
    const kind = decoding.readVarUint(decoder)
    if (kind === 4) this.#saved = decoding.readVarUint(decoder)
    if (kind !== 0 || decoding.readVarUint(decoder) !== 2) return
    const update = decoding.readVarUint8Array(decoder)
    this.#arrived.set(keyOf(update), update)
  }
}

const keyOf = (update: Uint8Array): string => Buffer.from(update).toString('latin1')

/**
 * Replays a trace over real sockets, one client for each author, the authors spread over the servers. A step waits until its
 * author has heard, from its own server, of every step that the trace says it had seen. Resolves when all is saved.
 */
export async function replayTrace(
  trace: Trace,
  servers: readonly string[],
  agreementId: string,
  people: readonly TestPerson[],
): Promise<void> {
  const authors = Array.from({ length: trace.numAgents }, (_, index) => {
    const url = `${servers[index % servers.length]?.replace('http', 'ws')}/sync/${agreementId}/body`
    return new Author(index, url, people[index]?.token ?? '')
  })
  const updates: Uint8Array[] = []
  try {
    await patiently('all are let in', () => authors.every(author => author.isAdmitted))
    for (const [index, { agent, parents, patches }] of trace.txns.entries()) {
      const author = authors[agent]
      if (!author) throw new Error('The trace names an author that it does not count')
      const seen = missing(trace, author.has, parents)
      await patiently(`step ${index} may go on`, () => author.mayGoOn)
      for (const step of seen) {
        const update = updates[step] ?? new Uint8Array()
        await patiently(`step ${step} reaches author ${agent}`, () => author.hasHeard(update))
        Y.applyUpdate(author.doc, update)
      }
      const update = write(author.doc, patches)
      updates.push(update)
      author.has.add(index)
      author.send(update)
    }
    await patiently('all is saved', () => authors.every(author => author.isSaved))
  } finally {
    for (const author of authors) author.close()
  }
}

/** What an author has yet to see of the steps before, in their order; notes them as seen. */
function missing(trace: Trace, has: Set<number>, parents: readonly number[]): number[] {
  const found: number[] = []
  const open = [...parents]
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (has.has(step)) continue
    has.add(step)
    found.push(step)
    open.push(...(trace.txns[step]?.parents ?? []))
  }
  return found.sort((a, b) => a - b)
}

function write(doc: Y.Doc, patches: Trace['txns'][number]['patches']): Uint8Array {
  let made: Uint8Array = Uint8Array.of(0, 0)
  const keep = (update: Uint8Array) => {
    made = update
  }
  doc.on('update', keep)
  doc.transact(() => {
    const text = doc.getText('trace')
    for (const [at, deleted, inserted] of patches) {
      if (deleted > 0) text.delete(at, deleted)
      if (inserted) text.insert(at, inserted)
    }
  })
  doc.off('update', keep)
  return made
}

async function patiently(what: string, condition: () => boolean): Promise<void> {
  const deadline = performance.now() + STALLED_MS
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`Waited in vain until ${what}`)
    await nextTurn()
  }
}
