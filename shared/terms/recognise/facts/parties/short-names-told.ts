import { matchesOf } from '../../text/matches-of.ts'
import { isRole } from '../somebody.ts'
import { ORGANISATION, shortNameTold } from './party-of-line.ts'
import type { PartySegment } from './party-segments.ts'
import { SHORT_NAME, shortNamesOf } from './short-names.ts'

/** Short names are given near the beginning. */
const HEAD = 9000
const TOLD_WITHIN = 320

/**
 * Parties with the short names that the text gives them where no list did: where it names them again, as below a title page or under
 * `Who we are`; beside a role; by `They are called "A" and "B"`; or without a word, by going on to speak of `the Society`.
 */
export function withShortNames(plain: string, parties: readonly PartySegment[]): readonly PartySegment[] {
  if (parties.every(({ shortNames }) => shortNames.length > 0)) return parties
  const mentioned = byMention(plain, parties)
  const inTurn = calledInTurn(plain, mentioned)
  return byKind(plain, inTurn)
}

/** `Acme Ltd is hereafter called the Supplier and Beta Ltd the Buyer` */
const CALLED =
  /^ (?:(?:is|are|shall be|will be) )?(?:(?:herein|hereafter|hereinafter|below|further on),? )?(?:called|known as|referred to as|abbreviated(?: as| to)?) (?:the )?"?(?<called>\p{Lu}[\p{L}\d&'-]*(?: \p{Lu}[\p{L}\d&'-]*){0,2})"?(?=[.,;)]| and | or |$)/u
const LIKEWISE =
  /^(?: as)? (?:the )?"?(?<called>\p{Lu}[\p{L}\d&'-]*(?: \p{Lu}[\p{L}\d&'-]*){0,2})"?(?=[.,;)]|$)/u
/** `Acme Ltd, Oslo, as the Lender`, `Acme Ltd, Grantor, and` */
const AS_ROLE =
  /^(?:[^.;\n("]{0,90}?,? as (?:the )?|, (?:the )?)(?<role>(?:(?:First|Second|Third|Fourth|Lead|Host) )?\p{Lu}[\p{L}-]+)(?=[,;.)]| and\b| on the\b|$)/u
/** A role above a name or before it in its line: `Lessor: Acme Ltd`, `SIDE A (ORDERING SIDE): Acme Ltd`. */
const LABEL =
  /(?:^|\n)(?:\| ?)?(?:\d{1,2}[.)] )?(?<label>\p{L}[\p{L}\d/ -]{1,28}?)(?: \([^()\n]{1,30}\))?(?: name)? ?[:|]? ?\n?$/u
const SIDE =
  /^(?:side|party|partner|organi[sz]ation|first|second|third) [\p{Lu}\d]$|^(?:first|second|third) party$/iu
/** `goods from Acme Ltd (the "Goods")` calls the goods so. */
const FROM_SOMEBODY = /\b(?:from|to|by|with|of) (?:the )?$/i
/** What somebody does: what is in brackets behind it is called by a short name, not who does it. */
const DOES =
  /\b(?:shall|will|may|must|agrees?|ha(?:s|ve|d)|grants?|sells?|acquires?|purchases?|provides?|owns?)\b/i
/** The rest of the line, and the next one where that begins with brackets. */
const TOLD = /^[^\n]*(?:\n ?\([^\n]*)?/

function byMention(plain: string, parties: readonly PartySegment[]): PartySegment[] {
  const head = plain.slice(0, HEAD)
  const folded = head.toLowerCase()
  const places = parties.map(({ name }) => placesOf(folded, name.toLowerCase()))
  const all = places.flat()
  const taken = new Set(parties.flatMap(({ shortNames }) => shortNames))
  let wasCalled = false
  return parties.map((party, index) => {
    if (party.shortNames.length > 0) return party
    for (const place of places[index] ?? []) {
      const isFirst = place <= party.start
      if (!isFirst && FROM_SOMEBODY.test(head.slice(Math.max(0, place - 9), place))) continue
      const from = place + party.name.length
      const next = Math.min(from + TOLD_WITHIN, ...all.filter(other => other > place))
      const told = TOLD.exec(head.slice(from, next))?.[0] ?? ''
      const called = (wasCalled ? LIKEWISE : null)?.exec(told) ?? CALLED.exec(told)
      wasCalled ||= called !== null
      const short =
        called?.groups?.called ??
        inBrackets(told, plain) ??
        (isFirst ? shortNameTold(told).find(name => isUsed(plain, name)) : undefined) ??
        roleAt(head.slice(Math.max(0, place - 60), place), told)
      if (short === undefined || taken.has(short)) continue
      taken.add(short)
      return { ...party, shortNames: [short] }
    }
    return party
  })
}

/** `Acme Ltd (Oslo)` is not called Oslo where the text does not go on to say so. */
const isUsed = (plain: string, name: string) => plain.split(name, 3).length > 2

function placesOf(text: string, name: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) places.push(at)
  return places
}

/** The short name of the first brackets in what is told about a party. */
function inBrackets(told: string, plain: string): string | undefined {
  const sentence = /^(?:[^.]|\.(?! [A-Z]))*/.exec(told)?.[0] ?? ''
  for (const match of matchesOf(sentence, SHORT_NAME)) {
    if (DOES.test(sentence.slice(0, match.index))) return undefined
    const [short] = shortNamesOf(match, plain)
    if (short) return short
  }
  return undefined
}

/** The role that stands before a name, or behind it. */
function roleAt(before: string, told: string): string | undefined {
  const label = LABEL.exec(before)?.groups?.label?.trim()
  if (label && (SIDE.test(label) || isRole(lastWord(label)))) return label
  const role = AS_ROLE.exec(told)?.groups?.role
  return role && isRole(lastWord(role)) ? role : undefined
}

const lastWord = (words: string) => words.split(/[ /]/).at(-1) ?? ''

/** `They are referred to below as the Region and the District`: one short name for each party, in their order. */
const IN_TURN =
  /\b(?:they|the (?:two |three )?parties)\b[^.\n"]{0,40}\b(?:called|referred to(?: \w+)? as|known as) (?<names>(?:(?:,? ?and |, )?(?:the )?"?\p{Lu}[\p{L}-]*"?){2,6})(?: respectively)?(?=[.;,\n])/iu

function calledInTurn(plain: string, parties: readonly PartySegment[]): readonly PartySegment[] {
  if (parties.some(({ shortNames }) => shortNames.length > 0)) return parties
  const names = IN_TURN.exec(plain.slice(0, HEAD))?.groups?.names?.match(/\p{Lu}[\p{L}-]*/gu) ?? []
  return names.length === parties.length
    ? parties.map((party, index) => ({ ...party, shortNames: [names[index] ?? ''] }))
    : parties
}

const USED_ON = 2

/** What kind of organisation a party is, where it is the only one of that kind and the text goes on to call it so. */
function byKind(plain: string, parties: readonly PartySegment[]): readonly PartySegment[] {
  const kinds = parties.map(({ name }) => name.split(' ').filter(word => ORGANISATION.test(word)))
  const taken = new Set(parties.flatMap(({ shortNames }) => shortNames))
  return parties.map((party, index) => {
    if (party.shortNames.length > 0) return party
    const kind = kinds[index]?.find(
      word =>
        /^\p{Lu}\p{Ll}/u.test(word) &&
        !taken.has(word) &&
        kinds.every((others, other) => other === index || !others.includes(word)) &&
        plain.split(`he ${word} `, USED_ON + 2).length > USED_ON,
    )
    return kind ? { ...party, shortNames: [kind] } : party
  })
}
