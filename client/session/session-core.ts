import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { SCHEMA_VERSION } from '../../shared/document/node-types.ts'
import { readSchemaVersion } from '../../shared/document/yjs-body.ts'
import type { RoomName } from '../../shared/protocol/wire.ts'
import { keepMerge } from '../../shared/record/merge/merge-rooms.ts'
import type { LogState } from '../local/local-log.ts'
import type { AgreementSession } from './agreement-session.ts'
import { bodyAtSnapshot } from './body-at-snapshot.ts'
import { deriveStatus } from './derive-status.ts'
import { MergeWatch } from './merge-watch.ts'
import { RoomCopy, type RoomSurroundings } from './room-copy.ts'
import type { SessionStatus } from './session-status.ts'

export interface SessionParts extends RoomSurroundings {
  /** Something was written, by whoever, or the status changed. */
  readonly noticed: (news: SessionNews) => void
}

/** What the library wants to know of an open agreement. */
export interface SessionNews {
  readonly agreementId: string
  readonly userId: string | null
  readonly body: Y.Doc
  /** Local changes of the text on this device that the server has not acknowledged. */
  readonly waiting: number
  /** The person at this device wrote something. */
  readonly typed: boolean
}

const sameStatus = (a: SessionStatus, b: SessionStatus) => JSON.stringify(a) === JSON.stringify(b)

/** The one session of an agreement in this tab; `Sessions` counts who uses it. */
export class SessionCore implements AgreementSession {
  readonly agreementId: string
  readonly body: Y.Doc
  readonly discussion: Y.Doc
  readonly awareness: Awareness
  readonly loaded: Promise<void>
  readonly #parts: SessionParts
  readonly #text: RoomCopy
  readonly #talk: RoomCopy
  readonly #merges: MergeWatch
  readonly #dispose: () => Promise<void>
  readonly #listeners = new Set<() => void>()
  readonly #accessListeners = new Set<() => void>()
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
    this.#text = this.#room('body', options.userId)
    this.#talk = this.#room('discussion', options.userId)
    // Only the text says who is here.
    this.#talk.awareness.setLocalState(null)
    this.body = this.#text.doc
    this.discussion = this.#talk.doc
    this.awareness = this.#text.awareness
    this.#merges = new MergeWatch(this.#text, merge =>
      keepMerge(this.discussion, merge, this.#userId ?? '', Date.now()),
    )
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

  readonly caughtUp = (): boolean => this.#text.linkState()?.phase === 'live'

  readonly bodyAt = (snapshot: Uint8Array): Y.Doc | null => bodyAtSnapshot(this.body, snapshot)

  readonly dispose = (): Promise<void> => this.#dispose()

  hasUnsaved(): boolean {
    return this.#logState().unsaved > 0
  }

  /** The server knows the agreement now. */
  goOnline(): void {
    this.#wantsLink = true
    const { loaded, failure } = this.#logState()
    if (loaded || failure !== null) this.#connect()
  }

  /** What was written without an account belongs to this one from now on. */
  async adopt(userId: string): Promise<void> {
    this.#userId = userId
    for (const room of this.#rooms()) await room.adopt(userId)
  }

  wake(): void {
    for (const room of this.#rooms()) room.wake()
  }

  suspectNetwork(): void {
    for (const room of this.#rooms()) room.suspectNetwork()
  }

  /** Commits what is pending, then frees everything. `keep` is asked last: somebody may have opened it again meanwhile. */
  async close(keep: () => boolean): Promise<void> {
    await Promise.all(this.#rooms().map(({ log }) => log.settled()))
    if (keep()) return
    for (const room of this.#rooms()) room.close()
    this.#listeners.clear()
    this.#accessListeners.clear()
  }

  #rooms(): readonly RoomCopy[] {
    return [this.#text, this.#talk]
  }

  #room(room: RoomName, userId: string | null): RoomCopy {
    const isText = room === 'body'
    return new RoomCopy({
      ...this.#parts,
      agreementId: this.agreementId,
      room,
      userId,
      changed: () => this.#refresh(),
      written: typed => isText && this.#notice(typed),
      accessChanged: () => {
        // One of the two sockets asks for both.
        if (isText) for (const listener of [...this.#accessListeners]) listener()
      },
      answering: answer => isText && this.#merges.answering(answer),
      acknowledged: () => isText && this.#merges.acknowledged(),
    })
  }

  async #load(): Promise<void> {
    try {
      await Promise.all(this.#rooms().map(room => room.load()))
    } finally {
      if (this.#wantsLink) this.#connect()
    }
  }

  #connect() {
    for (const room of this.#rooms()) room.connect()
  }

  /** Of both rooms: what somebody wrote in either is a change of theirs. */
  #logState(): LogState {
    const [text, talk] = [this.#text.logState(), this.#talk.logState()]
    return {
      loaded: text.loaded && talk.loaded,
      unsaved: text.unsaved + talk.unsaved,
      waiting: text.waiting + talk.waiting,
      failure: text.failure ?? talk.failure,
    }
  }

  #notice(typed: boolean) {
    const { agreementId, body } = this
    const { waiting } = this.#text.logState()
    this.#parts.noticed({ agreementId, userId: this.#userId, body, waiting, typed })
  }

  #refresh() {
    // A room may report while the constructor still makes the other.
    if (!this.#text || !this.#talk) return
    const status = deriveStatus(this.#logState(), this.#text.linkState())
    const isNews = !sameStatus(status, this.#status)
    if (!isNews && this.#wasCaughtUp === this.caughtUp()) return
    // The same object while it says the same: React compares by identity.
    if (isNews) this.#status = status
    this.#wasCaughtUp = this.caughtUp()
    for (const listener of [...this.#listeners]) listener()
    this.#notice(false)
  }
}
