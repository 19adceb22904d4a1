import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { RecordSource, type RecordState } from './record-source.ts'

interface Held {
  readonly source: RecordSource
  users: number
}

const held = new Map<string, Held>()

/** A source stays for a moment after its last user: views follow each other. */
const LINGER_MS = 20_000

function hold(key: string, make: () => RecordSource): { source: RecordSource; release: () => void } {
  const entry = held.get(key) ?? { source: make(), users: 0 }
  held.set(key, entry)
  return {
    source: entry.source,
    release: () => {
      entry.users--
      setTimeout(() => {
        if (entry.users > 0 || held.get(key) !== entry) return
        held.delete(key)
        entry.source.end()
      }, LINGER_MS)
    },
  }
}

/** The record of an agreement while the component is mounted; shared by all who use it, and fetched anew for each that comes. */
export function useRecord(
  agreementId: string,
  userId: string | null,
): { readonly source: RecordSource; readonly state: RecordState } {
  const key = `${agreementId}@${userId ?? ''}`
  const { source, release } = useMemo(
    () => hold(key, () => new RecordSource(agreementId, userId)),
    [key, agreementId, userId],
  )
  useEffect(() => {
    const entry = held.get(key)
    if (entry) entry.users++
    void source.refresh()
    return release
  }, [key, source, release])
  return { source, state: useSyncExternalStore(source.subscribe, source.state) }
}
