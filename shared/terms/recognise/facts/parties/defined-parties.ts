import { matchesOf } from '../../text/matches-of.ts'
import { isRole } from '../somebody.ts'
import { JOINING } from './names-in-list.ts'
import { hasLegalForm, isPartyName } from './party-name.ts'
import type { PartySegment } from './party-segments.ts'

const HEAD = 3000
const SHORT = / ?\((?:the |hereinafter[^"]{0,24}|"?each[^"]{0,20})?"(?<short>[A-Z][^"]{1,40})"\)/g
const NAME =
  /[A-Z][\w&.'/-]*(?:,? (?:[A-Z&][\w&.'/-]*|of|and|de)){0,8}(?=,? (?:an?|the|having|with|organi[sz]ed|incorporated|located|whose)\b|$)/g
const TOLD_WITHIN = 280
const LEAD = /^(?:(?:Whereas|This|Now|And|The following|Between),? )+/i

/**
 * Organisations that are told about and given a short name in an opening that names its parties in a sentence of its own kind:
 * `Acme plc, an English company ("Supplier"), licenses Beta Ltd ("Licensee") to …`. Two or more, or none.
 */
export function definedParties(plain: string): PartySegment[] {
  const found: PartySegment[] = []
  for (const { index, groups } of matchesOf(plain.slice(0, HEAD), SHORT)) {
    const short = groups?.short ?? ''
    if (/\b(?:agreement|date|products?|services?|act|part(?:y|ies))$/i.test(short)) continue
    const one = nameBefore(plain, index, short)
    if (one && !found.some(other => other.name === one.name || other.shortNames[0] === short)) found.push(one)
  }
  return found.length >= 2 && found.some(({ name }) => hasLegalForm(name)) ? found : []
}

/** The first name behind the last bracket that shows that it is a party's: by its form, or by its role in the brackets. */
function nameBefore(plain: string, bracket: number, short: string): PartySegment | null {
  const told = plain.slice(Math.max(0, bracket - TOLD_WITHIN), bracket)
  const from = bracket - told.length + Math.max(told.lastIndexOf(')'), told.lastIndexOf('\n')) + 1
  for (const match of matchesOf(plain.slice(from, bracket), NAME)) {
    const lead = LEAD.exec(match[0])?.[0].length ?? 0
    const name = match[0]
      .slice(lead)
      .replace(/[\s,]+$/, '')
      .replace(JOINING, '')
    const start = from + match.index + lead
    const byRole = isRole(short) && start + name.length === bracket && name.includes(' ')
    if (isPartyName(name) && (hasLegalForm(name) || byRole))
      return { name, shortNames: [short], start, end: start + name.length }
  }
  return null
}

const DESCRIBED_WITHIN = 6000
/** What is told about a company where it is a party: its number, its office, the law that it was formed under. */
const DESCRIBED =
  /(?<name>[A-Z][\w&.'/-]*(?:,? (?:\([A-Z][A-Za-z .]{1,20}\) )?(?:[A-Z&][\w&.'/-]*|of)){0,7}?,? (?:Inc\.?|INC\.?|LLC|L\.L\.C\.|Ltd\.?|LTD\.?|Limited|LIMITED|plc|PLC|GmbH|S\.A\.|B\.V\.|N\.V\.|AG|Corporation|CORPORATION|Company|COMPANY))(?:,? \((?:registered|company|registration|incorporated)[^()]{0,60}\d[^()]{0,40}\)|,? (?:whose|having its|with its) (?:registered|principal|head)\b|,? an? [A-Z]\w+(?: [A-Z]\w+)? (?:corporation|company|limited)\b)/g

/** Companies that the head of an agreement describes as parties are described, where nothing lists them. Two or more, or none. */
export function describedParties(plain: string): PartySegment[] {
  const found: PartySegment[] = []
  for (const { index, groups } of matchesOf(plain.slice(0, DESCRIBED_WITHIN), DESCRIBED)) {
    const name = groups?.name ?? ''
    if (isPartyName(name) && !found.some(other => other.name === name))
      found.push({ name, shortNames: [], start: index, end: index + name.length })
  }
  return found.length >= 2 ? found : []
}
