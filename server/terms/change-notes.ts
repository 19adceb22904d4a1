import type { Logger } from '../log.ts'
import type { AgreementStore, LastChange } from '../store/agreement-store.ts'

/** Notes in the library when and by whom texts were last changed. */
export interface ChangeNotes {
  /** `at` is epoch ms. The store has it within two seconds. */
  note(change: { readonly agreementId: string; readonly userId: string; readonly at: number }): void
  /** Writes what is pending. */
  close(): Promise<void>
}

/** A write costs a disk's sync, on the thread that answers everybody: one for all agreements, and not each time. */
const EVERY_MS = 2000

export function createChangeNotes(agreements: AgreementStore, log: Logger): ChangeNotes {
  const pending = new Map<string, LastChange>()
  let timer: NodeJS.Timeout | null = null

  const flush = async () => {
    timer = null
    const changes = [...pending.values()]
    pending.clear()
    if (changes.length === 0) return
    try {
      await agreements.touch(changes)
    } catch (error) {
      log.error({ err: error, agreements: changes.length }, 'changes could not be noted in the library')
    }
  }

  return {
    note({ agreementId, userId, at }) {
      pending.set(agreementId, {
        agreementId,
        changedAt: new Date(at).toISOString(),
        changedBy: userId,
      })
      timer ??= setTimeout(() => void flush(), EVERY_MS)
    },
    async close() {
      if (timer) clearTimeout(timer)
      await flush()
    },
  }
}
