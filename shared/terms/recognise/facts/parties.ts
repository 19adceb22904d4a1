import type { Found, Reading } from '../reading.ts'
import { partyRegions } from './party-regions.ts'
import { segmentsOf } from './party-segments.ts'

/** Endings that show that a name is an organisation's. */
const LEGAL_FORM =
  /\b(?:inc|incorporated|corp|corporation|company|co|llc|l\.l\.c|ltd|limited|lp|l\.p|llp|plc|gmbh|ag|s\.?a|s\.?p\.?a|s\.?r\.?l|b\.?v|n\.?v|n\.?a|kk|a\/s|ab|asa|as|oy|pty|pte|trust|fund|bank|university|association|foundation|partnership|partners|holdings|group|authority|ministry|council|city|county|institute)\b\.?/i
const MAX_PARTIES = 40

/** The parties with their short names, from the opening of the agreement: who it is `between`, `among`, or `by and between`. */
export function parties(reading: Reading): Found[] {
  for (const region of partyRegions(reading.plain)) {
    const found = segmentsOf(reading.plain, region)
    const named = found.filter(
      ({ name, shortNames }) => shortNames.length > 0 || LEGAL_FORM.test(name) || region.sure,
    )
    if (named.length < 2 && !(named.length === 1 && found.length >= 1 && region.last)) continue
    return named.slice(0, MAX_PARTIES).map(({ name, shortNames, start, end }) => ({
      kind: 'party',
      value: { kind: 'party', name, shortNames },
      start,
      end,
      confidence: (shortNames.length > 0 ? 0.9 : 0.75) + (LEGAL_FORM.test(name) ? 0.07 : 0),
      rule: region.rule,
    }))
  }
  return []
}
