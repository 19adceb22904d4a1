import { matchesOf } from '../../text/matches-of.ts'
import { isListedName, shortNameTold } from './party-of-line.ts'
import type { PartySegment } from './party-segments.ts'

const OF_THE_PART = /,? of the (?:one|other|first|second|third|fourth|fifth) part\b[,;]?/gi
const BETWEEN_AT_END = /(?<=\bbetween)[ \n][^\n]{0,160}$/i
const LEAD = /^[\s,;:]*(?:and\b[\s,;:]*)?(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[).] )?(?:the )?/i
/** Several who are one part: `1) A, of Long Street, and\n2) B`. */
const NUMBERED = /\n(?=\(?\d{1,2}[).] )/

/** `A of Long Street, of the first part, B of the Quay, of the second part`. */
export function partiesOfParts(head: string): PartySegment[] {
  const found: PartySegment[] = []
  let from = -1
  for (const match of matchesOf(head, OF_THE_PART).slice(0, 60)) {
    const told = head.slice(0, match.index)
    let at = from < 0 ? Math.max(told.lastIndexOf('\n'), told.search(BETWEEN_AT_END)) + 1 : from
    from = match.index + match[0].length
    // What a part is called stands at its end, for all who are in it.
    const shortNames = shortNameTold(head.slice(at, match.index))
    for (const piece of head.slice(at, match.index).split(NUMBERED)) {
      const one = partyOf(piece, at)
      if (one) found.push({ ...one, shortNames })
      at += piece.length + 1
    }
  }
  return found
}

function partyOf(piece: string, at: number): Omit<PartySegment, 'shortNames'> | null {
  const lead = LEAD.exec(piece)?.[0].length ?? 0
  const words = piece.slice(lead).split(/,| \(/, 1)[0] ?? ''
  const name = /^(?<name>\S+ .+) of /.exec(words)?.groups?.name ?? words
  return isListedName(name) ? { name, start: at + lead, end: at + lead + name.length } : null
}
