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
 * The reasons as this device keeps them until the text is sealed, so that looking at the text does not lose them. Only the seal
 * gives them to others, with the name of whoever sealed.
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
