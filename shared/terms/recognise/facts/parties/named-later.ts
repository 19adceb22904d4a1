import { shortNameTold } from './party-of-line.ts'
import type { PartySegment } from './party-segments.ts'
import { SHORT_NAME, shortNamesOf } from './short-names.ts'

/** Short names are given near the beginning. */
const HEAD = 9000
const TOLD_WITHIN = 320
/** `Acme Ltd is hereafter called the Supplier and Beta Ltd the Buyer` */
const CALLED =
  /^ (?:(?:is|are|shall be|will be) )?(?:(?:herein|hereafter|hereinafter|below|further on),? )?(?:called|known as|referred to as|abbreviated(?: as| to)?) (?:the )?"?(?<called>\p{Lu}[\p{L}\d&'-]*(?: \p{Lu}[\p{L}\d&'-]*){0,2})"?(?=[.,;)]| and | or |$)/u
const LIKEWISE =
  /^(?: as)? (?:the )?"?(?<called>\p{Lu}[\p{L}\d&'-]*(?: \p{Lu}[\p{L}\d&'-]*){0,2})"?(?=[.,;)]|$)/u

/** Parties with the short names that the text gives them where it names them again, as below a title page or under `Who we are`. */
export const namedLater = (plain: string, parties: readonly PartySegment[]) => named(plain, parties, false)

/** Parties with the short names that the text gives them wherever it names them. */
export const namedAnywhere = (plain: string, parties: readonly PartySegment[]) => named(plain, parties, true)

function named(plain: string, parties: readonly PartySegment[], first: boolean): readonly PartySegment[] {
  if (parties.every(({ shortNames }) => shortNames.length > 0)) return parties
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
      if (isFirst ? !first : FROM_SOMEBODY.test(head.slice(Math.max(0, place - 9), place))) continue
      const from = place + party.name.length
      const next = Math.min(from + TOLD_WITHIN, ...all.filter(other => other > place))
      const told = TOLD.exec(head.slice(from, next))?.[0] ?? ''
      const called = (wasCalled ? LIKEWISE : null)?.exec(told) ?? CALLED.exec(told)
      wasCalled ||= called !== null
      const short =
        called?.groups?.called ?? inBrackets(told, plain) ?? (isFirst ? shortNameTold(told)[0] : undefined)
      if (short === undefined || taken.has(short)) continue
      taken.add(short)
      return { ...party, shortNames: [short] }
    }
    return party
  })
}

/** The rest of the line, and the next one where that begins with brackets. */
const TOLD = /^[^\n]*(?:\n ?\([^\n]*)?/
/** `goods from Acme Ltd (the "Goods")` calls the goods so. */
const FROM_SOMEBODY = /\b(?:from|to|by|with|of) (?:the )?$/i
/** What somebody does: what is in brackets behind it is called by a short name, not who does it. */
const DOES =
  /\b(?:shall|will|may|must|agrees?|ha(?:s|ve|d)|grants?|sells?|acquires?|purchases?|provides?|owns?)\b/i

function placesOf(text: string, name: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) places.push(at)
  return places
}

/** The short name of the first brackets in what is told about a party. */
function inBrackets(told: string, plain: string): string | undefined {
  const sentence = /^(?:[^.]|\.(?! [A-Z]))*/.exec(told)?.[0] ?? ''
  for (const match of sentence.matchAll(SHORT_NAME)) {
    if (DOES.test(sentence.slice(0, match.index))) return undefined
    const [short] = shortNamesOf(match, plain)
    if (short) return short
  }
  return undefined
}
