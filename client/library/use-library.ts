import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Library } from '../local/library.ts'
import type { LibraryEntry } from '../local/library-entry.ts'
import { byLastChange } from './library-model.ts'

/** The agreements in the order of the list; null until this device's store has been read. */
export function useLibrary(library: Library): readonly LibraryEntry[] | null {
  const entries = useSyncExternalStore(library.subscribe, library.entries)
  const [loaded, setLoaded] = useState(false)
  useEffect(() => {
    let mounted = true
    void library.loaded.then(() => mounted && setLoaded(true))
    return () => {
      mounted = false
    }
  }, [library])
  return loaded || entries.length > 0 ? [...entries].sort(byLastChange) : null
}
