import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react'
import type { Reasons } from '../readiness/readiness-groups.ts'
import type { AgreementSession } from '../session/agreement-session.ts'

export interface Waivers {
  readonly reasons: Reasons
  /** Lets the error with this `waiverKey` stand; an empty reason takes it back. */
  readonly setReason: (key: string, reason: string) => void
}

/** In the discussion: everybody sees, before the seal, what is to be let stand and why. */
const WAIVERS_MAP = 'waivers'

/** The reasons that the members gave, followed live. Whoever seals takes them into the sealed version under their own name. */
export function useWaivers({ discussion }: AgreementSession): Waivers {
  const map = useMemo(() => discussion.getMap(WAIVERS_MAP), [discussion])
  const kept = useRef<Reasons>({})
  const subscribe = useCallback(
    (listener: () => void) => {
      map.observe(listener)
      return () => map.unobserve(listener)
    },
    [map],
  )
  const reasons = useSyncExternalStore(subscribe, () => {
    const next = Object.fromEntries(
      [...map].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
    if (JSON.stringify(next) !== JSON.stringify(kept.current)) kept.current = next
    return kept.current
  })
  const setReason = useCallback(
    (key: string, reason: string) => {
      if (reason === '') map.delete(key)
      else map.set(key, reason)
    },
    [map],
  )
  return useMemo(() => ({ reasons, setReason }), [reasons, setReason])
}
