import { matchesOf } from '../../../text/matches-of.ts'
import type { PlainText } from '../../../text/plain-text.ts'
import { isRole } from '../../somebody.ts'
import { hasLegalForm } from '../party-name.ts'
import { ORGANISATION } from '../party-of-line.ts'

/** A name of some organisation or person, with the places where the text has it, in order. */
export interface NameCandidate {
  readonly name: string
  readonly places: readonly number[]
}

/** Parties are named in the head, and again where they sign. */
const HEAD = 7000
const TAIL = 2500
/** More names than a text of partners has: a list of shops or of products. */
const MOST = 600

const WORD = "(?:\\p{Lu}[\\p{L}\\p{M}\\d'&./-]*|\\d+[A-Z]\\w*|&)"
const SMALL = '(?:of|and|the|for|de|la|le|du|des|del|di|van|von|der|den|y|e|et|und|in|on|at|an|am|im|zu|u/a)'
/** A run of words with capitals and the small words between them. */
const RUN = new RegExp(`(?<![\\p{L}\\d])${WORD}(?:(?:,? | ?\\()(?:${SMALL} ){0,3}${WORD}\\)?){0,11}`, 'gu')
/** Where a run may be two names: at the end of a line, at an `and`, and at a comma that leads to no legal form. */
const MAY_PART =
  / and | AND |, (?!Inc|INC|LLC|L\.L|Ltd|LTD|Limited|LIMITED|Corp|CORP|Co\b|CO\b|LP|L\.P|plc|PLC|N\.A|S\.A|B\.V|N\.V|Ph\.D|Jr|Sr|Esq|PC|P\.C|LLP)/g
const LEAD = /^(?:(?:The|THE|the|Between|BETWEEN|between|And|AND|and|Whereas|WHEREAS|This|THIS) )+/
/** The rest of a name that began in the line before, the beginning of one that goes on, a label, a word set in single letters. */
const NO_NAME =
  /^(?:of|in|for|on|at|by|to|with) | (?:of|the|and|for|by|in|with)$|^(?:party|item|side|organi[sz]ation|partner|name|member)(?: [a-z\d])?$|^(?:\p{L} )+\p{L}$/iu
const TRAIL = /(?: (?:By|BY|Address|Attn|Tel|Phone)| \([^)]*\)?)?[.,&\s(-]*$/
const ABBREVIATED = /\b(?:Inc|INC|Ltd|LTD|Co|CO|Corp|CORP|[A-Z])\.$/

/** The names in the head and at the end of a text, each once, in the order in which they come first. */
export function nameCandidates(text: PlainText): NameCandidate[] {
  const { plain } = text
  const byName = new Map<string, { name: string; places: number[] }>()
  const tail = Math.max(HEAD, plain.length - TAIL)
  for (const [from, to] of [
    [0, HEAD],
    [tail, plain.length],
  ] as const)
    for (const { name, start } of namesWithin(text, from, to)) {
      const key = name.toLowerCase()
      const known = byName.get(key)
      if (known) known.places.push(start)
      else if (byName.size < MOST) byName.set(key, { name, places: [start] })
    }
  return [...byName.values()].filter(
    ({ name }) => !isRole(name) && (name.includes(' ') || hasLegalForm(name) || /^[A-Z]/.test(name)),
  )
}

/** Every run, and the parts that it may have. */
function namesWithin(text: PlainText, from: number, to: number): Named[] {
  return matchesOf(text.plain.slice(from, to), RUN).flatMap(({ 0: run, index }) => {
    const whole = { name: run, start: from + index }
    const cuts = matchesOf(run, MAY_PART).map(match => ({ at: match.index, length: match[0].length }))
    return [whole, ...partsOf(whole, cuts), ...partsOf(whole, lineBreaksIn(text, whole))]
      .map(trimmed)
      .map(withoutRole)
      .filter(({ name }) => name.length > 3 && name.length < 120 && !NO_NAME.test(name))
  })
}

interface Named {
  readonly name: string
  readonly start: number
}

function partsOf({ name, start }: Named, cuts: readonly { at: number; length: number }[]): Named[] {
  if (cuts.length === 0) return []
  let from = 0
  return [...cuts, { at: name.length, length: 0 }].flatMap(({ at, length }) => {
    const part = { name: name.slice(from, at), start: start + from }
    from = at + length
    return part.name.length > 2 ? [part] : []
  })
}

/** The spaces of a name that are ends of lines in the text as it was given. */
const lineBreaksIn = ({ source, places }: PlainText, { name, start }: Named) =>
  matchesOf(name, / /g).flatMap(({ index }) =>
    source.slice(places.of(start + index) ?? 0, places.of(start + index + 1) ?? undefined).includes('\n')
      ? [{ at: index, length: 1 }]
      : [],
  )

/** `SUPPLIER Acme Limited`, as a form without signs has it: the role is no part of the name, as `City` in `City Council` is. */
function withoutRole({ name, start }: Named): Named {
  const [first = ''] = name.split(' ', 1)
  const rest = first.length + 1
  const isLabel = isRole(first) && !ORGANISATION.test(first) && /^\p{Lu}.{3}/u.test(name.slice(rest))
  return isLabel ? { name: name.slice(rest), start: start + rest } : { name, start }
}

function trimmed({ name, start }: Named): Named {
  const lead = LEAD.exec(name)?.[0].length ?? 0
  const end = ABBREVIATED.test(name) ? name.length : name.replace(TRAIL, '').length
  return { name: name.slice(lead, Math.max(lead, end)), start: start + lead }
}
