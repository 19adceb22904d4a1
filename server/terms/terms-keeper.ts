import { titleSchema } from '../../shared/protocol/api.ts'
import type { RoomKey } from '../../shared/protocol/wire.ts'
import type { Logger } from '../log.ts'
import type { AgreementStore, StoredTerms } from '../store/agreement-store.ts'
import type { RecordHead } from '../store/record-store.ts'
import type { LiveRooms } from '../sync/live-rooms.ts'
import type { BodyReader } from './body-reader.ts'

export interface TermsKeeperDeps {
  readonly agreements: AgreementStore
  readonly rooms: LiveRooms
  /** The durable head of a room. */
  readonly head: (room: RoomKey) => Promise<RecordHead>
  readonly reader: BodyReader
  readonly now: () => number
  readonly log: Logger
}

/** Keeps the stored terms and the library's title in step with the text. */
export interface TermsKeeper {
  /** The text came to rest: derives and stores its terms. Never rejects. */
  refresh(agreementId: string): Promise<void>
  /** The terms of the text as it durably stands now; from the store when it has them. */
  current(agreementId: string): Promise<StoredTerms>
}

export function createTermsKeeper(deps: TermsKeeperDeps): TermsKeeper {
  const { agreements } = deps
  const running = new Map<string, Promise<StoredTerms>>()

  const derive = async (agreementId: string): Promise<StoredTerms> => {
    const state = await deps.rooms.state({ agreementId, room: 'body' })
    const kept = await agreements.terms(agreementId)
    if (kept?.seq === state.head.seq) return kept
    const { title, terms } = await deps.reader.read(state.update)
    const derived = { seq: state.head.seq, terms, at: new Date(deps.now()).toISOString() }
    await agreements.saveTerms(agreementId, derived)
    await followTitle(agreementId, title)
    return derived
  }

  /** A title from a client is any text: one that the library cannot show leaves the known one in place. */
  const followTitle = async (agreementId: string, title: string) => {
    const valid = titleSchema.safeParse(title)
    const agreement = await agreements.find(agreementId)
    if (valid.success && agreement && agreement.title !== valid.data)
      await agreements.rename(agreementId, valid.data)
  }

  const deriveOnce = (agreementId: string): Promise<StoredTerms> => {
    const already = running.get(agreementId)
    if (already) return already
    const started = derive(agreementId).finally(() => running.delete(agreementId))
    running.set(agreementId, started)
    return started
  }

  const current = async (agreementId: string): Promise<StoredTerms> => {
    const head = await deps.head({ agreementId, room: 'body' })
    const kept = await agreements.terms(agreementId)
    if (kept && kept.seq >= head.seq) return kept
    const derived = await deriveOnce(agreementId)
    // What was already running may have begun before the newest change.
    return derived.seq >= head.seq ? derived : deriveOnce(agreementId)
  }

  return {
    current,
    async refresh(agreementId) {
      try {
        await current(agreementId)
      } catch (error) {
        deps.log.error({ err: error, agreementId }, 'terms could not be derived')
      }
    },
  }
}
