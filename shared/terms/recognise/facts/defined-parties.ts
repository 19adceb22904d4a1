import { hasLegalForm, isPartyName } from './party-name.ts'
import type { PartySegment } from './party-segments.ts'

const HEAD = 3000
const DEFINED =
  /(?<name>[A-Z][\w&.'/-]*(?:,? (?:[A-Z&][\w&.'/-]*|of|and|the|de)){0,8})(?<told>,? (?:an?|the|having|with|organi[sz]ed|incorporated|located|whose)\b[^()"\n]{3,220}?)? ?\((?:the |hereinafter[^"]{0,24}|"?each[^"]{0,20})?"(?<short>[A-Z][^"]{1,40})"\)/g

/**
 * Organisations that are told about and given a short name in an opening that names its parties in a sentence of its own kind:
 * `Acme plc, an English company ("Supplier"), licenses Beta Ltd ("Licensee") to …`. Two or more, or none.
 */
export function definedParties(plain: string): PartySegment[] {
  const found: PartySegment[] = []
  for (const match of plain.slice(0, HEAD).matchAll(DEFINED)) {
    const { name: whole = '', short = '' } = match.groups ?? {}
    const lead = /^(?:(?:Whereas|This|Now|And|The following|Between),? )+/i.exec(whole)?.[0].length ?? 0
    const name = whole.slice(lead).replace(/[\s,]+$/, '')
    const start = match.index + lead
    if (!hasLegalForm(name) || !isPartyName(name)) continue
    if (/\b(?:agreement|date|products?|services?|act|part(?:y|ies))$/i.test(short)) continue
    if (!found.some(other => other.name === name || other.shortNames[0] === short))
      found.push({ name, shortNames: [short], start, end: start + name.length })
  }
  return found.length >= 2 ? found : []
}
