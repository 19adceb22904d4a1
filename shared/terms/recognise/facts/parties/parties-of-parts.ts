import { isListedName } from './party-of-line.ts'
import type { PartySegment } from './party-segments.ts'

const OF_THE_PART = /,? of the (?:one|other|first|second|third|fourth|fifth) part\b[,;]?/gi
const BETWEEN_AT_END = /(?<=\bbetween) [^\n]{0,160}$/i

/** `A of Long Street, of the first part, B of the Quay, of the second part`. */
export function partiesOfParts(head: string): PartySegment[] {
  const found: PartySegment[] = []
  let from = -1
  for (const match of [...head.matchAll(OF_THE_PART)].slice(0, 60)) {
    const told = head.slice(0, match.index)
    const start = from < 0 ? Math.max(told.lastIndexOf('\n'), told.search(BETWEEN_AT_END)) + 1 : from
    from = match.index + match[0].length
    const lead = /^[\s,;:]*(?:and )?(?:the )?/i.exec(head.slice(start))?.[0].length ?? 0
    const piece = head.slice(start + lead, match.index).split(',', 1)[0] ?? ''
    const name = /^(?<name>\S+ .+) of /.exec(piece)?.groups?.name ?? piece
    if (isListedName(name))
      found.push({ name, shortNames: [], start: start + lead, end: start + lead + name.length })
  }
  return found
}
