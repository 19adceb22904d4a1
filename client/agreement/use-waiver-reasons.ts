import { useLocalStorage } from '@mantine/hooks'
import { useCallback } from 'react'

/** Why problems may stand, by the problem's id. */
export type WaiverReasons = Readonly<Record<string, string>>

export interface Waivers {
  readonly reasons: WaiverReasons
  /** An empty reason takes it back. */
  readonly setReason: (problemId: string, reason: string) => void
}

const NONE: WaiverReasons = {}

function readReasons(stored: string | undefined): WaiverReasons {
  try {
    const read: unknown = JSON.parse(stored ?? '{}')
    if (typeof read !== 'object' || read === null) return NONE
    return Object.fromEntries(Object.entries(read).filter(([, reason]) => typeof reason === 'string'))
  } catch {
    return NONE
  }
}

/**
 * The reasons as this device keeps them, so that looking at the text does not lose them. They are notes of whoever writes them:
 * no seal holds them and nobody else sees them.
 */
export function useWaiverReasons(agreementId: string): Waivers {
  const [reasons, setReasons] = useLocalStorage<WaiverReasons>({
    key: `parley-waivers-${agreementId}`,
    defaultValue: NONE,
    getInitialValueInEffect: false,
    deserialize: readReasons,
  })
  const setReason = useCallback(
    (problemId: string, reason: string) =>
      setReasons(current => {
        const { [problemId]: _, ...others } = current
        return reason === '' ? others : { ...others, [problemId]: reason }
      }),
    [setReasons],
  )
  return { reasons, setReason }
}
