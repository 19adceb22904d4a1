import type { Found } from '../reading.ts'
import { bareParty } from './party-name.ts'
import { isRole } from './somebody.ts'
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
  let at = /^(?:dba|d\/b\/a) /i.exec(text)?.[0].length ?? 0
  for (let count = 0; count < MOST_NAMES; count += 1) {
    const rest = text.slice(at)
    const name = names.find(one => startsWith(rest, one))
    if (name === undefined) break
    at += name.length
    at += JOINT.exec(text.slice(at))?.[0].length ?? 0
  }
  const rest = text.slice(at)
  const isTitle = NOUN.test(rest) && / /.test(rest.trim()) && /^[\p{L}\d]/u.test(rest)
  return isTitle ? { start: start + at, text: rest } : { start, text }
}

const startsWith = (text: string, name: string) =>
  text.slice(0, name.length).toLowerCase() === name.toLowerCase() && /^(?:\W|$)/.test(text.slice(name.length))
