import type { LinearModel } from '../../linear-model.ts'
import type { Found, Reading } from '../../reading.ts'
import { definedParties, describedParties } from './defined-parties.ts'
import { labelledParties } from './labelled-parties.ts'
import { letterParties } from './letter-parties.ts'
import { likelyParties, namesOne } from './likely/likely-parties.ts'
import { partiesByLine } from './parties-by-line.ts'
import { hasLegalForm, isPartyName } from './party-name.ts'
import { partyRegions } from './party-regions.ts'
import { type PartySegment, segmentsOf } from './party-segments.ts'
import { withShortNames } from './short-names-told.ts'
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

/**
 * The parties with their short names. Rules read them from the opening: who the agreement is `between`, `among`, or `by and between`.
 * The model, if there is one, adds what it is sure of, and more where they find fewer than two.
 */
export function parties(reading: Reading, model: LinearModel | null): Found[] {
  const ruled = partiesByRule(reading)
  if (!model) return ruled
  const least = ruled.length >= 2 ? SURE : LIKELY
  const taken = new Set(ruled.flatMap(({ value }) => (value.kind === 'party' ? value.shortNames : [])))
  const likely = likelyParties(reading.text, model, least)
    .filter(({ name }) => !ruled.some(one => namesOne(nameOf(one), name)))
    .map(one => ({ ...one, shortNames: one.shortNames.filter(name => !taken.has(name)) }))
  return [...ruled, ...likely.map(one => ({ ...partyFound(one, LEARNT), confidence: 0.65 }))].sort(
    (a, b) => a.start - b.start,
  )
}

/** From this chance on a name is one more party beside those of the rules, and where they found fewer than two. */
const SURE = 0.97
const LIKELY = 0.3
const LEARNT = 'named as parties are in other agreements'
const nameOf = ({ value }: Found) => (value.kind === 'party' ? value.name : '')

function partiesByRule(reading: Reading): Found[] {
  const { plain } = reading
  const { list, sure, single } = listedParties(plain)
  const letter = letterParties(plain, single[0])
  const isOfLetter = sure && list.some(({ name }) => letter.some(one => one.name === name))
  if (letter.length > 0 && !isOfLetter) return found(plain, letter, 'who writes the letter and whom it is to')
  const byLine = partiesByLine(reading.text)
  if (byLine.length >= Math.max(2, list.length) && isBetter(byLine, list))
    return found(plain, byLine, 'parties listed line by line')
  if (list.length > 0 && (sure || labelledParties(plain).length < 2)) return found(plain, list, IN_OPENING)
  const elsewhere = hasOtherList(plain)
  const defined = elsewhere ? [] : definedParties(plain)
  if (defined.length >= 2) return found(plain, defined, 'names with a short name in the opening')
  if (single.length > 0 && !elsewhere) return found(plain, single, IN_OPENING)
  const described = elsewhere ? [] : describedParties(plain)
  return described.length > 0
    ? found(plain, described, 'companies that the opening describes')
    : labelledOrSigned(plain)
}

/** Names in the lines of a list are better than names that begin elsewhere, else those with more short names. */
const isBetter = (byLine: readonly PartySegment[], list: readonly PartySegment[]) =>
  countShort(byLine) >= countShort(list) ||
  list.some(({ start }) => byLine.some(line => start > line.start + 4 && start < line.end))
const countShort = (list: readonly PartySegment[]) =>
  list.filter(({ shortNames }) => shortNames.length > 0).length

const IN_OPENING = 'who the opening names as parties'
const found = (plain: string, parties: readonly PartySegment[], rule: string) =>
  withShortNames(plain, parties.slice(0, MAX_PARTIES)).map(one => partyFound(one, rule))

interface Listed {
  readonly list: readonly PartySegment[]
  readonly sure: boolean
  readonly single: readonly PartySegment[]
}

/** The parties of the best place that lists two or more; `single`, where none does, is the best that lists one. */
function listedParties(plain: string): Listed {
  let single: readonly PartySegment[] = []
  for (const region of partyRegions(plain)) {
    const found = segmentsOf(plain, region).filter(({ name }) => isPartyName(name))
    const named = withoutStrangers(
      found.filter(
        ({ name, shortNames }, index) =>
          (isPlain({ name, shortNames }) || region.sure) &&
          !found.some(other => other.name !== name && isShortOf(other.shortNames, name)) &&
          !found.slice(0, index).some(other => other.name.toLowerCase() === name.toLowerCase()),
      ),
    )
    const list = named.slice(0, MAX_PARTIES)
    if (named.length >= 2) return { list, sure: region.sure, single }
    // The other party may be the one `identified below`: what stands elsewhere comes first.
    if (single.length === 0 && named.some(isPlain) && (region.last || region.sure)) single = list
  }
  return { list: [], sure: false, single }
}

function labelledOrSigned(plain: string): Found[] {
  const labelled = labelledParties(plain)
  if (labelled.length > 0) return found(plain, labelled, 'names behind the roles of parties')
  const signed = partiesSignedFor(plain)
  return (signed.length > 0 ? signed : signingParties(plain)).slice(0, MAX_PARTIES).map(one => ({
    ...partyFound({ ...one, shortNames: [] }, 'names above the lines to sign'),
    confidence: 0.6,
  }))
}
