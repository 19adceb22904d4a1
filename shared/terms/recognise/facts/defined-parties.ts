import type { Stretch } from '../text/sentences.ts'
import { hasLegalForm, isPartyName } from './party-name.ts'

/** An organisation that the opening gives a short name. */
export interface DefinedParty extends Stretch {
  readonly name: string
  readonly shortName: string
}

const HEAD = 3000
const DEFINED =
  /(?<name>[A-Z][\w&.'/-]*(?:,? (?:[A-Z&][\w&.'/-]*|of|and|the|de)){0,8})(?<told>,? (?:an?|the|having|with|organi[sz]ed|incorporated|located|whose)\b[^()"\n]{3,220}?)? ?\((?:the |hereinafter[^"]{0,24}|"?each[^"]{0,20})?"(?<short>[A-Z][^"]{1,40})"\)/g

/**
 * Organisations that are told about and given a short name in an opening that names its parties in a sentence of its own kind:
 * `Acme plc, an English company ("Supplier"), licenses Beta Ltd ("Licensee") to …`. Two or more, or none.
 */
export function definedParties(plain: string): DefinedParty[] {
  const found: DefinedParty[] = []
  for (const match of plain.slice(0, HEAD).matchAll(DEFINED)) {
    const { name: whole = '', short = '' } = match.groups ?? {}
    const lead = /^(?:(?:Whereas|This|Now|And|The following|Between),? )+/i.exec(whole)?.[0].length ?? 0
    const name = whole.slice(lead).replace(/[\s,]+$/, '')
    const start = match.index + lead
    if (!hasLegalForm(name) || !isPartyName(name)) continue
    if (/\b(?:agreement|date|products?|services?|act|part(?:y|ies))$/i.test(short)) continue
    if (!found.some(other => other.name === name || other.shortName === short))
      found.push({ name, shortName: short, start, end: start + name.length })
  }
  return found.length >= 2 ? found : []
}
