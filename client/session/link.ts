import { readVarString, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import type { Awareness } from 'y-protocols/awareness'
import { writeSyncStep1 } from 'y-protocols/sync'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import type { ErrorKind } from '../../shared/protocol/errors.ts'
import { AUTH_DENIED, MESSAGE } from '../../shared/protocol/wire.ts'
import type { LogPosition } from '../local/local-log.ts'
import { isPassing, readClose, readReason } from './close-meaning.ts'
import { countingSocket, type SocketConstructor } from './counting-socket.ts'
import { peekAnswer } from './peek-answer.ts'
import { SentFrames } from './sent-frames.ts'

/**
 * - `connecting`: the first try, or the server asked for a new one; too early to say that there is no connection.
 * - `live`: the server's text is here. `denied`: it takes no changes at the moment, though reading goes on.
 * - `offline`: no connection, tried again by itself.
 * - `refused`: the server closed for a reason that trying again does not change; tried again when something changed here.
 */
export type LinkState =
  | { readonly phase: 'connecting' | 'offline' }
  | { readonly phase: 'live'; readonly denied: ErrorKind | null }
  | { readonly phase: 'refused'; readonly why: ErrorKind }

/** Milliseconds. */
export interface Patience {
  /** Until an unanswered server counts as gone; doubles with each failure, so that a slow line gets its chance. */
  readonly answer: number
  /** Until a first connection is shown as offline. */
  readonly first: number
  /** How long a silent connection is trusted. */
  readonly silence: number
  /** How often all of this is looked at. */
  readonly tick: number
}

export const PATIENCE: Patience = { answer: 6_000, first: 3_000, silence: 20_000, tick: 1_000 }

const LONGEST_ANSWER_MS = 60_000
const LONGEST_BACKOFF_MS = 8_000
const PASSING_REFUSAL_MS = 5_000

export interface LinkParts {
  readonly serverUrl: string
  readonly room: string
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly Socket: SocketConstructor
  readonly patience: Patience
  readonly position: () => LogPosition
  readonly acknowledged: (position: LogPosition) => void
  /** Called with the server's first answer of a connection, before it comes into the document. */
  readonly answering: (answer: Uint8Array) => void
  /** Whether changes of this device wait for the server, also those that another tab wrote. */
  readonly hasWaiting: () => boolean
  readonly changed: () => void
  readonly accessChanged: () => void
  /** A browser does not say why an upgrade failed: asks over HTTP. Null when the network is to blame. */
  readonly whyRefused: () => Promise<ErrorKind | null>
}

/** The connection of one room, with the truth about it: a socket that is open says nothing, only answers do. */
export class Link {
  readonly #parts: LinkParts
  readonly #provider: WebsocketProvider
  readonly #timer: ReturnType<typeof setInterval>
  #state: LinkState = { phase: 'connecting' }
  #frames = new SentFrames()
  #answerMs: number
  #since = Date.now()
  #attemptAt = Date.now()
  #opened = false
  #answered = false
  #asking = false
  #destroyed = false
  #denied: ErrorKind | null = null
  #retryAt: number | null = null
  #strayAt: number | null = null
  #probedAt: number | null = null

  constructor(parts: LinkParts) {
    this.#parts = parts
    this.#answerMs = parts.patience.answer
    this.#provider = new WebsocketProvider(parts.serverUrl, parts.room, parts.doc, {
      connect: false,
      awareness: parts.awareness,
      params: { saved: '1' },
      disableBc: true,
      maxBackoffTime: LONGEST_BACKOFF_MS,
      shouldReconnect: event => readClose(event.code, event.reason).kind !== 'refused',
      WebSocketPolyfill: countingSocket(parts.Socket, kind =>
        this.#frames.sent({
          position: parts.position(),
          carriesAll: kind === 'answer',
          at: Date.now(),
        }),
      ),
    })
    this.#attach()
    this.#provider.connect()
    this.#timer = setInterval(() => this.#look(), parts.patience.tick)
  }

  state(): LinkState {
    return this.#state
  }

  /** The origin of transactions that came from the server; transactions with it are not sent. */
  get origin(): object {
    return this.#provider
  }

  /** Something changed that may help: the network came back, the tab is shown again, the account changed. */
  wake(): void {
    if (this.#state.phase === 'live') {
      if (this.#denied !== null) this.#restart('connecting')
      else if (silentFor(this.#provider) > this.#parts.patience.silence / 2) this.#probe()
      return
    }
    this.#provider.wsUnsuccessfulReconnects = 0
    if (this.#provider.ws === null) this.#provider.connect()
  }

  /** The browser says that the network went away. It errs about servers on this machine, so one try decides. */
  suspect(): void {
    if (this.#state.phase !== 'refused') this.#restart('offline')
  }

  destroy(): void {
    this.#destroyed = true
    clearInterval(this.#timer)
    this.#provider.destroy()
  }

  #attach() {
    const provider = this.#provider
    provider.on('status', ({ status }) => {
      if (status === 'connecting') this.#begin()
      else if (status === 'connected') this.#opened = true
    })
    provider.on('sync', synced => {
      if (synced) this.#become({ phase: 'live', denied: this.#denied })
    })
    provider.on('connection-close', event => event && this.#closed(event))
    provider.messageHandlers[MESSAGE.saved] = (_encoder, decoder) => this.#saved(readVarUint(decoder))
    const handleSync = provider.messageHandlers[MESSAGE.sync]
    provider.messageHandlers[MESSAGE.sync] = (encoder, decoder, ...rest) => {
      const answer = this.#answered ? null : peekAnswer(decoder)
      if (answer) {
        this.#answered = true
        this.#parts.answering(answer)
      }
      handleSync?.(encoder, decoder, ...rest)
    }
    provider.messageHandlers[MESSAGE.auth] = (_encoder, decoder) => {
      if (readVarUint(decoder) === AUTH_DENIED) this.#refuse(readReason(readVarString(decoder)))
    }
  }

  #begin() {
    this.#frames = new SentFrames()
    this.#attemptAt = Date.now()
    this.#opened = false
    this.#answered = false
    this.#denied = null
    this.#retryAt = null
    this.#strayAt = null
    this.#probedAt = null
  }

  #become(state: LinkState) {
    this.#state = state
    this.#since = Date.now()
    this.#parts.changed()
  }

  #saved(count: number) {
    // A refused frame leaves a gap that the count does not show; the next handshake settles what lies behind it.
    if (this.#denied !== null) return
    const position = this.#frames.acknowledge(count)
    if (this.#frames.unacknowledgedSince() === null) this.#answerMs = this.#parts.patience.answer
    if (position) this.#parts.acknowledged(position)
  }

  #refuse(why: ErrorKind) {
    if (isPassing(why)) this.#retryAt = Date.now() + PASSING_REFUSAL_MS
    if (this.#denied === why) return
    this.#denied = why
    if (this.#state.phase === 'live') this.#become({ phase: 'live', denied: why })
    this.#parts.accessChanged()
  }

  #closed(event: { readonly code: number; readonly reason: string }) {
    const meaning = readClose(event.code, event.reason)
    if (meaning.kind === 'refused') return this.#shutOut(meaning.why)
    if (meaning.kind === 'access-changed') {
      const wasLive = this.#state.phase === 'live'
      this.#become({ phase: wasLive ? 'connecting' : 'offline' })
      this.#parts.accessChanged()
      // At once, but only once: a server that closes again before the text is there waits for the usual backoff.
      if (wasLive) queueMicrotask(() => this.wake())
      return
    }
    if (this.#state.phase !== 'refused') this.#become({ phase: 'offline' })
    if (!this.#opened) void this.#askWhy()
  }

  #shutOut(why: ErrorKind) {
    const { phase } = this.#state
    if (phase === 'refused' && this.#state.why === why) return
    this.#become({ phase: 'refused', why })
    this.#parts.accessChanged()
  }

  async #askWhy() {
    if (this.#asking) return
    this.#asking = true
    const why = await this.#parts.whyRefused()
    this.#asking = false
    if (why === null || this.#destroyed || this.#state.phase === 'live') return
    this.#provider.disconnect()
    this.#shutOut(why)
  }

  /** The server answers this with a difference, mostly an empty one. */
  #probe() {
    const { ws, wsconnected, doc } = this.#provider
    if (this.#probedAt !== null || !wsconnected || ws?.readyState !== ws?.OPEN) return
    this.#probedAt = Date.now()
    const encoder = createEncoder()
    writeVarUint(encoder, MESSAGE.sync)
    writeSyncStep1(encoder, doc)
    ws?.send(toUint8Array(encoder))
  }

  #restart(phase: 'connecting' | 'offline') {
    this.#provider.disconnect()
    this.#become({ phase })
    this.#provider.connect()
  }

  #giveUp() {
    this.#answerMs = Math.min(this.#answerMs * 2, LONGEST_ANSWER_MS)
    this.#restart('offline')
  }

  #look() {
    const { phase } = this.#state
    if (phase === 'refused') return
    if (phase === 'live') return this.#lookAtLive()
    if (phase === 'connecting' && passed(this.#since) > this.#parts.patience.first)
      this.#become({ phase: 'offline' })
    if (this.#provider.ws !== null && passed(this.#attemptAt) > this.#answerMs) this.#giveUp()
  }

  #lookAtLive() {
    const { patience, hasWaiting } = this.#parts
    if (this.#retryAt !== null && Date.now() > this.#retryAt) return this.#restart('connecting')
    const since = this.#denied === null ? this.#frames.unacknowledgedSince() : null
    if (since !== null && passed(since) > this.#answerMs) return this.#giveUp()
    // A tab that wrote something may be gone before it was sent: the next handshake carries it.
    if (this.#denied !== null || since !== null || !hasWaiting()) this.#strayAt = null
    else if (this.#strayAt === null) this.#strayAt = Date.now()
    else if (passed(this.#strayAt) > patience.answer) return this.#restart('connecting')
    if (this.#probedAt !== null && silentFor(this.#provider) < passed(this.#probedAt)) this.#probedAt = null
    if (this.#probedAt !== null && passed(this.#probedAt) > this.#answerMs) return this.#giveUp()
    if (silentFor(this.#provider) > patience.silence) this.#probe()
  }
}

const passed = (since: number) => Date.now() - since

const silentFor = (provider: WebsocketProvider) => passed(provider.wsLastMessageReceived)
