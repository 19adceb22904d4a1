import type { Logger } from '../log.ts'

/** A durable change of an agreement's text. */
export interface Change {
  readonly agreementId: string
  readonly userId: string
  readonly at: number
}

/** Whom changes are told to, and how calmly. */
export interface NoticeOptions {
  readonly restMs: number
  readonly log: Logger
  onRest(agreementId: string): void
  onChanged(change: Change): void
}

interface Pending {
  last: Change
  changedAt: number
  rest: NodeJS.Timeout
  /** The next notice of a change, while one was given less than a second ago. */
  cooling: NodeJS.Timeout | null
  untold: boolean
}

const CHANGED_INTERVAL_MS = 1000

/** Tells others about changes, away from the hot path: `onRest` once the text is at rest, `onChanged` at most once a second. */
export class Notices {
  readonly #options: NoticeOptions
  readonly #pending = new Map<string, Pending>()

  constructor(options: NoticeOptions) {
    this.#options = options
  }

  changed(change: Change): void {
    const { agreementId } = change
    const pending = this.#pending.get(agreementId) ?? this.#start(change)
    pending.last = change
    pending.changedAt = performance.now()
    pending.untold = true
    if (!pending.cooling) this.#tellChange(pending)
  }

  stop(): void {
    for (const { rest, cooling } of this.#pending.values()) {
      clearTimeout(rest)
      if (cooling) clearTimeout(cooling)
    }
    this.#pending.clear()
  }

  #start(change: Change): Pending {
    const pending: Pending = {
      last: change,
      changedAt: 0,
      rest: setTimeout(() => this.#rest(pending), this.#options.restMs),
      cooling: null,
      untold: false,
    }
    this.#pending.set(change.agreementId, pending)
    return pending
  }

  /** One timer runs on while typing goes on, rather than a new one for each commit. */
  #rest(pending: Pending): void {
    const left = pending.changedAt + this.#options.restMs - performance.now()
    if (left > 1) {
      pending.rest = setTimeout(() => this.#rest(pending), left)
      return
    }
    if (pending.cooling) clearTimeout(pending.cooling)
    this.#pending.delete(pending.last.agreementId)
    if (pending.untold) this.#tell(() => this.#options.onChanged(pending.last))
    this.#tell(() => this.#options.onRest(pending.last.agreementId))
  }

  #tellChange(pending: Pending): void {
    pending.cooling = null
    if (!pending.untold) return
    pending.untold = false
    pending.cooling = setTimeout(() => this.#tellChange(pending), CHANGED_INTERVAL_MS)
    this.#tell(() => this.#options.onChanged(pending.last))
  }

  #tell(notice: () => void): void {
    try {
      notice()
    } catch (error) {
      this.#options.log.error({ error: String(error) }, 'A notice of a change failed')
    }
  }
}
