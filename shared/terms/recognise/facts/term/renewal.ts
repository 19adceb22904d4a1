import type { Found, Reading } from '../../reading.ts'
import { type PeriodIn, periodsIn } from '../../values/periods-in.ts'

const RENEWS =
  /\b(?:additional (?:terms?|periods?)|renew(?:ed|s|al|able|als|ing)?|extend(?:ed|s)?|extensions?|automatically continue|roll ?over|successive|prolong(?:ed|ation)?|option (?:of|for) an? further|(?:month|year)[ -](?:to|by)[ -](?:month|year))\b/i
const OF_THE_AGREEMENT = /\b(?:term|agreement|contract|license|period|lease|it|engagement)\b/i
const ANOTHER =
  /\b(?:additional|successive|further|consecutive|renewal|subsequent|another|like|succeeding|extended|extension|renew\w*|extend\w*|prolong\w*)\b[^.;]{0,70}$/i
const NOTICE =
  /\bnoti(?:ce|fy|fies|fied|fication)|\bdenounc\w*|\bregistered (?:letter|mail)|\bin writing\b|\belects?\b|\badvise/i
const STOPS =
  /\b(?:unless|not (?:to )?renew|non-?renew\w*|terminat\w*|cancel\w*|desires? not|intent\w*|otherwise|elects? not|does not (?:wish|want)|not (?:been )?given|contrary|declin\w*|denounc\w*|opts? out|object\w*)\b/i
const BEFORE_END =
  /^(?:(?!\b(?:unless|if|provided)\b|\d)[^.;]){0,60}?\b(?:prior|before|in advance|preceding|of (?:the )?(?:expir|end)|advance|notice)\b/i
const ELSE =
  /\b(?:patent|trademark registration|domain name|insurance|policy|letter of credit|payment|deliver|confidential|delivery date|time for|statute|cure period|deadline|visa|permits?|due date|force majeure|shipment)\b/i

/** A line of a form or a row of a table: `Further term: 12 months`. */
const LABELLED =
  /^(?:\| ?)?(?:[\d.]{1,5} )?(?:(?:further|renewal|extended|extension) (?:terms?|periods?)|extension)(?: [^:|]{1,40})? ?[:|] ?/i
const renews = (sentence: string) => RENEWS.test(sentence)

/** The length of a renewal, and the notice that stops one, from the sentences that say that the agreement renews. */
export function renewal(reading: Reading): Found[] {
  const { sentences, words } = reading
  const renewing = reading.each(renews)
  let term: Found | null = null
  let notice: Found | null = null
  for (const [index, sentence] of words.entries()) {
    const line = LABELLED.exec(sentence)
    const stated = line && periodsIn(sentence).find(({ start }) => start === line[0].length)
    if (stated && !term)
      term = found('renewal-term', stated, sentences[index]?.start ?? 0, 0.8, 'a line of a form')
    const isRenewal = renewing[index] && OF_THE_AGREEMENT.test(sentence)
    const follows = renewing[index - 1] && /\b(?:renew|term|extension|non-?renew)/i.test(sentence)
    if (!notice) notice = stopAtEnd(sentence, sentences[index]?.start ?? 0)
    if (!isRenewal && !follows) continue
    const at = sentences[index]?.start ?? 0
    const weight = weightOf(sentence)
    for (const period of periodsIn(sentence)) {
      if (period.business && period.count < 5) continue
      const before = sentence.slice(Math.max(0, period.start - 150), period.start)
      const after = sentence.slice(period.end, period.end + 140)
      const kind = kindOf(
        follows ? `${words[index - 1]} ${sentence}` : sentence,
        sentence,
        period,
        before,
        after,
      )
      if (kind === 'renewal-notice' && weight + 0.05 > (notice?.confidence ?? 0.6))
        notice = found(kind, period, at, weight + 0.05, 'notice to stop a renewal')
      if (kind === 'renewal-term' && isRenewal && weight > (term?.confidence ?? 0.6))
        term = found(kind, period, at, weight, 'length of a renewal')
    }
    if (
      !term &&
      weight >= 0.7 &&
      /\b(?:year[ -]to[ -]year|month[ -]to[ -]month|annually|yearly|anniversary (?:date )?(?:each|of each)|each (?:successive )?year|year by year)\b/i.test(
        sentence,
      ) &&
      /renew|extend|continue|thereafter/i.test(sentence)
    ) {
      const match =
        /\b(?:year[ -]to[ -]year|month[ -]to[ -]month|annually|yearly|each (?:successive )?year|year by year)\b/i.exec(
          sentence,
        )
      if (match)
        term = {
          kind: 'renewal-term',
          value: { kind: 'duration', duration: /^month/i.test(match[0]) ? 'P1M' : 'P1Y' },
          start: at + match.index,
          end: at + match.index + match[0].length,
          confidence: 0.75,
          rule: 'renewal from year to year or month to month',
        }
    }
  }
  return [term, notice].flatMap(one => (one ? [{ ...one, confidence: Math.min(0.95, one.confidence) }] : []))
}

