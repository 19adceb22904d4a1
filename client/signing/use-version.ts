import { useCallback, useEffect, useRef, useState } from 'react'
import type { AgreementDetail, VersionDetail } from '../../shared/protocol/api.ts'
import type { ApiClient } from '../api/api-client.ts'
import type { ApiError } from '../api/api-error.ts'

export interface LoadedVersion {
  readonly version: VersionDetail
  readonly agreement: AgreementDetail
}

export type VersionState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: ApiError }
  | { readonly kind: 'loaded'; readonly loaded: LoadedVersion }

/** Others sign elsewhere, and no message says so. */
const AGAIN_MS = 20_000

/** The sealed text never changes: keeping the objects that were read first spares comparing and drawing them again. */
const keepSealed = (before: VersionState, version: VersionDetail): VersionDetail => {
  const known = before.kind === 'loaded' ? before.loaded.version : null
  if (known?.number !== version.number || known.fingerprint !== version.fingerprint) return version
  return { ...version, manifest: known.manifest, snapshot: known.snapshot }
}

/** A version with the agreement around it, read again while signatures are awaited and when the tab is shown. */
export function useVersion(
  api: ApiClient,
  agreementId: string,
  number: number,
): { readonly state: VersionState; readonly reload: () => Promise<void> } {
  const [state, setState] = useState<VersionState>({ kind: 'loading' })
  const newest = useRef(0)
  const reload = useCallback(async () => {
    const mine = ++newest.current
    const [version, agreement] = await Promise.all([
      api.version(agreementId, number),
      api.agreement(agreementId),
    ])
    if (mine !== newest.current) return
    if (version.ok && agreement.ok)
      setState(before => ({
        kind: 'loaded',
        loaded: { version: keepSealed(before, version.value), agreement: agreement.value },
      }))
    else {
      const error = !version.ok ? version.error : agreement.ok ? null : agreement.error
      // A page that is there stays there while the network is away.
      if (error) setState(before => (before.kind === 'loaded' ? before : { kind: 'failed', error }))
    }
  }, [api, agreementId, number])

  useEffect(() => {
    setState({ kind: 'loading' })
    void reload()
    return () => {
      newest.current++
    }
  }, [reload])

  const waiting = state.kind === 'loaded' && state.loaded.version.status === 'sealed'
  useEffect(() => {
    const again = () => {
      if (document.visibilityState === 'visible') void reload()
    }
    document.addEventListener('visibilitychange', again)
    window.addEventListener('online', again)
    const timer = waiting ? setInterval(again, AGAIN_MS) : undefined
    return () => {
      document.removeEventListener('visibilitychange', again)
      window.removeEventListener('online', again)
      clearInterval(timer)
    }
  }, [waiting, reload])
  return { state, reload }
}
