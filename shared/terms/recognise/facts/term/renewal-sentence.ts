import type { Found } from '../../reading.ts'
import type { PeriodIn } from '../../values/periods-in.ts'

/** A sentence that may speak of a renewal. */
export interface RenewalSentence {
  readonly sentence: string
  /** The sentence before it where that renews and this one goes on about it, with a space behind; else empty. */
  readonly before: string
  /** How plainly it speaks of a renewal of the agreement. */
  readonly weight: number
  readonly isRenewal: boolean
}

/** That a sentence speaks of going on after the end of a term. */
const RENEWS =
  /\b(?:(?:additional|further) (?:terms?|periods?)|renew(?:ed|s|al|als|able|ing)?|extend(?:ed|s)?|extensions?|automatically continue|roll(?:s|ing)? ?over|successive|prolong(?:ed|s|ation)?|option (?:of|for) an? further|(?:month|year)[ -](?:to|by)[ -](?:month|year)|(?:goes?|continues?|runs?|carr(?:y|ies)) on (?:for|from)\b|continues? for (?:a |an |one )?(?:further|another|additional|more)|options?\b[^.;]{0,20}\d ?x ?\d|(?:continue|run|remain|become|goe?)s?\b[^.;]{0,40}\b(?:indefinitely|until further notice|without (?:a |any )?(?:fixed )?term|of indefinite duration))\b/i
const OF_SOMETHING_ELSE =
  /\b(?:patent|trademark registration|domain name|insurance|policy|letter of credit|payment|deliver|confidential|delivery date|time for|statute|cure period|deadline|visa|permits?|due date|force majeure|shipment)\b/i

/** Whether a sentence speaks of going on, of whatever it may be. */
export const speaksOfRenewal = (sentence: string) => RENEWS.test(sentence)

/** How plainly a sentence speaks of a renewal of the whole agreement. */
export function renewalWeight(sentence: string): number {
  let weight = 0.62
  if (/\b(?:automatic(?:ally)?|tacitly)\b/i.test(sentence)) weight += 0.15
  if (/\b(?:renew)/i.test(sentence)) weight += 0.08
  if (/\b(?:this|the) (?:\w+ ){0,3}(?:agreement|contract|term)\b/i.test(sentence)) weight += 0.08
  if (/\b(?:initial|then-current|then current|renewal) (?:\w+ )?(?:term|period)\b/i.test(sentence))
    weight += 0.08
  if (/\b(?:successive|additional|further)\b/i.test(sentence)) weight += 0.05
  if (OF_SOMETHING_ELSE.test(sentence)) weight -= 0.15
  if (/"(?:\w+ )?(?:year|quarter|month)" (?:means|shall mean)/i.test(sentence)) weight -= 0.3
  if (/\bmutual(?:ly)?\b/i.test(sentence) && !/\bautomatic/i.test(sentence)) weight -= 0.2
  return weight
}

/** A length of time at its place in a sentence, as one of a renewal or of the notice that stops it. */
export const lengthFound = (
  kind: 'renewal-term' | 'renewal-notice',
  { iso, start, end }: PeriodIn,
  confidence: number,
  rule: string,
): Found => ({ kind, value: { kind: 'duration', duration: iso }, start, end, confidence, rule })
