import type { Found } from '../../reading.ts'
import { bareParty } from '../parties/party-name.ts'
import { isRole } from '../somebody.ts'
import { NOUN, type Piece } from './title-core.ts'

/** What joins the names of parties before a title: legal forms, `and`, `d/b/a`. */
const JOINT =
  /^(?:[\s,'&/.-]|'s\b|(?:and|inc|incorporated|llc|l\.l\.c|ltd|limited|l\.p|lp|corp|corporation|co|company|plc|gmbh|n\.a|dba|d\/b\/a)\b\.?)+/i
const MOST_NAMES = 8

/** By which words a title may name the parties: their names without legal forms, and short names that are no roles. */
export function partyWords(parties: readonly Found[]): readonly string[] {
  const words = parties.flatMap(({ value }) =>
    value.kind === 'party'
      ? [
          bareParty(value.name),
          ...value.shortNames.filter(name => !isRole(name) && !/^(?:agency|executive)$/i.test(name)),
        ]
      : [],
  )
  return [...new Set(words)].filter(word => word.length > 2).sort((a, b) => b.length - a.length)
}

/** A title without the names of parties before it: `ACME AND BETA SUPPLY AGREEMENT` is a `SUPPLY AGREEMENT`. */
export function withoutParties({ start, text }: Piece, names: readonly string[]): Piece {
  const at = namesLength(text, names)
  const rest = text.slice(at)
  return isTitle(rest) ? { start: start + at, text: rest } : { start, text }
}

/** What a title calls an agreement of parties that it changes: `AMENDMENT TO ACME AND BETA SUPPLY AGREEMENT` is one `TO SUPPLY AGREEMENT`. */
export function withoutPartiesWithin(title: string, names: readonly string[]): string {
  const lead = /^.{0,40}?\b(?:amendment|addendum|supplement)\b.{0,20}? to (?:the )?/i.exec(title)?.[0] ?? ''
  const rest = title.slice(lead.length)
  const agreement = rest.slice(namesLength(rest, names))
  return lead !== '' && isTitle(agreement) ? lead + agreement : title
}

const isTitle = (text: string) => NOUN.test(text) && / /.test(text.trim()) && /^[\p{L}\d]/u.test(text)

/** Length of the names of parties with which a text begins, and of what joins them. */
function namesLength(text: string, names: readonly string[]): number {
  let at = /^(?:dba|d\/b\/a) /i.exec(text)?.[0].length ?? 0
  for (let count = 0; count < MOST_NAMES; count += 1) {
    const rest = text.slice(at)
    const length = names.map(name => nameLength(rest, name)).find(found => found > 0)
    if (length === undefined) break
    at += length
    at += JOINT.exec(text.slice(at))?.[0].length ?? 0
  }
  return at
}

/** How much of a text is the name that it begins with, however that is written (`O'NEIL`, `Oneil`); 0 where it does not. */
function nameLength(text: string, name: string): number {
  let at = 0
  for (const letter of name.toLowerCase().replace(/['’]/g, '')) {
    while (/^['’]/.test(text.slice(at, at + 1))) at += 1
    if (text.slice(at, at + letter.length).toLowerCase() !== letter) return 0
    at += letter.length
  }
  return /^(?:\W|$)/.test(text.slice(at)) ? at : 0
}
