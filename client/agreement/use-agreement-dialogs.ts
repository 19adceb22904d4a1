import { useState } from 'react'
import type { ApiError } from '../api/api-error.ts'
import type { Library } from '../local/library.ts'
import type { AccountReason } from '../shell/account-request.ts'
import { requestAccount } from '../shell/account-request.ts'

export type AgreementDialog = 'share' | 'seal'

interface DialogParts {
  readonly library: Library
  readonly signedIn: boolean
  readonly onServer: boolean
  /** Reads the agreement again: people may have joined since. */
  readonly reload: () => Promise<void>
}

/**
 * Sharing and sealing need an account and a server that knows the agreement: both are seen to on the way, so that a person who
 * writes on their own device only ever presses the button that they mean.
 */
export function useAgreementDialogs({ library, signedIn, onServer, reload }: DialogParts) {
  const [dialog, setDialog] = useState<AgreementDialog | null>(null)
  const [refusal, setRefusal] = useState<ApiError | null>(null)
  const open = async (wanted: AgreementDialog, reason: AccountReason) => {
    setRefusal(null)
    if (!signedIn && !(await requestAccount(reason))) return
    if (signedIn && onServer) await reload()
    setDialog(wanted)
    if (signedIn && onServer) return
    const refreshed = await library.refresh()
    if (!refreshed.ok) setRefusal(refreshed.error)
  }
  return {
    dialog,
    /** Why the agreement could not be brought to the server. */
    refusal,
    share: () => void open('share', 'share'),
    seal: () => void open('seal', 'sign'),
    close: () => setDialog(null),
  }
}
