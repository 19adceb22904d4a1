import { matchesOf } from '../../text/matches-of.ts'
import type { Stretch } from '../../text/sentences.ts'
import { namesIn } from './names-in-list.ts'
import { hasLegalForm, isPartyName } from './party-name.ts'
import { SHORT_NAME, shortNamesOf } from './short-names.ts'

/** A party as its segment of the opening names it. */
export interface PartySegment extends Stretch {
  readonly name: string
  readonly shortNames: readonly string[]
}

/** A name for all that were named since the last short name: `(together, the "Sellers")`. */
const OF_ALL = /\b(?:collectively|jointly|together(?!,? with))\b/i
const COLLECTIVE = /\b(?:collectively|together|each|both|jointly)\b/i

const COMPOSED =
  /,? an? [^,;()]{0,60}\b(?:composed|consisting|comprised|made up) of\b|,? whose (?:general )?(?:partners|members) are\b/i

/** Splits a list of parties at the short names in brackets, and at `and` where a name has none. */
export function segmentsOf(plain: string, region: Stretch): PartySegment[] {
  const text = plain.slice(region.start, region.end)
  const segments: PartySegment[] = []
  let from = 0
  for (const match of matchesOf(text, SHORT_NAME)) {
    const shortNames = shortNamesOf(match, plain)
    const last = segments.at(-1)
    if (shortNames.length === 0) continue
    const before = text.slice(from, match.index)
    // A second bracket right behind the first names the same party again.
    if (last && /^[\s,;]*(?:or|and)?[\s,;]*$/.test(before)) {
      if (!COLLECTIVE.test(match[0]))
        segments[segments.length - 1] = { ...last, shortNames: [...last.shortNames, ...shortNames] }
      from = match.index + match[0].length
      continue
    }
    // `a partnership composed of A and B ("Carrier")`: who it is composed of is no party.
    const composed = COMPOSED.exec(before)
    const named = namesIn(text, from, composed ? from + composed.index : match.index).filter(
      ({ start, end }) => isPartyName(text.slice(start, end)),
    )
    // A place or an address behind the last organisation is told about it: the short name is the organisation's.
    const formed = named.findLastIndex(({ start, end }) => hasLegalForm(text.slice(start, end)))
    const blank = named.findIndex(({ start, end }) => /^[_[\]*●• .]+$/.test(text.slice(start, end)))
    const final = named.at(-1)
    const joined = named.length > 1 && final && /^,? and $/i.test(text.slice(named.at(-2)?.end, final.start))
    const ownIndex = blank >= 0 ? blank : joined ? named.length - 1 : Math.max(0, formed)
    const own = named[ownIndex]
    const forAll = OF_ALL.test(match[0])
    for (const other of named.slice(0, ownIndex)) segments.push(at(other, forAll ? shortNames : []))
    if (own) segments.push(at(own, shortNames))
    from = match.index + match[0].length
  }
  const rest = text.slice(from)
  const goesOn = segments.length === 0 || /^[\s,;]*and\b/i.test(rest)
  for (const named of namesIn(text, from, text.length))
    if (goesOn || hasLegalForm(text.slice(named.start, named.end))) segments.push(at(named, []))
  return segments.filter(({ name }) => name.length > 1 && name.length < 160)

  function at(named: Stretch, shortNames: readonly string[]): PartySegment {
    return {
      name: text.slice(named.start, named.end),
      shortNames: [...new Set(shortNames)],
      start: region.start + named.start,
      end: region.start + named.end,
    }
  }
}
