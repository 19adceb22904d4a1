import type { AgreementStatus } from '../../shared/agreement/lifecycle.ts'
import type { LibraryEntry } from '../local/library-entry.ts'

export type StatusFilter = AgreementStatus | 'all'

export interface LibraryFilter {
  readonly text: string
  readonly status: StatusFilter
}

export const NO_FILTER: LibraryFilter = { text: '', status: 'all' }

/** An agreement that the server has not seen is a draft: nothing else can exist on one device only. */
export const statusOf = (entry: LibraryEntry): AgreementStatus => entry.server?.status ?? 'draft'

export interface LastChange {
  readonly at: string
  /** A name, or null where nobody is known. */
  readonly by: string | null
}

/** The later of what this device wrote and what the server knows; what only this device has was written by its user. */
export function lastChange(entry: LibraryEntry): LastChange {
  const server = entry.server
  if (!server || (entry.waiting > 0 && entry.changedAt > server.changedAt))
    return { at: entry.changedAt, by: server ? 'you' : null }
  return { at: server.changedAt, by: server.changedBy }
}

export const partiesOf = (entry: LibraryEntry): readonly string[] =>
  (entry.parties.length > 0 ? entry.parties : (entry.server?.parties ?? []))
    .map(party => party.name.trim())
    .filter(name => name !== '')

/** "A, B and 3 more": a line in a list has room for a few names. */
export function partyWords(names: readonly string[], room = 3): string {
  if (names.length === 0) return 'No parties named yet'
  if (names.length > room) return `${names.slice(0, room - 1).join(', ')} and ${names.length - room + 1} more`
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

export function waitingWords(count: number): string | null {
  if (count <= 0) return null
  return count === 1 ? '1 change waits on this device' : `${count} changes wait on this device`
}

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('en')

/** Every word of the text must stand in the title or in a party's name, in any order and whatever the accents. */
export function matchesFilter(entry: LibraryEntry, filter: LibraryFilter): boolean {
  if (filter.status !== 'all' && statusOf(entry) !== filter.status) return false
  const words = folded(filter.text)
    .split(/\s+/)
    .filter(word => word !== '')
  const haystack = folded([entry.title, ...partiesOf(entry)].join('\n'))
  return words.every(word => haystack.includes(word))
}

/** Last changed first; equal times keep a fixed order by id, so that the list does not jump. */
export const byLastChange = (a: LibraryEntry, b: LibraryEntry): number =>
  lastChange(b).at.localeCompare(lastChange(a).at) || a.id.localeCompare(b.id)

/** "Title (copy)", then "Title (copy 2)" and so on: the first that no other agreement is called. */
export function copyTitle(title: string, taken: readonly string[]): string {
  const stem = title.replace(/ \(copy(?: \d+)?\)$/, '')
  for (let number = 1; ; number++) {
    const copy = `${stem} (copy${number === 1 ? '' : ` ${number}`})`
    if (!taken.includes(copy)) return copy
  }
}
