import type { ApiError } from '../api/api-error.ts'
import { fetchRecordPage } from '../api/record-page.ts'
import { LocalDatabase } from '../local/database.ts'
import { localRoom } from '../local/room-rows.ts'
import { createRecordPages, type RecordPages } from './record-pages.ts'
import type { RecordOverview } from './record-requests.ts'
import { RecordThread } from './record-thread.ts'

/**
 * `refusal` says why the newest changes could not be fetched: what is shown is what this device has. `overview` is null while
 * nothing is here.
 */
export interface RecordState {
  readonly loading: boolean
  readonly overview: RecordOverview | null
  readonly refusal: ApiError | null
}

const database = new LocalDatabase()

/** The record of one agreement's text: kept on this device, fetched as far as it is new, read in a worker. */
export class RecordSource {
  #thread: RecordThread | null = null
  readonly #agreementId: string
  readonly #pages: RecordPages
  readonly #listeners = new Set<() => void>()
  #state: RecordState = { loading: true, overview: null, refusal: null }
  #refreshing: Promise<void> | null = null
  #here = 0
  #read = false
  readonly #isShared: boolean

  /** Without an account nothing is on the server: the record is empty and never asked for. */
  constructor(agreementId: string, userId: string | null) {
    if (userId === null) this.#state = { loading: false, overview: null, refusal: null }
    this.#isShared = userId !== null
    this.#agreementId = agreementId
    this.#pages = createRecordPages(database, localRoom(agreementId, 'body', userId))
  }

  /** Started when it is first needed. */
  get thread(): RecordThread {
    this.#thread ??= new RecordThread()
    return this.#thread
  }

  readonly state = (): RecordState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Fetches what is new; calls overlap into one. */
  readonly refresh = (): Promise<void> => {
    if (!this.#isShared) return Promise.resolve()
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null
    })
    return this.#refreshing
  }

  end(): void {
    this.#thread?.end()
    this.#thread = null
    this.#listeners.clear()
  }

  async #refresh(): Promise<void> {
    this.#become({ loading: true })
    try {
      const before = this.#here
      if (!this.#read) for (const bytes of await this.#pages.read()) await this.#add(bytes)
      this.#read = true
      const refusal = await this.#fetch()
      const isNews = this.#state.overview === null || this.#here !== before
      const overview = isNews ? await this.thread.ask({ kind: 'overview' }) : this.#state.overview
      this.#become({ loading: false, refusal, overview: this.#here === 0 ? null : overview })
    } catch (error) {
      this.#become({ loading: false, refusal: { kind: 'internal', message: String(error) } })
    }
  }

  async #fetch(): Promise<ApiError | null> {
    for (;;) {
      const from = this.#here + 1
      const page = await fetchRecordPage(this.#agreementId, from)
      if (!page.ok) return page.error
      await this.#add(page.value)
      if (this.#here < from) return null
      await this.#pages.keep(from, page.value)
    }
  }

  async #add(bytes: Uint8Array): Promise<void> {
    this.#here = (await this.thread.ask({ kind: 'add', bytes })) ?? this.#here
  }

  #become(change: Partial<RecordState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of [...this.#listeners]) listener()
  }
}
