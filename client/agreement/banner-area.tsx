import { useCallback, useState, useSyncExternalStore } from 'react'
import type { AgreementSession } from '../session/agreement-session.ts'
import type { SessionStatus } from '../session/session-status.ts'
import type { Standing } from './agreement-standing.ts'
import { Banners } from './banners.tsx'
import { type BannerAction, decideBanners } from './decide-banners.ts'

interface BannerAreaProps {
  readonly session: AgreementSession
  readonly standing: Standing
  readonly newerThanClient: boolean
  /** Findings of merges that nobody has settled. */
  readonly unreviewed: number
  readonly onAction: (action: BannerAction) => void
}

const CALM: SessionStatus = { kind: 'saved-on-device' }

/** The status as far as banners need it: what changes with every key is one and the same to them. */
function useTroubles(session: AgreementSession): SessionStatus {
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session])
  return useSyncExternalStore(subscribe, () => {
    const status = session.status()
    return status.kind === 'refused' || status.kind === 'storage-failed' ? status : CALM
  })
}

const keyOf = (agreementId: string) => `parley-hidden-banners-${agreementId}`

function readHidden(agreementId: string): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(agreementId)) ?? '[]')
    return Array.isArray(stored) ? stored.filter(id => typeof id === 'string') : []
  } catch {
    // Blocked or damaged: a note is shown once more, which does no harm.
    return []
  }
}

export function BannerArea({ session, standing, newerThanClient, unreviewed, onAction }: BannerAreaProps) {
  const troubles = useTroubles(session)
  const [hidden, setHidden] = useState(() => readHidden(session.agreementId))
  const hide = (id: string) => {
    const next = [...hidden, id]
    setHidden(next)
    try {
      localStorage.setItem(keyOf(session.agreementId), JSON.stringify(next))
    } catch {
      // Remembered for as long as the page is open.
    }
  }
  const banners = decideBanners({ ...standing, session: troubles, newerThanClient, unreviewed }).filter(
    banner => !(banner.dismissible && hidden.includes(banner.id)),
  )
  return <Banners banners={banners} onAction={onAction} onDismiss={banner => hide(banner.id)} />
}
