import type { Found, Reading } from '../reading.ts'
import { definedParties } from './defined-parties.ts'
import { labelledParties } from './labelled-parties.ts'
import { hasLegalForm, isPartyName } from './party-name.ts'
import { partyRegions } from './party-regions.ts'
import { type PartySegment, segmentsOf } from './party-segments.ts'
import { partiesSignedFor, signingParties } from './signing-parties.ts'

const MAX_PARTIES = 100

/** A name that is another party's short name is a mention of that party. */
const isShortOf = (shortNames: readonly string[], name: string) =>
  shortNames.some(short => short.toLowerCase() === name.toLowerCase().replace(/^the /, ''))

const hasOtherList = (plain: string) =>
  labelledParties(plain).length >= 2 || partiesSignedFor(plain).length >= 2

/** A name that shows by itself that it is a party's. */
const isPlain = ({ name, shortNames }: { readonly name: string; readonly shortNames: readonly string[] }) =>
  shortNames.length > 0 || hasLegalForm(name)

/** Where most names are bare, as in a table of contents, only those that show that they are parties count. */
function withoutStrangers(named: readonly PartySegment[]): readonly PartySegment[] {
  const plain = named.filter(isPlain)
  return named.length > 3 && plain.length * 2 < named.length ? plain : named
}

const partyFound = ({ name, shortNames, start, end }: PartySegment, rule: string): Found => ({
  kind: 'party',
  value: { kind: 'party', name, shortNames },
  start,
  end,
  confidence: (shortNames.length > 0 ? 0.9 : 0.75) + (hasLegalForm(name) ? 0.07 : 0),
  rule,
})

/** The parties with their short names, from the opening of the agreement: who it is `between`, `among`, or `by and between`. */
export function parties(reading: Reading): Found[] {
  let single: Found[] = []
  for (const region of partyRegions(reading.plain)) {
    const found = segmentsOf(reading.plain, region).filter(({ name }) => isPartyName(name))
    const named = withoutStrangers(
      found.filter(
        ({ name, shortNames }, index) =>
          (isPlain({ name, shortNames }) || region.sure) &&
          !found.some(other => other.name !== name && isShortOf(other.shortNames, name)) &&
          !found.slice(0, index).some(other => other.name.toLowerCase() === name.toLowerCase()),
      ),
    )
    const list = named.slice(0, MAX_PARTIES).map(one => partyFound(one, region.rule))
    if (named.length >= 2) return list
    // The other party may be the one `identified below`: what stands elsewhere comes first.
    if (single.length === 0 && named.some(isPlain) && (region.last || region.sure)) single = list
  }
  const defined = definedParties(reading.plain)
  if (defined.length >= 2 && !hasOtherList(reading.plain))
    return defined.map(({ shortName, ...one }) =>
      partyFound({ ...one, shortNames: [shortName] }, 'names with a short name in the opening'),
    )
  if (single.length > 0 && !hasOtherList(reading.plain)) return single
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