/** An agreement that goes on until somebody ends it says so of the end of a term: `may cancel at the end of the initial term`. */
const AT_END =
  /\b(?:terminat|cancel)\w*\b[^.;]{0,80}\b(?:at|as of|effective (?:at|on|as of)|upon) the (?:end|expiration|expiry|conclusion) of (?:the |any |each |such |its )?(?:then[- ]current |initial |first |original |renewal |current )?(?:\w+ )?(?:term|year)\b/i

function stopAtEnd(sentence: string, at: number): Found | null {
  if (!AT_END.test(sentence) || !NOTICE.test(sentence)) return null
  const period = periodsIn(sentence).find(
    ({ start, end, unit, count }) =>
      (unit !== 'day' || count >= 15) &&
      /\b(?:upon|with|by|giving|on|least|than)\b[^.;]{0,50}$/i.test(
        sentence.slice(Math.max(0, start - 60), start),
      ) &&
      /^[^.;]{0,30}\bnotice\b/i.test(sentence.slice(end, end + 50)),
  )
  return period ? found('renewal-notice', period, at, 0.65, 'notice to end at the end of a term') : null
}

/** `shall extend until the fourth anniversary`, `extend no later than`: how long something lasts, not for how long it is renewed. */
const LASTS_UNTIL =
  /\bextend\w*(?: (?:the|this|its) (?:[\w-]+ ){0,4}| )?(?:until|through|beyond|(?:any |no )?later|past|to (?:a|the) date)\b[^.;]{0,40}$/i

const ANOTHER_LENGTH = /\b(?:no|not) (?:less|later|fewer|more) than\b|\bat least\b/i

function kindOf(
  context: string,
  sentence: string,
  period: PeriodIn,
  before: string,
  after: string,
): 'renewal-term' | 'renewal-notice' | null {
  // What is said behind another length of time is said of that one.
  const own = after.split(ANOTHER_LENGTH, 1)[0] ?? ''
  if (
    NOTICE.test(sentence) &&
    !/^[ -](?:additional |successive |renewal )?(?:periods?|terms?|extensions?)\b/i.test(after) &&
    BEFORE_END.test(own.slice(0, 80)) &&
    (/\b(?:prior|before|in advance|preceding|advance)\b/i.test(own.slice(0, 90)) ||
      /^\W{0,3}(?:written )?notice|^ of (?:the |such )?(?:end|expir)/i.test(own))
  )
    return STOPS.test(context) &&
      !/\b(?:breach\w*|default\w*|deficienc\w*|convenience|for cause|any time|any (?:or no )?reason|no reason|insurer|insurance|cured?)\b/i.test(
        sentence.slice(Math.max(0, period.start - 120), period.end + 60),
      )
      ? 'renewal-notice'
      : null
  if (!ANOTHER.test(before) && !/^(?:\W|\w+ ){0,2}(?:renewal|extension|increments)\b/i.test(after))
    return null
  if (/\b(?:at least|within|not less than|no later than|prior|after)\b[^.;]{0,20}$/i.test(before)) return null
  if (LASTS_UNTIL.test(before)) return null
  return period.unit === 'day' && period.count < 28 ? null : 'renewal-term'
}

function weightOf(sentence: string): number {
  let weight = 0.62
  if (/\bautomatic(?:ally)?\b/i.test(sentence)) weight += 0.15
  if (/\b(?:renew)/i.test(sentence)) weight += 0.08
  if (/\b(?:this|the) (?:\w+ ){0,3}(?:agreement|contract|term)\b/i.test(sentence)) weight += 0.08
  if (/\b(?:initial|then-current|then current|renewal) (?:\w+ )?(?:term|period)\b/i.test(sentence))
    weight += 0.08
  if (/\b(?:successive|additional|further)\b/i.test(sentence)) weight += 0.05
  if (ELSE.test(sentence)) weight -= 0.15
  if (/"(?:\w+ )?(?:year|quarter|month)" (?:means|shall mean)/i.test(sentence)) weight -= 0.3
  if (/\bmutual(?:ly)?\b/i.test(sentence) && !/\bautomatic/i.test(sentence)) weight -= 0.2
  return weight
}

function found(
  kind: Found['kind'],
  period: PeriodIn,
  offset: number,
  confidence: number,
  rule: string,
): Found {
  return {
    kind,
    value: { kind: 'duration', duration: period.iso },
    start: offset + period.start,
    end: offset + period.end,
    confidence,
    rule,
  }
}
