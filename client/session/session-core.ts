import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { SCHEMA_VERSION } from '../../shared/document/node-types.ts'
import { readSchemaVersion } from '../../shared/document/yjs-body.ts'
import type { ErrorKind } from '../../shared/protocol/errors.ts'
import type { LocalDatabase } from '../local/database.ts'
import { LocalLog } from '../local/local-log.ts'
import { bodyRoom } from '../local/room-rows.ts'
import type { TabChannel } from '../local/tab-channel.ts'
import type { AgreementSession } from './agreement-session.ts'
import { bodyAtSnapshot } from './body-at-snapshot.ts'
import type { SocketConstructor } from './counting-socket.ts'
import { deriveStatus } from './derive-status.ts'
import { Link, type Patience } from './link.ts'
import type { SessionStatus } from './session-status.ts'

/** Where a session stores and whom it talks to. */
export interface SessionParts {
  readonly database: LocalDatabase
  readonly channel: TabChannel
  /** `ws://host/sync` */
  readonly serverUrl: string
  readonly Socket: SocketConstructor
  readonly patience: Patience
  readonly whyRefused: (agreementId: string) => Promise<ErrorKind | null>
  /** Something was written, by whoever, or the status changed. */
  readonly noticed: (news: SessionNews) => void
  readonly retryMs?: number
}

/** What the library wants to know of an open agreement. */
export interface SessionNews {
  readonly agreementId: string
  readonly userId: string | null
  readonly body: Y.Doc
  /** Local changes on this device that the server has not acknowledged. */
  readonly waiting: number
  /** The person at this device wrote something. */
  readonly typed: boolean
}

const sameStatus = (a: SessionStatus, b: SessionStatus) => JSON.stringify(a) === JSON.stringify(b)

/** The one session of an agreement in this tab; `Sessions` counts who uses it. */
export class SessionCore implements AgreementSession {
  readonly agreementId: string
  readonly body = new Y.Doc({ gc: false })
  readonly awareness = new Awareness(this.body)
  readonly loaded: Promise<void>
  readonly #parts: SessionParts
  readonly #log: LocalLog
  readonly #dispose: () => Promise<void>
  readonly #listeners = new Set<() => void>()
  readonly #accessListeners = new Set<() => void>()
  /** Transactions that put rows of the log into the document; what an observer writes in answer is a transaction of its own. */
  readonly #fromLog = new WeakSet<Y.Transaction>()
  #link: Link | null = null
  #wantsLink: boolean
  #userId: string | null
  #status: SessionStatus = { kind: 'loading' }
  #wasCaughtUp = false

