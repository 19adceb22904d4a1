import { useEffect, useMemo, useState } from 'react'
import type * as Y from 'yjs'

/** Names that members gave to moments of the text, by the number of the entry of the record after which it stood so. */
export type VersionNames = ReadonlyMap<number, string>

/** In the `discussion` room, one entry per name, so that everybody sees the same and two names for two moments never meet. */
const MAP = 'versionNames'
export const NAME_CHARACTERS = 80

export function readVersionNames(discussion: Y.Doc): VersionNames {
  const names = new Map<number, string>()
  for (const [key, name] of discussion.getMap(MAP)) {
    const seq = Number(key)
    if (Number.isSafeInteger(seq) && seq > 0 && typeof name === 'string' && name.trim() !== '')
      names.set(seq, name.slice(0, NAME_CHARACTERS))
  }
  return names
}

/** An empty name takes the name away. */
export function nameVersion(discussion: Y.Doc, seq: number, name: string): void {
  const trimmed = name.trim().slice(0, NAME_CHARACTERS)
  const names = discussion.getMap(MAP)
  if (trimmed === '') names.delete(String(seq))
  else names.set(String(seq), trimmed)
}

export function useVersionNames(discussion: Y.Doc): VersionNames {
  const [names, setNames] = useState(() => readVersionNames(discussion))
  const map = useMemo(() => discussion.getMap(MAP), [discussion])
  useEffect(() => {
    const read = () => setNames(readVersionNames(discussion))
    read()
    map.observe(read)
    return () => map.unobserve(read)
  }, [discussion, map])
  return names
}
