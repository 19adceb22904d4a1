import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react'
import type { AgreementSession } from '../session/agreement-session.ts'

/** Why problems may stand, by the problem's id. */
export type WaiverReasons = Readonly<Record<string, string>>

export interface Waivers {
  readonly reasons: WaiverReasons
  /** An empty reason takes it back. */
  readonly setReason: (problemId: string, reason: string) => void
}

/** In the discussion: everybody sees, before the seal, what is to be let stand and why. */
const WAIVERS_MAP = 'waivers'

/** The reasons that the members gave, followed live. Whoever seals takes them into the sealed version under their own name. */
export function useWaivers({ discussion }: AgreementSession): Waivers {
  const map = useMemo(() => discussion.getMap(WAIVERS_MAP), [discussion])
  const kept = useRef<WaiverReasons>({})
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
    (problemId: string, reason: string) => {
      if (reason === '') map.delete(problemId)
      else map.set(problemId, reason)
    },
    [map],
  )
  return useMemo(() => ({ reasons, setReason }), [reasons, setReason])
}