  constructor(
    agreementId: string,
    options: { readonly userId: string | null; readonly online: boolean },
    parts: SessionParts,
    dispose: () => Promise<void>,
  ) {
    this.agreementId = agreementId
    this.#parts = parts
    this.#dispose = dispose
    this.#wantsLink = options.online
    this.#userId = options.userId
    this.#log = new LocalLog({
      database: parts.database,
      channel: parts.channel,
      room: bodyRoom(agreementId, options.userId),
      apply: updates => this.#apply(updates),
      wholeState: () => Y.encodeStateAsUpdate(this.body),
      now: Date.now,
      ...(parts.retryMs === undefined ? {} : { retryMs: parts.retryMs }),
    })
    // Before the link attaches its own listener: a frame is sent with the position that this one has counted.
    this.body.on('update', this.#record)
    this.#log.subscribe(() => this.#refresh())
    this.loaded = this.#load()
    // Who does not wait for `loaded` reads the failure in the status.
    this.loaded.catch(() => undefined)
  }

  // Arrow functions: hooks and callers pass these on without the session.
  readonly status = (): SessionStatus => this.#status

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly onAccessChanged = (listener: () => void): (() => void) => {
    this.#accessListeners.add(listener)
    return () => this.#accessListeners.delete(listener)
  }

  readonly isNewerThanClient = (): boolean => (readSchemaVersion(this.body) ?? 0) > SCHEMA_VERSION

  readonly caughtUp = (): boolean => this.#link?.state().phase === 'live'

  readonly bodyAt = (snapshot: Uint8Array): Y.Doc | null => bodyAtSnapshot(this.body, snapshot)

  readonly dispose = (): Promise<void> => this.#dispose()

  hasUnsaved(): boolean {
    return this.#log.state().unsaved > 0
  }

  /** The server knows the agreement now. */
  goOnline(): void {
    this.#wantsLink = true
    if (this.#log.state().loaded || this.#log.state().failure !== null) this.#connect()
  }

  /** What was written without an account belongs to this one from now on. */
  adopt(userId: string): Promise<void> {
    this.#userId = userId
    return this.#log.moveTo(bodyRoom(this.agreementId, userId))
  }

  wake(): void {
    this.#log.pull()
    this.#link?.wake()
  }

  suspectNetwork(): void {
    this.#link?.suspect()
  }

  /** Resolves when everything written is on this device's disk. */
  settled(): Promise<void> {
    return this.#log.settled()
  }

  /** Commits what is pending, then frees everything. `keep` is asked last: somebody may have opened it again meanwhile. */
  async close(keep: () => boolean): Promise<void> {
    await this.#log.settled()
    if (keep()) return
    this.#link?.destroy()
    this.#link = null
    this.#log.close()
    this.awareness.destroy()
    this.body.destroy()
    this.#listeners.clear()
    this.#accessListeners.clear()
  }

  async #load(): Promise<void> {
    try {
      await this.#log.load()
      this.#log.compact().catch(() => {
        // Merging only saves time; the rows are as they were.
      })
    } finally {
      if (this.#wantsLink) this.#connect()
    }
  }

  #connect() {
    const { serverUrl, Socket, patience, whyRefused } = this.#parts
    this.#link ??= new Link({
      serverUrl,
      Socket,
      patience,
      room: `${encodeURIComponent(this.agreementId)}/body`,
      doc: this.body,
      awareness: this.awareness,
      position: () => this.#log.position(),
      acknowledged: position => this.#log.acknowledge(position),
      hasWaiting: () => this.#log.state().waiting > 0,
      changed: () => this.#refresh(),
      accessChanged: () => {
        for (const listener of [...this.#accessListeners]) listener()
      },
      whyRefused: () => whyRefused(this.agreementId),
    })
    this.#refresh()
  }

  readonly #record = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    const fromLog = this.#fromLog.has(transaction)
    const fromServer = this.#link !== null && origin === this.#link.origin
    if (!fromLog) this.#log.append(update, fromServer ? 'remote' : 'local')
    this.#notice(!fromLog && !fromServer)
  }

  #notice(typed: boolean) {
    const { agreementId, body } = this
    const { waiting } = this.#log.state()
    this.#parts.noticed({ agreementId, userId: this.#userId, body, waiting, typed })
  }

  #apply(updates: readonly Uint8Array[]) {
    if (updates.length === 0) return
    // The link's origin keeps these from being sent: the tab that wrote them sends them, or else the next handshake does.
    const origin = this.#link?.origin ?? this.#log
    Y.transact(
      this.body,
      transaction => {
        this.#fromLog.add(transaction)
        for (const update of updates) applyOne(this.body, update, origin)
      },
      origin,
      false,
    )
  }

  #refresh() {
    const status = deriveStatus(this.#log.state(), this.#link?.state() ?? null)
    const isNews = !sameStatus(status, this.#status)
    if (!isNews && this.#wasCaughtUp === this.caughtUp()) return
    // The same object while it says the same: React compares by identity.
    if (isNews) this.#status = status
    this.#wasCaughtUp = this.caughtUp()
    for (const listener of [...this.#listeners]) listener()
    this.#notice(false)
  }
}

function applyOne(body: Y.Doc, update: Uint8Array, origin: unknown) {
  try {
    Y.applyUpdate(body, update, origin)
  } catch {
    // A damaged row stays where it is; it must not keep the others from being read, and the server may have what it held.
  }
}
