import type { ErrorKind } from '../../shared/protocol/errors.ts'
import { CLOSE, roomName } from '../../shared/protocol/wire.ts'
import { err } from '../../shared/result.ts'
import type { Logger } from '../log.ts'
import type { Clocks } from './clocks.ts'
import { type ClientMessage, decodeMessage, encodeDenied, encodeSaved, encodeStep1 } from './codec.ts'
import { FrameBatch } from './frame-batch.ts'
import type { SyncLimits } from './limits.ts'
import type { Link, LinkEvents } from './link.ts'
import { Outbox } from './outbox.ts'
import type { Room } from './room.ts'
import type { RoomMember } from './room-member.ts'
import { SavedCount } from './saved-count.ts'
import type { SocketAccess } from './socket-access.ts'
import { checkUpdate, isEmpty, type UpdateShape } from './update-check.ts'

/** What a connection is opened with. `released` is called once, when it no longer needs its room. */
export interface ConnectionOptions {
  readonly link: Link
  readonly room: Room
  readonly user: { readonly id: string; readonly name: string }
  readonly wantsSaved: boolean
  readonly limits: SyncLimits
  readonly log: Logger
  readonly now: () => number
  readAccess(): Promise<SocketAccess | null>
  released(): void
}

/** One refusal a second is enough for a client to know. */
const DENIED_INTERVAL_MS = 1000
const MOST_JUDGEMENTS = 16

/**
 * One client in one room. Its frames are handled in the order in which they came; they wait while the room loads or is frozen,
 * and are judged by the access rules in force after that.
 */
export class Connection implements LinkEvents, RoomMember {
  readonly userId: string
  readonly #options: ConnectionOptions
  readonly #room: Room
  readonly #outbox: Outbox
  readonly #saved = new SavedCount()
  /** Numbers of the messages that wait for the disk, which takes them in order. */
  readonly #committing: number[] = []
  /** Frames that wait; null while frames are handled as they come. */
  #inbox: Uint8Array[] | null = []
  #access: SocketAccess | null = null
  #reading: Promise<SocketAccess | null> = Promise.resolve(null)
  #greeted = false
  #ended = false
  #gone = false
  #judging: Promise<void> = Promise.resolve()
  #judgements = 0
  #toldSaved = 0
  #deniedAt = Number.NEGATIVE_INFINITY
  #refusalLogged = false

  constructor(options: ConnectionOptions) {
    this.#options = options
    this.#room = options.room
    this.userId = options.user.id
    this.#outbox = new Outbox(options.link, options.room, options.limits)
    this.#room.members.add(this)
    options.link.pause()
    void this.#takeWaiting()
  }

  get name(): string {
    return this.#access?.name ?? this.#options.user.name
  }

