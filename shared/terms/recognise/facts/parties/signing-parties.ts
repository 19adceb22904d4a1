import { matchesOf } from '../../text/matches-of.ts'
import type { Stretch } from '../../text/sentences.ts'
import { hasLegalForm, isPartyName } from './party-name.ts'

const TAIL = 9000
const SIGNED = /(?:By|BY|Per|Signed|Signature):|(?<!(?:By|BY|Per|Signed|Signature|Name) ?:? ?)\/s\//g

const ON_BEHALF = /\b(?:signed |executed )?(?:for and )?on behalf of:? (?<name>[A-Z][^\n:;_(]{2,90})/gi

/** Organisations for which somebody signs: `For and on behalf of Acme plc`. Each once. */
export function partiesSignedFor(plain: string): (Stretch & { readonly name: string })[] {
  const from = Math.floor(plain.length / 3)
  const found: (Stretch & { readonly name: string })[] = []
  for (const match of matchesOf(plain.slice(from), ON_BEHALF)) {
    const given = match.groups?.name ?? ''
    const name = (
      /^.*?(?=,? (?:by|per|in|signature|name|date|signed|signatory)\b| {2}|$)/i.exec(given)?.[0] ?? given
    )
      .replace(/[\s,.]+$/, '')
      .trim()
    const start = from + match.index + match[0].indexOf(given)
    if (!isPartyName(name) || !/^(?:[A-Z&]|\d)/.test(name) || found.some(other => same(other.name, name)))
      continue
    found.push({ name, start, end: start + name.length })
  }
  return found.length >= 2 ? found : []
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** Who signs is who is bound. */
const JOINTLY = /\b(?:each of )?the undersigned\b/i
/** Two columns of names in one line. */
const COLUMN =
  /(?<=\b(?:Inc|INC|LLC|L\.L\.C|Ltd|LTD|Limited|LIMITED|Corp|CORP|Corporation|CORPORATION|plc|PLC|GmbH|ASA|L\.P|S\.A|N\.A|B\.V)\b\.?) (?=[A-Z][\w&'-]+ )/
/** A signature with no office: `/s/ Jo Berg Jo Berg`, `______ Jo Berg, individually`. */
const HIMSELF =
  /(?<!\b(?:By|BY|Per|Name|Signed|Signature|Its)\b ?:? ?)\/s\/ (?<signed>[A-Z][\w.'-]+(?: [A-Z][\w.'-]*){1,3})[ _-]{1,40}\n?(?:Name: )?(?<name>\k<signed>)(?! ?\n?,? ?(?:Title|Its|President|Chief|CEO|CFO|Director|Vice|Secretary|Treasurer|Manag|Authori[sz]ed|Attorney|as attorney))/gi

/** Organisations above a line to sign, for an agreement whose opening names nobody. */
export function signingParties(plain: string): (Stretch & { readonly name: string })[] {
  const from = Math.max(0, plain.length - TAIL)
  const found: (Stretch & { readonly name: string })[] = []
  for (const match of matchesOf(plain.slice(from), SIGNED)) {
    const before = plain.slice(Math.max(0, from + match.index - 110), from + match.index).trimEnd()
    for (const name of capitalsAtEnd(before).split(COLUMN)) {
      const start = plain.lastIndexOf(name, from + match.index)
      if (isPartyName(name) && hasLegalForm(name)) add({ name, start, end: start + name.length })
    }
  }
  // People sign for themselves above their own names.
  if (found.length < 2 || JOINTLY.test(plain.slice(0, TAIL)))
    for (const match of matchesOf(plain.slice(from), HIMSELF)) {
      const { name = '' } = match.groups ?? {}
      const end = from + match.index + match[0].length
      if (isPartyName(name)) add({ name, start: end - name.length, end })
    }
  return found

  function add(one: Stretch & { readonly name: string }) {
    if (!found.some(other => same(other.name, one.name))) found.push(one)
  }
}

/** The run of words with capitals at the end of a text; in one line with what stands before, this is the name. */
function capitalsAtEnd(text: string): string {
  const words = text.slice(text.lastIndexOf('\n') + 1).split(' ')
  let first = words.length
  while (
    first > 0 &&
    /^(?:[A-Z(&]|of$|and$)/.test(words[first - 1] ?? '') &&
    !/[:_;]$/.test(words[first - 1] ?? '')
  )
    first -= 1
  return words
    .slice(first)
    .join(' ')
    .replace(/^(?:(?:of|and) )+/, '')
    .replace(OFFICE, '')
    .replace(/ \((?:the )?".*$|,$/, '')
}

/** What a party is in the agreement, before its name: `Developer ACME, INC.` */
const OFFICE =
  /^(?:Party [A-E]|Developer|Client|Customer|Seller|Buyer|Supplier|Licensor|Licensee|Company|Distributor|Reseller|Contractor|Consultant|Provider|Agent|Owner|Sponsor|Franchisor|Franchisee|Member|Manager|Borrower|Lender|Guarantor):? (?=[A-Z][A-Z])/
