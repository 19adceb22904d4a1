import * as Y from 'yjs'
import { openIn } from '../../shared/record/merge/merge-count.ts'
import { holdsMerge, packMerge } from '../../shared/record/merge/merge-ranges.ts'
import {
  type KeptMerge,
  keptMerges,
  MERGE_REVIEWS_MAP,
  MERGES_MAP,
  type Settlement,
  settlements,
} from '../../shared/record/merge/merge-rooms.ts'
import type { MergeReview } from '../../shared/record/merge/review-merge.ts'
import type { AgreementSession } from '../session/agreement-session.ts'
import type { ReviewAnswer, ReviewRequest } from './review-messages.ts'

export interface ReviewedMerge {
  readonly key: string
  /** The user id of the person who came back. */
  readonly by: string
  /** Epoch ms. */
  readonly at: number
  readonly review: MergeReview
  readonly open: number
}

export interface ReviewState {
  /** Merges that did something worth a look, newest first. */
  readonly merges: readonly ReviewedMerge[]
  readonly settled: ReadonlyMap<string, Settlement>
  readonly open: number
  /** A merge is being looked at. */
  readonly busy: boolean
}

export interface ReviewSource {
  readonly current: () => ReviewState
  readonly subscribe: (listener: () => void) => () => void
}

type Reviewing = Pick<AgreementSession, 'body' | 'discussion' | 'status' | 'subscribe'>

const NONE: ReviewState = { merges: [], settled: new Map(), open: 0, busy: false }
/** Between the arrival of a merge and of the text that it speaks of there are moments; they come over two sockets. */
const LOOK_AGAIN_MS = 300

/** More than anybody types or pastes at a time who sees the others: somebody comes back, most likely to a merge. */
const CAME_BACK_BYTES = 4_000

/** A review that fails again and again is not tried at each change. */
const MOST_FAILURES = 3

const sources = new WeakMap<Y.Doc, ReviewSource>()

/** The reviews of a session's merges: computed once each, in a worker, however many parts of the page show them. */
export function reviewSource(session: Reviewing): ReviewSource {
  const known = sources.get(session.body)
  if (known) return known
  const made = new Reviews(session)
  sources.set(session.body, made)
  return made
}

class Reviews implements ReviewSource {
  readonly #session: Reviewing
  readonly #listeners = new Set<() => void>()
  readonly #reviews = new Map<string, { readonly version: string; readonly review: MergeReview }>()
  #state = NONE
  #worker: Worker | null = null
  #failures = 0
  #asked: { readonly id: number; readonly versions: ReadonlyMap<string, string> } | null = null
  #lastId = 0
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(session: Reviewing) {
    this.#session = session
    const { body, discussion } = session
    discussion.getMap(MERGES_MAP).observe(this.#look)
    discussion.getMap(MERGE_REVIEWS_MAP).observe(this.#publish)
    const unsubscribe = session.subscribe(this.#expect)
    body.on('update', this.#follow)
    body.on('destroy', () => {
      unsubscribe()
      this.#worker?.terminate()
    })
    this.#look()
  }

  readonly current = () => this.#state

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly #look = () => {
    this.#timer = null
    const { body, discussion } = this.#session
    if (this.#asked) return
    const unseen = keptMerges(discussion).filter(
      merge => this.#reviews.get(merge.key)?.version !== versionOf(merge),
    )
    const ready = unseen.filter(({ ranges }) => holdsMerge(body, ranges))
    if (ready.length < unseen.length) this.#lookAgain()
    if (ready.length > 0) this.#ask(ready)
    this.#publish()
  }

  #lookAgain() {
    // Not on each change: a merge that this copy never gets costs nothing but this look after somebody wrote.
    this.#session.body.once('update', () => {
      this.#timer ??= setTimeout(this.#look, LOOK_AGAIN_MS)
    })
  }

  /** Whoever writes without a network will come back to a merge: the worker then knows the text already. */
  readonly #expect = () => {
    // Only where the app is kept on the device can the worker's code be had without a network.
    if (this.#worker !== null || this.#failures > 0 || !navigator.serviceWorker?.controller) return
    const status = this.#session.status()
    if (status.kind === 'offline' && status.waiting > 0) this.#worker = this.#start()
  }

  /** The worker reads what comes while the page is still busy with showing it. */
  readonly #follow = (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
    if (this.#worker) tell(this.#worker, { kind: 'news', update })
    else if (!local && update.length > CAME_BACK_BYTES && this.#failures === 0) this.#worker = this.#start()
  }

  #ask(merges: readonly KeptMerge[]) {
    this.#worker ??= this.#start()
    const id = ++this.#lastId
    this.#asked = { id, versions: new Map(merges.map(merge => [merge.key, versionOf(merge)])) }
    tell(this.#worker, {
      kind: 'review',
      id,
      merges: merges.map(({ key, ranges }) => ({ key, packed: packMerge(ranges) })),
    })
  }

  /** It knows the text from here on. */
  #start(): Worker {
    const worker = new Worker(new URL('./review-worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<ReviewAnswer>) => {
      const asked = this.#asked
      if (asked?.id !== data.id) return
      this.#asked = null
      for (const { key, review } of data.reviews) {
        this.#reviews.set(key, { version: asked.versions.get(key) ?? '', review })
      }
      this.#look()
    }
    worker.onerror = () => this.#fail()
    tell(worker, { kind: 'news', update: Y.encodeStateAsUpdate(this.#session.body) })
    return worker
  }

  /** Its code could not be had, or it broke: another one is started. */
  #fail() {
    this.#worker?.terminate()
    this.#worker = null
    this.#failures += 1
    if (this.#asked !== null && this.#failures < MOST_FAILURES)
      this.#timer ??= setTimeout(this.#look, LOOK_AGAIN_MS)
    this.#asked = null
    this.#publish()
  }

  readonly #publish = () => {
    const { discussion } = this.#session
    const settled = settlements(discussion)
    const merges = keptMerges(discussion)
      .flatMap(({ key, by, at }): ReviewedMerge[] => {
        const review = this.#reviews.get(key)?.review
        if (!review || review.findings.length + review.terms.length === 0) return []
        return [{ key, by, at, review, open: openIn(key, review, settled) }]
      })
      .toReversed()
    const open = merges.reduce((sum, merge) => sum + merge.open, 0)
    this.#state = { merges, settled, open, busy: this.#asked !== null }
    for (const listener of [...this.#listeners]) listener()
  }
}

const tell = (worker: Worker, request: ReviewRequest) => worker.postMessage(request)

/** The same waiting changes may be entered again, with more of what others wrote. */
const versionOf = ({ at }: KeptMerge) => String(at)
