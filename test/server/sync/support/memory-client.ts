import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import type { SyncEngine } from '../../../../server/sync/engine.ts'
import type { Link, LinkEvents } from '../../../../server/sync/link.ts'
import type { RoomKey } from '../../../../shared/protocol/wire.ts'

interface Options {
  readonly userId: string
  readonly key: RoomKey
  readonly saved?: boolean
  readonly doc?: Y.Doc
}

/**
 * A client of the engine without a socket between them. It speaks the protocol with y-protocols, like a stock provider, so that
 * it does not share the server's own codec.
 */
export class MemoryClient {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly frames: Uint8Array[] = []
  readonly denied: string[] = []
  saved = 0
  synced = false
  closedWith: { readonly code: number; readonly reason: string } | null = null
  paused = false
  /** Bytes stay in the link while the client does not read. */
  #stalled: Uint8Array[] | null = null
  readonly #events: LinkEvents
  #open = true
  readonly #onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin !== this) this.send(syncFrame(encoder => syncProtocol.writeUpdate(encoder, update)))
  }

  constructor(engine: SyncEngine, options: Options) {
    this.doc = options.doc ?? new Y.Doc()
    this.awareness = new Awareness(this.doc)
    this.#events = engine.open(this.#link(), {
      key: options.key,
      user: { id: options.userId, name: options.userId },
      wantsSaved: options.saved ?? false,
    })
    this.doc.on('update', this.#onUpdate)
  }

  /** Does what a provider does when its socket opens: asks for what it lacks. */
  start(): this {
    this.send(syncFrame(encoder => syncProtocol.writeSyncStep1(encoder, this.doc)))
    return this
  }

  send(frame: Uint8Array): void {
    if (this.#open) this.#events.received(frame)
  }

  sendText(): void {
    this.#events.malformed()
  }

  sendAwareness(): void {
    const update = encodeAwarenessUpdate(this.awareness, [this.doc.clientID])
    this.send(
      framed(1, encoder => {
        encoding.writeVarUint8Array(encoder, update)
      }),
    )
  }

  stall(): void {
    this.#stalled = []
  }

  get unsent(): number {
    return this.#stalled?.reduce((sum, frame) => sum + frame.length, 0) ?? 0
  }

  /** Reads everything that waited, then goes on reading. */
  catchUp(): void {
    const waiting = this.#open ? (this.#stalled ?? []) : []
    this.#stalled = null
    for (const frame of waiting) this.#read(frame)
    this.#events.drained()
  }

  disconnect(): void {
    this.doc.off('update', this.#onUpdate)
    if (!this.#open) return
    this.#open = false
    this.#events.closed()
  }

  #link(): Link {
    return {
      send: (batch, last) => {
        if (!this.#open) return
        for (const frame of [...batch.frames, ...(last?.frames ?? [])]) {
          if (this.#stalled) this.#stalled.push(frame)
          else this.#read(frame)
        }
      },
      unsent: () => this.unsent,
      pause: () => {
        this.paused = true
      },
      resume: () => {
        this.paused = false
      },
      close: (code, reason) => {
        this.closedWith ??= { code, reason }
        // As with a socket, the end is reported later, not inside the call.
        queueMicrotask(() => this.disconnect())
      },
    }
  }

  #read(frame: Uint8Array): void {
    this.frames.push(frame)
    const decoder = decoding.createDecoder(frame)
    switch (decoding.readVarUint(decoder)) {
      case 0: {
        const reply = encoding.createEncoder()
        encoding.writeVarUint(reply, 0)
        const type = syncProtocol.readSyncMessage(decoder, reply, this.doc, this)
        if (type === syncProtocol.messageYjsSyncStep2) this.synced = true
        // A socket delivers later, never inside the call that sent.
        if (encoding.length(reply) > 1) queueMicrotask(() => this.send(encoding.toUint8Array(reply)))
        return
      }
      case 1:
        applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), this)
        return
      case 2:
        decoding.readVarUint(decoder)
        this.denied.push(decoding.readVarString(decoder))
        return
      case 4:
        this.saved = decoding.readVarUint(decoder)
        return
      default:
        throw new Error('An unknown message')
    }
  }
}

/** A frame of the y-websocket protocol with the given first varint. */
export function framed(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

export const syncFrame = (write: (encoder: encoding.Encoder) => void): Uint8Array => framed(0, write)

export const updateFrame = (update: Uint8Array): Uint8Array =>
  syncFrame(encoder => syncProtocol.writeUpdate(encoder, update))
