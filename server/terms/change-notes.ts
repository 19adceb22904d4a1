import type { Logger } from '../log.ts'
import type { AgreementStore } from '../store/agreement-store.ts'

/** `at` is epoch ms. */
export interface Change {
  readonly agreementId: string
  readonly userId: string
  readonly at: number
}

/** Notes in the library when and by whom a text was last changed: at once for the caller, in the store at most every two seconds. */
export interface ChangeNotes {
  note(change: Change): void
  /** Writes what is pending. */
  close(): Promise<void>
}

const EVERY_MS = 2000

export function createChangeNotes(agreements: AgreementStore, log: Logger): ChangeNotes {
  const pending = new Map<string, Change>()
  let timer: NodeJS.Timeout | null = null

  const flush = async () => {
    timer = null
    const changes = [...pending.values()]
    pending.clear()
    for (const { agreementId, userId, at } of changes) {
      try {
        await agreements.touch(agreementId, { changedAt: new Date(at).toISOString(), changedBy: userId })
      } catch (error) {
        log.error({ err: error, agreementId }, 'a change could not be noted in the library')
      }
    }
  }

  return {
    note(change) {
      pending.set(change.agreementId, change)
      timer ??= setTimeout(() => void flush(), EVERY_MS)
    },
    async close() {
      if (timer) clearTimeout(timer)
      await flush()
    },
  }
}
