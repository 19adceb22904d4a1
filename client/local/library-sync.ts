import { decideAccess } from '../../shared/agreement/access.ts'
import { type AgreementSummary, agreementSummarySchema } from '../../shared/protocol/api.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { ApiClient } from '../api/api-client.ts'
import type { ApiError } from '../api/api-error.ts'
import type { AgreementSession } from '../session/agreement-session.ts'
import type { Sessions } from '../session/sessions.ts'
import { isSavedOnDevice, whenSession } from '../session/when-status.ts'
import type { LocalDatabase } from './database.ts'
import type { EntryCache } from './entry-cache.ts'
import { putEntries } from './entry-rows.ts'
import type { StoredEntry } from './stored-entry.ts'

export interface LibrarySyncParts {
  readonly database: LocalDatabase
  readonly api: Pick<ApiClient, 'listAgreements' | 'createAgreement'>
  readonly sessions: Sessions
  readonly cache: EntryCache
}

export interface LibrarySync {
  refresh(): Promise<Result<true, ApiError>>
  /** Ends the work on an agreement that goes on in the background, if there is any. */
  leave(id: string): Promise<void>
}

/** A text that takes longer is left for the next round, so that one slow agreement does not hold up the others. */
const TEXT_PATIENCE_MS = 30_000

/**
 * Carries out what waits: everything that has to happen follows from the entries themselves (not on the server yet, changes
 * waiting, text not here), so that nothing is forgotten by a restart and doing it twice does no harm.
 */
export function createLibrarySync({ database, api, sessions, cache }: LibrarySyncParts): LibrarySync {
  let running: Promise<Result<true, ApiError>> | null = null
  let again = false
  let carryRound: Promise<void> | null = null
  let carryAgain = false
  let carrying: { readonly id: string; readonly stop: AbortController; readonly done: Promise<void> } | null =
    null

  const takeList = async (owner: string, list: readonly AgreementSummary[]) => {
    const known = new Map(cache.owned().map(entry => [entry.id, entry]))
    const listed = new Set(list.map(({ id }) => id))
    const gone = [...known.values()].filter(({ id, server }) => server !== null && !listed.has(id))
    const changed = [
      ...list.map(summary => takeSummary(owner, summary, known.get(summary.id))),
      ...gone.map(entry => ({ ...entry, left: true })),
    ].filter(entry => JSON.stringify(known.get(entry.id)) !== JSON.stringify(entry))
    if (changed.length === 0) return
    await putEntries(database, changed)
    await cache.changed()
  }

  /** Oldest first. The first that finds no server ends the round; one that is refused does not hold up the others. */
  const createMissing = async (): Promise<ApiError | null> => {
    for (const entry of cache.owned().filter(({ server }) => server === null)) {
      const { id, title, model } = entry
      const created = await api.createAgreement({ id, title: title.trim() || 'Untitled', model, seed: false })
      if (!created.ok && created.error.kind === 'offline') return created.error
      if (!created.ok) continue
      const server = agreementSummarySchema.parse(created.value)
      await cache.change(entry, stored => ({ ...stored, server }))
      // A session may have asked for it too early.
      sessions.wake()
    }
    return null
  }

  const needsCarrying = (entry: StoredEntry) => {
    const { server, keep, left, fetchedAt } = entry
    if (server === null || left || sessions.isOpen(entry.id, entry.owner)) return false
    const mayWrite = decideAccess(server, 'write-body', server.status).ok
    return (mayWrite && cache.waitingOf(entry) > 0) || (keep && fetchedAt !== server.changedAt)
  }

  /** Opens the text out of sight until both sides have all of it. */
  const carry = async (entry: StoredEntry, signal: AbortSignal) => {
    const session = sessions.open(entry.id, { online: true, userId: entry.owner })
    const isAtRest = ({ caughtUp, status }: AgreementSession) =>
      status().kind === 'refused' || (caughtUp() && status().kind === 'saved-for-everyone')
    await whenSession(session, isAtRest, { ms: TEXT_PATIENCE_MS, signal })
    const fetched = session.caughtUp() && isSavedOnDevice(session.status())
    await session.dispose()
    if (fetched && !signal.aborted)
      await cache.change(entry, stored => ({ ...stored, fetchedAt: entry.server?.changedAt ?? null }))
  }

  const carryAll = async () => {
    do {
      carryAgain = false
      for (const { id } of cache.owned()) {
        const entry = cache.find(id)
        if (!entry || !needsCarrying(entry)) continue
        const stop = new AbortController()
        carrying = { id, stop, done: carry(entry, stop.signal) }
        await carrying.done
      }
    } while (carryAgain)
  }

  const carryInBackground = () => {
    carryAgain = true
    if (carryRound) return
    carryRound = carryAll()
      .catch(() => {
        // This device cannot store at the moment; sessions say so where somebody looks at them.
      })
      .finally(() => {
        carryRound = null
        carrying = null
      })
  }

  const round = async (): Promise<Result<true, ApiError>> => {
    await cache.loaded
    const owner = cache.user()
    if (owner === null) return ok(true)
    const offline = await createMissing()
    if (offline) return err(offline)
    const list = await api.listAgreements()
    if (!list.ok) return list
    if (cache.user() === owner) await takeList(owner, list.value)
    carryInBackground()
    return ok(true)
  }

  const rounds = async () => {
    let result: Result<true, ApiError>
    do {
      again = false
      result = await round()
    } while (again)
    return result
  }

  return {
    refresh() {
      // What was written since the running round began may not be in it.
      if (running) again = true
      running ??= rounds()
        .catch((): Result<true, ApiError> => err(NOT_STORED))
        .finally(() => {
          running = null
        })
      return running
    },
    async leave(id) {
      if (carrying?.id !== id) return
      carrying.stop.abort()
      await carrying.done
    },
  }
}

const NOT_STORED: ApiError = {
  kind: 'internal',
  message: 'The list could not be stored on this device. Free some space, then load the page again.',
}

/** Title and parties come from the text where it is here: the server's list lags behind it. */
function takeSummary(owner: string, server: AgreementSummary, known: StoredEntry | undefined): StoredEntry {
  const { id, title, model, parties, createdAt, changedAt } = server
  if (!known)
    return {
      ...{ id, owner, title, model, parties, createdAt, changedAt, server },
      ...{ left: false, hasText: false, fetchedAt: null, keep: true },
    }
  return {
    ...known,
    ...(known.hasText ? {} : { title, parties }),
    changedAt: [changedAt, known.changedAt].sort().at(-1) ?? changedAt,
    server,
    left: false,
  }
}
