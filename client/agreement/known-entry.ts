import type { LibraryEntry } from '../local/library-entry.ts'

/** What the page needs of this device's entry: nothing of it changes with what is typed into the text. */
export type KnownEntry = Pick<LibraryEntry, 'title' | 'model' | 'server' | 'left'>

/** The part of the entry that the page shows; the one given before when it says the same, so that nothing is drawn again. */
export function knownEntry(entry: LibraryEntry | undefined, before: KnownEntry | null): KnownEntry | null {
  if (!entry) return null
  const { title, model, server, left } = entry
  const known = { title, model, server, left }
  return before !== null && JSON.stringify(before) === JSON.stringify(known) ? before : known
}
