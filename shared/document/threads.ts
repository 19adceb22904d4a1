import * as Y from 'yjs'

/** What was said about some words of the text, with the answers to it. */
export interface Thread {
  /** That of the `comment` marks on the words it is about. */
  readonly id: string
  readonly author: string
  /** As it was stated (ISO 8601), or null. */
  readonly date: string | null
  readonly text: string
  readonly resolved: boolean
  readonly replies: readonly Reply[]
}

export interface Reply {
  readonly author: string
  readonly date: string | null
  readonly text: string
}

/** Name of the map in the `discussion` room: a map per thread by its id, a key per field, so that two people never overwrite each other. */
export const THREADS_MAP = 'threads'
const REPLY = 'reply:'

/** Enters threads; one that is there already stays as it is. */
export function keepThreads(discussion: Y.Doc, threads: readonly Thread[]): void {
  const kept = discussion.getMap<Y.Map<unknown>>(THREADS_MAP)
  discussion.transact(() => {
    for (const { id, author, date, text, resolved, replies } of threads) {
      if (kept.has(id)) continue
      const thread = new Y.Map<unknown>(Object.entries({ author, date, text, resolved }))
      for (const [index, reply] of replies.entries())
        thread.set(`${REPLY}${String(index).padStart(4, '0')}`, { ...reply })
      kept.set(id, thread)
    }
  })
}

/** Settles a thread, or opens it again; one that is not there stays away. */
export function resolveThread(discussion: Y.Doc, id: string, resolved: boolean): void {
  const thread = discussion.getMap<unknown>(THREADS_MAP).get(id)
  if (thread instanceof Y.Map) thread.set('resolved', resolved)
}

/** The threads of an agreement, oldest first; entries that are none are passed over. */
export function threadsOf(discussion: Y.Doc): readonly Thread[] {
  return [...discussion.getMap<unknown>(THREADS_MAP).entries()]
    .flatMap(([id, value]) => (value instanceof Y.Map ? [threadOf(id, value)] : []))
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))
}

const string = (value: unknown) => (typeof value === 'string' ? value : '')

function threadOf(id: string, map: Y.Map<unknown>): Thread {
  const replies = [...map.keys()].filter(key => key.startsWith(REPLY)).sort()
  return {
    id,
    author: string(map.get('author')),
    date: string(map.get('date')) || null,
    text: string(map.get('text')),
    resolved: map.get('resolved') === true,
    replies: replies.map(key => {
      const reply = map.get(key) as { author?: unknown; date?: unknown; text?: unknown } | null
      return { author: string(reply?.author), date: string(reply?.date) || null, text: string(reply?.text) }
    }),
  }
}
