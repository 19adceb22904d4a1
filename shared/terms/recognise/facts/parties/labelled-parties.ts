import { matchesOf } from '../../text/matches-of.ts'
import { FORM_COMMA } from './names-in-list.ts'
import { hasLegalForm, isPartyName } from './party-name.ts'
import type { PartySegment } from './party-segments.ts'

const HEAD = 5000
const ROLE =
  'Party [A-E]|Licensor|Licensee|Buyer|Purchaser|Seller|Supplier|Customer|Client|Vendor|Distributor|Company|Contractor|Consultant|Provider|Service Provider|Shipper|Transporter|Agent|Franchisor|Franchisee|Borrower|Lender|Lessor|Lessee|Landlord|Tenant|Developer|Reseller|Manufacturer|Owner|Sponsor|Team|Club|Artist|Athlete|Talent|Author|Publisher|Employer|Employee|Principal|Affiliate|Host|Operator|Investor|Issuer|Advertiser|Carrier|Grower|Assignor|Assignee|Grantor|Grantee|Guarantor|Partner|Promoter|Marketer|Organi[sz]er|Network|Insurer|Trustee|City|Town|County|University|Institution|Sender|Recipient|Receiver|Processor|Controller|Owners|Charterers?|Subscriber|Authority|Council|Funder|Donor|Coordinator|Beneficiary|Lead Partner'
const LABEL = new RegExp(
  `(?:^|[\\s(])(?<role>${ROLE})(?: Name)?(?:/End-User)?(?: ?\\((?:the )?"?[\\w ]{2,20}"? ?\\))?(?: ?\\n(?:legal |full )?name)?: ?\\n?(?=[\\p{Lu}[])`,
  'giu',
)
const NAME_END =
  /,? (?:address|add|tel|fax|contact|legal representative|registered (?:office|address)|e-?mail|id (?:no|number)|place of business|located|with |having |an? [A-Z]?[a-z]+ (?:corporation|company|limited)|P\.?O\.?|\d)|[\n;:]|\((?![A-Z][A-Za-z .]{1,20}\) (?:Co\b|Company|Ltd|Limited|Inc|LLC|Corp|Holdings?|Pte|Pty|Group|PLC))| (?!(?:bank|company|limited|corporation|inc|ltd|llc|trust|group|asa|as|ag|sa|gmbh|plc|nv|bv|lp|llp|co|club|university|council|foundation)\b)[A-Z][a-z]+:| [A-Z]{2,5}:/i

/** Parties of a head that lists them by role (`Licensor: Acme Ltd`), where two or more with a legal form are listed. */
export function labelledParties(plain: string): PartySegment[] {
  const head = plain.slice(0, HEAD)
  const found = matchesOf(head, LABEL).flatMap(match => {
    const start = match.index + match[0].length
    const rest = head.slice(start, start + 140)
    const next = LABEL.exec(rest)?.index ?? rest.length
    LABEL.lastIndex = 0
    const name = rest
      .slice(0, Math.min(next, NAME_END.exec(rest)?.index ?? rest.length, commaIn(rest)))
      .replace(/[\s,;:]+$/, '')
    const role = match.groups?.role ?? ''
    return isPartyName(name) && (hasLegalForm(name) || isProper(name))
      ? [
          {
            name,
            shortNames: [ownShort(rest.slice(name.length, next)) ?? role],
            start,
            end: start + name.length,
          },
        ]
      : []
  })
  const roles = found.filter(
    (one, index) => found.findIndex(other => other.shortNames[0] === one.shortNames[0]) === index,
  )
  const isSure = roles.some(({ name }) => hasLegalForm(name))
  return isSure && new Set(roles.map(one => one.name.toLowerCase())).size >= 2 ? roles : []
}

/** `Supplier: Acme, Inc., a Texas corporation ("Acme")` is called what the brackets say. */
const ownShort = (told: string): string | undefined =>
  /^[^\n:]{0,60}\((?:the )?"(?<short>[^"]{2,30})"\)/.exec(told)?.groups?.short

/** The first comma that does not lead to a legal form: behind it an address begins. */
function commaIn(text: string): number {
  let at = text.indexOf(',')
  while (at >= 0 && FORM_COMMA.test(text.slice(at, at + 16))) at = text.indexOf(',', at + 1)
  return at < 0 ? text.length : at
}

/** Two to six words with capitals, as people and clubs have. */
const isProper = (name: string) =>
  /^(?:\p{Lu}[\p{L}\d.'’-]*|of|the|and|&)(?: (?:\p{Lu}[\p{L}\d.'’-]*|of|the|and|&|e[GV])){1,5}$/u.test(name)
