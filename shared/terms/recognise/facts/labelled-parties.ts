import type { Stretch } from '../text/sentences.ts'
import { hasLegalForm, isPartyName } from './party-name.ts'

/** A party named behind its role. */
export interface LabelledParty extends Stretch {
  readonly name: string
  readonly shortName: string
}

const HEAD = 5000
const LABEL =
  /(?:^|[\s(])(?<role>Party [A-E]|Licensor|Licensee|Buyer|Purchaser|Seller|Supplier|Customer|Client|Vendor|Distributor|Company|Contractor|Consultant|Provider|Shipper|Transporter|Agent|Franchisor|Franchisee|Borrower|Lender|Lessor|Lessee|Developer|Reseller|Manufacturer|Owner)(?: Name)?(?:\/End-User)?(?: ?\((?:the )?"?[\w ]{2,20}"? ?\))?: ?\n?(?=[A-Z[])/gi
const NAME_END =
  /,? (?:address|add|tel|fax|contact|legal representative|located|with |having |an? [A-Z]?[a-z]+ (?:corporation|company|limited)|P\.?O\.?|\d)|[\n;:]|\((?![A-Z][A-Za-z .]{1,20}\) (?:Co\b|Company|Ltd|Limited|Inc|LLC|Corp|Holdings?|Pte|Pty|Group|PLC))| (?!(?:bank|company|limited|corporation|inc|ltd|llc|trust|group)\b)[A-Z][a-z]+(?: [A-Z]?[a-z]+)?:/i

/** Parties of a head that lists them by role (`Licensor: Acme Ltd`), where two or more with a legal form are listed. */
export function labelledParties(plain: string): LabelledParty[] {
  const head = plain.slice(0, HEAD)
  const found = [...head.matchAll(LABEL)].flatMap(match => {
    const start = match.index + match[0].length
    const rest = head.slice(start, start + 140)
    const next = LABEL.exec(rest)?.index ?? rest.length
    LABEL.lastIndex = 0
    const name = rest
      .slice(0, Math.min(next, NAME_END.exec(rest)?.index ?? rest.length))
      .replace(/[\s,;:]+$/, '')
    const role = match.groups?.role ?? ''
    return isPartyName(name) && hasLegalForm(name)
      ? [{ name, shortName: role, start, end: start + name.length }]
      : []
  })
  const roles = found.filter(
    (one, index) => found.findIndex(other => other.shortName === one.shortName) === index,
  )
  return new Set(roles.map(one => one.name.toLowerCase())).size >= 2 ? roles : []
}
