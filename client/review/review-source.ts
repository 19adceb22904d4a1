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

type Reviewing = Pick<AgreementSession, 'body' | 'discussion'>

const NONE: ReviewState = { merges: [], settled: new Map(), open: 0, busy: false }
/** Between the arrival of a merge and of the text that it speaks of there are moments; they come over two sockets. */
const LOOK_AGAIN_MS = 300

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
  #asked: { readonly id: number; readonly versions: ReadonlyMap<string, string> } | null = null
  #lastId = 0
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(session: Reviewing) {
    this.#session = session
    const { body, discussion } = session
    discussion.getMap(MERGES_MAP).observe(this.#look)
    discussion.getMap(MERGE_REVIEWS_MAP).observe(this.#publish)
    body.on('destroy', () => this.#worker?.terminate())
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

  #ask(merges: readonly KeptMerge[]) {
    this.#worker ??= this.#start()
    this.#lastId += 1
    const request: ReviewRequest = {
      id: this.#lastId,
      state: Y.encodeStateAsUpdate(this.#session.body),
      merges: merges.map(({ key, ranges }) => ({ key, packed: packMerge(ranges) })),
    }
    this.#asked = {
      id: request.id,
      versions: new Map(merges.map(merge => [merge.key, versionOf(merge)])),
    }
    this.#worker.postMessage(request)
  }

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
    return worker
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

/** The same waiting changes may be entered again, with more of what others wrote. */
const versionOf = ({ at }: KeptMerge) => String(at)
