import type { Found, Reading } from '../reading.ts'
import { labelledParties } from './labelled-parties.ts'
import { hasLegalForm, isPartyName } from './party-name.ts'
import { partyRegions } from './party-regions.ts'
import { segmentsOf } from './party-segments.ts'
import { partiesSignedFor, signingParties } from './signing-parties.ts'

const MAX_PARTIES = 100

/** A name that is another party's short name is a mention of that party. */
const isShortOf = (shortNames: readonly string[], name: string) =>
  shortNames.some(short => short.toLowerCase() === name.toLowerCase().replace(/^the /, ''))

const hasOtherList = (plain: string) =>
  labelledParties(plain).length >= 2 || partiesSignedFor(plain).length >= 2

/** The parties with their short names, from the opening of the agreement: who it is `between`, `among`, or `by and between`. */
export function parties(reading: Reading): Found[] {
  for (const region of partyRegions(reading.plain)) {
    const found = segmentsOf(reading.plain, region).filter(({ name }) => isPartyName(name))
    const named = found.filter(
      ({ name, shortNames }, index) =>
        (shortNames.length > 0 || hasLegalForm(name) || region.sure) &&
        !found.some(other => other.name !== name && isShortOf(other.shortNames, name)) &&
        !found.slice(0, index).some(other => other.name.toLowerCase() === name.toLowerCase()),
    )
    if (named.length < 2 && !(named.length === 1 && found.length >= 1 && region.last)) continue
    if (named.length < 2 && hasOtherList(reading.plain)) continue
    return named.slice(0, MAX_PARTIES).map(({ name, shortNames, start, end }) => ({
      kind: 'party',
      value: { kind: 'party', name, shortNames },
      start,
      end,
      confidence: (shortNames.length > 0 ? 0.9 : 0.75) + (hasLegalForm(name) ? 0.07 : 0),
      rule: region.rule,
    }))
  }
  const labelled = labelledParties(reading.plain)
  const signed = partiesSignedFor(reading.plain)
  if (labelled.length === 0)
    return (signed.length > 0 ? signed : signingParties(reading.plain))
      .slice(0, MAX_PARTIES)
      .map(({ name, start, end }) => ({
        kind: 'party',
        value: { kind: 'party', name, shortNames: [] },
        start,
        end,
        confidence: 0.6,
        rule: 'names above the lines to sign',
      }))
  return labelled.map(({ name, shortName, start, end }) => ({
    kind: 'party',
    value: { kind: 'party', name, shortNames: [shortName] },
    start,
    end,
    confidence: 0.75,
    rule: 'names behind the roles of parties',
  }))
}