  received(frame: Uint8Array): void {
    if (this.#ended) return
    if (this.#inbox) this.#inbox.push(frame)
    else if (this.#room.mustWait) this.#wait(frame)
    else this.#handle(frame)
  }

  malformed(): void {
    if (this.#ended) return
    this.#options.log.warn(this.#who(), 'A malformed frame closed its socket')
    this.close(CLOSE.badFrame, 'bad-request')
  }

  drained(): void {
    this.#serve(this.#outbox.drained(() => this.#savedFrame()))
  }

  closed(): void {
    this.#gone = true
    this.#room.leave(this)
    if (!this.#inbox) this.#options.released()
  }

  noteBacklog(clocks: Clocks): void {
    this.#outbox.noteBacklog(clocks)
  }

  deliver(batch: FrameBatch | null): void {
    this.#outbox.send(batch, () => this.#savedFrame())
  }

  deliverAwareness(batch: FrameBatch): void {
    this.#outbox.sendLossy(batch)
  }

  settled(outcome: 'durable' | 'failed'): void {
    const number = this.#committing.shift()
    if (outcome === 'durable' && number !== undefined) this.#saved.durable(number)
  }

  async refreshAccess(): Promise<void> {
    let reading = this.#options.readAccess()
    this.#reading = reading
    let access = await reading
    // The rules may have changed between two reads that overlap: the one that began last counts.
    while (this.#reading !== reading) {
      reading = this.#reading
      access = await reading
    }
    this.#access = access
    if (!access) this.close(CLOSE.accessChanged, 'access-changed')
  }

  async recheckAccess(): Promise<void> {
    const before = this.#access
    await this.refreshAccess()
    // Who may do other things than before has to read the agreement anew.
    if (before && JSON.stringify(before.mayWrite) !== JSON.stringify(this.#access?.mayWrite))
      this.close(CLOSE.accessChanged, 'access-changed')
  }

  mayWrite(): boolean {
    return !this.#gone && !this.#ended && this.#access?.mayWrite[this.#room.key.room].ok === true
  }

  close(code: number, reason: string): void {
    if (this.#ended) return
    this.#ended = true
    this.#room.leave(this)
    this.#options.link.close(code, reason)
  }

  #wait(frame: Uint8Array): void {
    this.#inbox = [frame]
    this.#options.link.pause()
    void this.#takeWaiting()
  }

  /** Handles what waits, also when the client left meanwhile: what arrived counts. */
  async #takeWaiting(): Promise<void> {
    try {
      while (this.#inbox && !this.#ended) {
        await this.#room.untilOpen()
        await this.refreshAccess()
        if (!this.#room.mustWait) this.#handleWaiting(this.#inbox)
      }
    } catch (error) {
      this.#unserved(error)
    }
    this.#inbox = null
    if (this.#gone) this.#options.released()
  }

  #handleWaiting(inbox: Uint8Array[]): void {
    if (!this.#greeted) this.#greet()
    while (!this.#ended && !this.#room.mustWait) {
      const frame = inbox.shift()
      if (!frame) {
        this.#inbox = null
        this.#options.link.resume()
        return
      }
      this.#handle(frame)
    }
  }

  #greet(): void {
    this.#greeted = true
    const awareness = this.#room.awareness.frameForAll()
    const step1 = encodeStep1(this.#room.state.clocks)
    this.#outbox.open(awareness ? [step1, awareness] : [step1])
  }

  #handle(frame: Uint8Array): void {
    const message = decodeMessage(frame)
    if (message.ok) this.#take(message.value)
    else this.malformed()
  }

  #take(message: ClientMessage): void {
    switch (message.kind) {
      case 'step1':
        this.#serve(this.#outbox.answer(message.clocks))
        return
      case 'step2':
      case 'update':
        this.#takeUpdate(message.kind, message.update)
        return
      case 'awareness':
        // Whoever left has no states any more; nothing would ever remove new ones.
        if (!this.#gone) this.#room.awareness.receive(this, message.entries)
        return
      case 'query-awareness': {
        const frame = this.#room.awareness.frameForAll()
        if (frame) this.#outbox.sendLossy(new FrameBatch([frame]))
      }
    }
  }

  #takeUpdate(kind: 'step2' | 'update', update: Uint8Array): void {
    const checked = checkUpdate(update, this.#options.limits)
    if (!checked.ok) {
      this.malformed()
      return
    }
    const shape = checked.value
    const number = this.#saved.begin()
    // The answer to the server's step 1 names all that was ever deleted, whether or not anything is new.
    if (isEmpty(shape) || (kind === 'step2' && this.#room.state.holds(shape))) {
      this.#nothingNew(number)
      return
    }
    const allowed = this.#access?.mayWrite[this.#room.key.room] ?? err({ kind: 'forbidden' as const })
    if (!allowed.ok) {
      this.#judge(number, shape, allowed.error.kind)
      return
    }
    const claims = this.#room.claims(shape, this.userId)
    if (!claims) {
      this.#refuse(number, 'foreign-author')
      return
    }
    this.#committing.push(number)
    this.#room.enqueue(update, shape, { id: this.userId, claims }, this)
  }

  /**
   * Those who may not write still say things: Yjs makes deletions of its own in every copy. What is more than that is refused.
   * Telling the two apart costs more than refusing, so that it is done one by one and for a few only.
   */
  #judge(number: number, shape: UpdateShape, reason: ErrorKind): void {
    if (this.#judgements >= MOST_JUDGEMENTS) {
      this.#refuse(number, reason)
      return
    }
    this.#judgements++
    this.#judging = this.#judging.then(async () => {
      if (await this.#room.state.implies(shape)) this.#nothingNew(number)
      else this.#refuse(number, reason)
      this.#judgements--
    })
    this.#serve(this.#judging)
  }

  #nothingNew(number: number): void {
    this.#saved.durable(number)
    this.#outbox.send(null, () => this.#savedFrame())
  }

  #refuse(number: number, reason: ErrorKind): void {
    this.#saved.refuse(number)
    if (!this.#refusalLogged) this.#options.log.warn({ ...this.#who(), reason }, 'A write was refused')
    this.#refusalLogged = true
    const now = this.#options.now()
    if (now - this.#deniedAt < DENIED_INTERVAL_MS) return
    this.#deniedAt = now
    this.#outbox.send(new FrameBatch([encodeDenied(reason)]), () => null)
  }

  /** The frame that says how much is durable, when that is news to a client that asked for it. */
  #savedFrame(): Uint8Array | null {
    if (!this.#options.wantsSaved || this.#saved.value === this.#toldSaved) return null
    this.#toldSaved = this.#saved.value
    return encodeSaved(this.#toldSaved)
  }

  #serve(work: Promise<void>): void {
    work.catch(error => this.#unserved(error))
  }

  #unserved(error: unknown): void {
    this.#options.log.error({ ...this.#who(), error: String(error) }, 'A socket could not be served')
    this.close(CLOSE.unavailable, 'unavailable')
  }

  #who(): { room: string; userId: string } {
    return { room: roomName(this.#room.key), userId: this.userId }
  }
}
