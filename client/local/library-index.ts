import type { Model } from '../../shared/agreement/models.ts'
import { type DocumentJson, stringAttribute } from '../../shared/document/document-json.ts'
import { BODY_FRAGMENT, META_MAP, META_TITLE } from '../../shared/document/node-types.ts'
import { keepThreads } from '../../shared/document/threads.ts'
import { readBody, seedUpdate } from '../../shared/document/yjs-body.ts'
import { idFromBytes } from '../../shared/ids.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { withIds } from '../../shared/word/with-ids.ts'
import type { ApiClient } from '../api/api-client.ts'
import type { AgreementSession } from '../session/agreement-session.ts'
import type { SessionNews } from '../session/session-core.ts'
import type { Sessions } from '../session/sessions.ts'
import { isSavedOnDevice, whenSession } from '../session/when-status.ts'
import type { LocalDatabase } from './database.ts'
import { createEntryCache } from './entry-cache.ts'
import { addEntry, claimEntries, forgetEntries, ownerOf, removeCopy, userOf } from './entry-rows.ts'
import type { Library, LibraryRefusal } from './library.ts'
import { createLibrarySync } from './library-sync.ts'
import { createSessionNotes } from './session-notes.ts'
import { isStorageFailure, storageFailure } from './storage-failure.ts'
import type { StoredEntry } from './stored-entry.ts'
import type { TabChannel } from './tab-channel.ts'

export interface LibraryParts {
  readonly database: LocalDatabase
  readonly channel: TabChannel
  readonly api: Pick<ApiClient, 'listAgreements' | 'createAgreement'>
  readonly sessions: Sessions
  readonly templateFor: (model: Model) => Promise<DocumentJson>
  readonly sample: () => Promise<{
    readonly title: string
    readonly model: Model
    readonly body: DocumentJson
  }>
  readonly now: () => Date
  /** Asks the browser not to clear this device's agreements when space gets short. */
  readonly keepStorage?: () => void
}

/** What the composition of the client asks of the library beside what screens ask. */
export interface LibraryIndex extends Library {
  /** The account in use from now on; null without one. */
  setUser(userId: string | null): void
  /** What was written without an account is this account's now; carried to the server when it can be reached. */
  claim(userId: string): Promise<void>
  /** Removes this account's copies from this device, waiting changes included. */
  forget(userId: string): Promise<Result<true, LibraryRefusal>>
  /** Takes note of what happens in an open session. */
  note(news: SessionNews): void
}

const TEXT_PATIENCE_MS = 10_000

const randomId = () => idFromBytes(crypto.getRandomValues(new Uint8Array(20)))
const randomClient = () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1

export function createLibraryIndex(parts: LibraryParts): LibraryIndex {
  const { database, sessions } = parts
  const cache = createEntryCache(database, parts.channel)
  const sync = createLibrarySync({ ...parts, cache })
  const now = () => parts.now().toISOString()
  const refreshSoon = () => void sync.refresh()

  const add = (title: string, model: Model, body: DocumentJson) => {
    const id = randomId()
    const at = now()
    const entry: StoredEntry = {
      ...{ id, owner: ownerOf(cache.user()), title, model, parties: partiesIn(body) },
      ...{ createdAt: at, changedAt: at, server: null, left: false },
      ...{ hasText: true, fetchedAt: null, keep: true },
    }
    return attempt(async () => {
      await addEntry(database, entry, seedUpdate({ title, body }, randomClient()), Date.parse(at))
      await cache.changed()
      parts.keepStorage?.()
      refreshSoon()
      return id
    })
  }

  const withText = async <T>(
    entry: StoredEntry,
    work: (session: AgreementSession) => Promise<T>,
  ): Promise<T> => {
    const online = entry.server !== null && !entry.left
    const session = sessions.open(entry.id, { online, userId: userOf(entry.owner) })
    try {
      await session.loaded
      return await work(session)
    } finally {
      void session.dispose()
    }
  }

  const retitle = (title: string) => async (session: AgreementSession) => {
    session.body.getMap(META_MAP).set(META_TITLE, title)
    await whenSession(session, ({ status }) => isSavedOnDevice(status()), { ms: TEXT_PATIENCE_MS })
  }

  /** The text as it is here; null where it has not come to this device and cannot now. */
  const readText = (entry: StoredEntry) => async (session: AgreementSession) => {
    const isMissing = () => entry.server !== null && session.body.getXmlFragment(BODY_FRAGMENT).length === 0
    if (isMissing()) await whenSession(session, s => s.caughtUp(), { ms: TEXT_PATIENCE_MS })
    return isMissing() && !session.caughtUp() ? null : readBody(session.body)
  }

  return {
    loaded: cache.loaded,
    entries: cache.entries,
    subscribe: cache.subscribe,
    refresh: sync.refresh,
    note: createSessionNotes(cache, parts.now),
    create: async ({ title, model }) => add(title, model, await parts.templateFor(model)),
    async createSample() {
      const { title, model, body } = await parts.sample()
      return add(title, model, body)
    },
    async importText({ title, body, threads }) {
      const blocks = withIds(body.content ?? [], randomId)
      const added = await add(title, 'blank', { type: 'doc', content: blocks })
      const entry = added.ok && threads.length > 0 ? cache.find(added.value) : undefined
      if (!entry) return added
      const kept = await attempt(() =>
        withText(entry, async session => {
          keepThreads(session.discussion, threads)
          await whenSession(session, ({ status }) => isSavedOnDevice(status()), { ms: TEXT_PATIENCE_MS })
        }),
      )
      return kept.ok ? added : kept
    },
    async rename(id, title) {
      const entry = cache.find(id)
      if (!entry) return NOT_FOUND
      return attempt(async () => {
        await withText(entry, retitle(title))
        await cache.change(entry, stored => ({ ...stored, title, changedAt: now() }))
        refreshSoon()
        return true
      })
    },
    async duplicate(id, title) {
      const entry = cache.find(id)
      if (!entry) return NOT_FOUND
      const text = await attempt(() => withText(entry, readText(entry)))
      if (!text.ok) return text
      return text.value ? add(title, entry.model, text.value) : NOT_FOUND
    },
    async remove(id, options) {
      const entry = cache.find(id)
      if (!entry) return NOT_FOUND
      await sync.leave(id)
      const waiting = cache.waitingOf(entry)
      if (waiting > 0 && !options?.evenIfWaiting) return err({ kind: 'changes-wait', waiting })
      return attempt(async () => {
        await removeCopy(database, entry)
        await cache.changed()
        return true
      })
    },
    setUser(userId) {
      cache.setUser(userId)
      refreshSoon()
    },
    async claim(userId) {
      await sessions.adopt(userId)
      // Before the rows change hands: between two owners they would vanish from the list.
      cache.setUser(userId)
      await claimEntries(database, userId)
      await cache.changed()
    },
    forget: userId =>
      attempt(async () => {
        await forgetEntries(database, userId)
        await cache.changed()
        return true
      }),
  }
}

const NOT_FOUND = err({ kind: 'not-found' } as const)

async function attempt<const T>(work: () => Promise<T>): Promise<Result<T, LibraryRefusal>> {
  try {
    return ok(await work())
  } catch (error) {
    if (!isStorageFailure(error)) throw error
    return err({ kind: 'storage-failed', message: storageFailure(error) })
  }
}

const partiesIn = (body: DocumentJson): StoredEntry['parties'] =>
  (body.content ?? [])
    .filter(({ type }) => type === 'party')
    .map(party => ({ id: stringAttribute(party, 'id') ?? '', name: stringAttribute(party, 'name') ?? '' }))
