import type { Found, Reading } from '../../reading.ts'
import { formRow } from '../form-row.ts'
import { renewalLengths } from './renewal-length.ts'
import { renewalNotices } from './renewal-notice.ts'
import { renewalWeight, speaksOfRenewal } from './renewal-sentence.ts'

/** The agreement, its term, or `it`: not a policy or a permit alone. */
const OF_THE_AGREEMENT =
  /\b(?:term|agreement|contract|licen[sc]e|period|lease|it|engagement|memorandum|charter|order|service|funding|arrangement|option)\b/i
/** What is said right after a sentence that renews is said of the renewal. */
const GOES_ON = /\b(?:renew|term|extension|non-?renew|end of|stop)/i

/** What a notice at the end of a term does, and nothing else need be looked at for one. */
const MAY_STOP = /\b(?:terminat|cancel)/i

/** The length of a renewal, and the notice that stops one, from the sentences that say that the agreement renews. */
export function renewal(reading: Reading): Found[] {
  const { sentences, words } = reading
  const renewing = reading.each(speaksOfRenewal)
  let term: Found | null = null
  let notice: Found | null = null
  for (const [index, sentence] of words.entries()) {
    const isRow = formRow(sentence) !== null
    const isRenewal = renewing[index] === true && (isRow || OF_THE_AGREEMENT.test(sentence))
    const before = renewing[index - 1] && GOES_ON.test(sentence) ? `${words[index - 1]} ` : ''
    if (!isRenewal && !isRow && before === '' && !MAY_STOP.test(sentence)) continue
    const weight = renewalWeight(sentence)
    const at = sentences[index]?.start ?? 0
    const told = { sentence, before, weight, isRenewal }
    for (const one of renewalLengths(told))
      if (one.confidence > (term?.confidence ?? 0.6)) term = inText(one, at)
    for (const one of renewalNotices(told))
      if (one.confidence > (notice?.confidence ?? 0.6)) notice = inText(one, at)
  }
  return [term, notice].flatMap(one => (one ? [{ ...one, confidence: Math.min(0.95, one.confidence) }] : []))
}

const inText = (one: Found, at: number): Found => ({ ...one, start: one.start + at, end: one.end + at })
