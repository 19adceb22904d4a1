import type { Logger } from '../log.ts'
import type { AgreementStore, LastChange } from '../store/agreement-store.ts'

/** Notes in the library when and by whom texts were last changed. */
export interface ChangeNotes {
  /** The store has it within two seconds, or ten when much is going on. */
  note(change: Change): void
  /** Writes what is pending. */
  close(): Promise<void>
}

interface Change {
  readonly agreementId: string
  readonly userId: string
  /** Epoch ms. */
  readonly at: number
}

/** A write costs a disk's sync, on the thread that answers everybody: one for all agreements, and not each time. */
const EVERY_MS = 2000
/** After a write of so many agreements, the next one waits longer. */
const MANY = 100
const EVERY_MS_OF_MANY = 10_000

export function createChangeNotes(agreements: AgreementStore, log: Logger): ChangeNotes {
  const pending = new Map<string, Change>()
  let timer: NodeJS.Timeout | null = null
  let everyMs = EVERY_MS

  const flush = async () => {
    timer = null
    const changes = [...pending.values()].map(lastChange)
    pending.clear()
    everyMs = changes.length > MANY ? EVERY_MS_OF_MANY : EVERY_MS
    if (changes.length === 0) return
    try {
      await agreements.touch(changes)
    } catch (error) {
      log.error({ err: error, agreements: changes.length }, 'changes could not be noted in the library')
    }
  }

  return {
    note(change) {
      pending.set(change.agreementId, change)
      timer ??= setTimeout(() => void flush(), everyMs)
    },
    async close() {
      if (timer) clearTimeout(timer)
      await flush()
    },
  }
}

const lastChange = ({ agreementId, userId, at }: Change): LastChange => ({
  agreementId,
  changedAt: new Date(at).toISOString(),
  changedBy: userId,
})
