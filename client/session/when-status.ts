import type { AgreementSession } from './agreement-session.ts'
import type { SessionStatus } from './session-status.ts'

/** Resolves true when the condition holds, false when it did not within the time or the signal came first. */
export function whenSession(
  session: AgreementSession,
  holds: (session: AgreementSession) => boolean,
  limits: { readonly ms: number; readonly signal?: AbortSignal },
): Promise<boolean> {
  return new Promise(resolve => {
    const end = (result: boolean) => {
      clearTimeout(timer)
      stop()
      limits.signal?.removeEventListener('abort', abort)
      resolve(result)
    }
    const abort = () => end(false)
    const look = () => holds(session) && end(true)
    const timer = setTimeout(abort, limits.ms)
    const stop = session.subscribe(look)
    limits.signal?.addEventListener('abort', abort)
    if (limits.signal?.aborted) end(false)
    else look()
  })
}

/** Nothing typed is only in memory. */
export const isSavedOnDevice = ({ kind }: SessionStatus): boolean =>
  kind !== 'loading' && kind !== 'saving' && kind !== 'storage-failed'
