import type { LocalDatabase } from './database.ts'
import { changeEntry, ownerOf, readLibrary, roomOf, userOf } from './entry-rows.ts'
import type { LibraryEntry } from './library-entry.ts'
import type { StoredEntry } from './stored-entry.ts'
import type { TabChannel } from './tab-channel.ts'

/** What this device's library holds, in memory: as the screens see it and as it is stored. */
export interface EntryCache {
  readonly loaded: Promise<void>
  user(): string | null
  setUser(userId: string | null): void
  entries(): readonly LibraryEntry[]
  subscribe(listener: () => void): () => void
  /** The account's own copy, else one written without an account. */
  find(id: string): StoredEntry | null
  /** The account's copies, oldest first; none without an account. */
  owned(): readonly StoredEntry[]
  waitingOf(entry: StoredEntry): number
  /** A count from an open session, which knows it before the database is read again. */
  noteWaiting(room: string, waiting: number): void
  change(key: Pick<StoredEntry, 'id' | 'owner'>, change: (entry: StoredEntry) => StoredEntry): Promise<void>
  /** Reads the database again and tells the other tabs to do the same. */
  changed(): Promise<void>
}

const TOPIC = 'library'

const lastChangedFirst = (a: LibraryEntry, b: LibraryEntry) =>
  a.changedAt < b.changedAt ? 1 : a.changedAt > b.changedAt ? -1 : 0

export function createEntryCache(database: LocalDatabase, channel: TabChannel): EntryCache {
  const listeners = new Set<() => void>()
  let stored: readonly StoredEntry[] = []
  let waiting = new Map<string, number>()
  let userId: string | null = null
  let shown: readonly LibraryEntry[] | null = null

  const isVisible = ({ owner }: StoredEntry) => owner === '' || owner === ownerOf(userId)
  const waitingOf = (entry: StoredEntry) => waiting.get(roomOf(entry)) ?? 0

  const show = (entry: StoredEntry): LibraryEntry => {
    const { owner, fetchedAt: _, hasText: __, keep: ___, ...rest } = entry
    return { ...rest, ownerId: userOf(owner), waiting: waitingOf(entry) }
  }

  const publish = () => {
    shown = null
    for (const listener of [...listeners]) listener()
  }

  const reload = async () => {
    const library = await readLibrary(database)
    stored = library.entries
    waiting = new Map(library.waiting)
    publish()
  }

  const reloadIfPossible = () =>
    reload().catch(() => {
      // Without storage the list stays as it is; writing says what is wrong.
    })

  channel.listen(TOPIC, () => void reloadIfPossible())

  return {
    loaded: reloadIfPossible(),
    user: () => userId,
    setUser(user) {
      userId = user
      publish()
    },
    entries() {
      shown ??= stored.filter(isVisible).map(show).sort(lastChangedFirst)
      return shown
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    find(id) {
      const copies = stored.filter(entry => entry.id === id && isVisible(entry))
      return copies.find(({ owner }) => owner !== '') ?? copies[0] ?? null
    },
    owned: () =>
      userId === null
        ? []
        : stored.filter(({ owner }) => owner === userId).sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)),
    waitingOf,
    noteWaiting(room, count) {
      if ((waiting.get(room) ?? 0) === count) return
      waiting.set(room, count)
      publish()
    },
    async change(key, change) {
      const changed = await changeEntry(database, key, change)
      if (!changed) return
      stored = stored.map(entry => (entry.id === key.id && entry.owner === key.owner ? changed : entry))
      publish()
      channel.announce(TOPIC)
    },
    async changed() {
      await reload()
      channel.announce(TOPIC)
    },
  }
}
