import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Library } from '../local/library.ts'
import { type KnownEntry, knownEntry } from './known-entry.ts'
import { type DetailState, useAgreementDetail } from './use-agreement-detail.ts'

export interface KnownAgreement extends DetailState {
  /** Null while this device's list has not been read, or does not have it. */
  readonly entry: KnownEntry | null
  readonly libraryRead: boolean
}

/** What this device and the server know of the agreement. */
export function useKnownAgreement(library: Library, agreementId: string, signedIn: boolean): KnownAgreement {
  const kept = useRef<KnownEntry | null>(null)
  const entry = useSyncExternalStore(library.subscribe, () => {
    kept.current = knownEntry(
      library.entries().find(({ id }) => id === agreementId),
      kept.current,
    )
    return kept.current
  })
  const [libraryRead, setLibraryRead] = useState(false)
  useEffect(() => {
    let current = true
    void library.loaded.then(() => current && setLibraryRead(true))
    return () => {
      current = false
    }
  }, [library])
  // What was never sent is not there to be asked for.
  const ask = signedIn && libraryRead && (entry === null || entry.server !== null)
  const detail = useAgreementDetail(agreementId, ask)

  // Followed from a link or an invitation: the list learns of it too.
  const isNew = libraryRead && entry === null && detail.detail !== null
  useEffect(() => {
    if (isNew) void library.refresh()
  }, [library, isNew])
  return { ...detail, entry, libraryRead }
}
