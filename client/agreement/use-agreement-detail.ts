import { useCallback, useEffect, useRef, useState } from 'react'
import type { AgreementDetail } from '../../shared/protocol/api.ts'
import { api } from '../api/api-client.ts'
import type { ApiError } from '../api/api-error.ts'

export interface DetailState {
  /** What the server last said; kept while a later question fails, so that the page does not fall apart offline. */
  readonly detail: AgreementDetail | null
  /** Why the newest question failed; null while none has. */
  readonly refusal: ApiError | null
  /** Settles when the answer is there. */
  readonly reload: () => Promise<void>
}

/** While a version waits, others sign elsewhere and no message says so. */
const SEALED_EVERY_MS = 30_000

/** The agreement as the server has it, read again when the tab is shown, the network comes back, or the caller says so. */
export function useAgreementDetail(agreementId: string, enabled: boolean): DetailState {
  const [detail, setDetail] = useState<AgreementDetail | null>(null)
  const [refusal, setRefusal] = useState<ApiError | null>(null)
  const newest = useRef(0)

  const read = useCallback(async () => {
    const mine = ++newest.current
    const answer = await api.agreement(agreementId)
    if (mine !== newest.current) return
    setRefusal(answer.ok ? null : answer.error)
    if (answer.ok) setDetail(answer.value)
  }, [agreementId])
  useEffect(() => {
    if (!enabled) return
    const again = () => {
      if (document.visibilityState === 'visible') void read()
    }
    void read()
    window.addEventListener('online', again)
    document.addEventListener('visibilitychange', again)
    return () => {
      newest.current++
      window.removeEventListener('online', again)
      document.removeEventListener('visibilitychange', again)
    }
  }, [enabled, read])

  const sealed = enabled && detail?.status === 'sealed'
  useEffect(() => {
    if (!sealed) return
    const timer = setInterval(() => void read(), SEALED_EVERY_MS)
    return () => clearInterval(timer)
  }, [sealed, read])

  return { detail, refusal, reload: read }
}
