import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { ErrorKind } from '../../shared/protocol/errors.ts'
import type { RoomName } from '../../shared/protocol/wire.ts'
import type { LocalDatabase } from '../local/database.ts'
import { LocalLog, type LogState } from '../local/local-log.ts'
import { localRoom } from '../local/room-rows.ts'
import type { TabChannel } from '../local/tab-channel.ts'
import type { SocketConstructor } from './counting-socket.ts'
import { Link, type LinkState, type Patience } from './link.ts'

/** Where a copy is stored and whom it talks to. */
export interface RoomSurroundings {
  readonly database: LocalDatabase
  readonly channel: TabChannel
  /** `ws://host/sync` */
  readonly serverUrl: string
  readonly Socket: SocketConstructor
  readonly patience: Patience
  readonly whyRefused: (agreementId: string) => Promise<ErrorKind | null>
  readonly retryMs?: number
}

export interface RoomCopyParts extends RoomSurroundings {
  readonly agreementId: string
  readonly room: RoomName
  readonly userId: string | null
  /** The status of the log or of the link changed. */
  readonly changed: () => void
  /** Something was written. `typed`: by the person at this device, in this tab. */
  readonly written: (typed: boolean) => void
  readonly accessChanged: () => void
  /** The server's answer to a new connection is about to come into the document: all that this copy lacks. */
  readonly answering: (answer: Uint8Array) => void
  /** The server acknowledged something as durable. */
  readonly acknowledged: () => void
}

/** One room of an agreement in this tab: its document, the local log behind it and, with an account, the connection. */
export class RoomCopy {
  /** Made with `gc: false`: merge review and the check before signing need what was deleted. */
  readonly doc = new Y.Doc({ gc: false })
  readonly awareness = new Awareness(this.doc)
  readonly log: LocalLog
  readonly #parts: RoomCopyParts
  /** Transactions that put rows of the log into the document; what an observer writes in answer is a transaction of its own. */
  readonly #fromLog = new WeakSet<Y.Transaction>()
  #link: Link | null = null

  constructor(parts: RoomCopyParts) {
    this.#parts = parts
    this.log = new LocalLog({
      database: parts.database,
      channel: parts.channel,
      room: localRoom(parts.agreementId, parts.room, parts.userId),
      apply: updates => this.#apply(updates),
      wholeState: () => Y.encodeStateAsUpdate(this.doc),
      now: Date.now,
      ...(parts.retryMs === undefined ? {} : { retryMs: parts.retryMs }),
    })
    // Before the link attaches its own listener: a frame is sent with the position that this one has counted.
    this.doc.on('update', this.#record)
    this.log.subscribe(parts.changed)
  }

  logState(): LogState {
    return this.log.state()
  }

  /** Null while nobody shares the agreement. */
  linkState(): LinkState | null {
    return this.#link?.state() ?? null
  }

  /** Reads this device's copy; rejects when its storage cannot be opened. */
  async load(): Promise<void> {
    await this.log.load()
    this.log.compact().catch(() => {
      // Merging only saves time; the rows are as they were.
    })
  }

  connect(): void {
    const { agreementId, room, serverUrl, Socket, patience, whyRefused } = this.#parts
    this.#link ??= new Link({
      serverUrl,
      Socket,
      patience,
      room: `${encodeURIComponent(agreementId)}/${room}`,
      doc: this.doc,
      awareness: this.awareness,
      position: () => this.log.position(),
      acknowledged: position => {
        this.log.acknowledge(position)
        this.#parts.acknowledged()
      },
      answering: answer => this.#parts.answering(answer),
      hasWaiting: () => this.log.state().waiting > 0,
      changed: this.#parts.changed,
      accessChanged: this.#parts.accessChanged,
      whyRefused: () => whyRefused(agreementId),
    })
    this.#parts.changed()
  }

  /** The copy belongs to this account from now on. */
  adopt(userId: string): Promise<void> {
    return this.log.moveTo(localRoom(this.#parts.agreementId, this.#parts.room, userId))
  }

  wake(): void {
    this.log.pull()
    this.#link?.wake()
  }

  suspectNetwork(): void {
    this.#link?.suspect()
  }

  close(): void {
    this.#link?.destroy()
    this.#link = null
    this.log.close()
    this.awareness.destroy()
    this.doc.destroy()
  }

  readonly #record = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    const fromLog = this.#fromLog.has(transaction)
    const fromServer = this.#link !== null && origin === this.#link.origin
    if (!fromLog) this.log.append(update, fromServer ? 'remote' : 'local')
    this.#parts.written(!fromLog && !fromServer)
  }

  #apply(updates: readonly Uint8Array[]) {
    if (updates.length === 0) return
    // The link's origin keeps these from being sent: the tab that wrote them sends them, or else the next handshake does.
    const origin = this.#link?.origin ?? this.log
    Y.transact(
      this.doc,
      transaction => {
        this.#fromLog.add(transaction)
        for (const update of updates) applyOne(this.doc, update, origin)
      },
      origin,
      false,
    )
  }
}

function applyOne(doc: Y.Doc, update: Uint8Array, origin: unknown) {
  try {
    Y.applyUpdate(doc, update, origin)
  } catch {
    // A damaged row stays where it is; it must not keep the others from being read, and the server may have what it held.
  }
}
