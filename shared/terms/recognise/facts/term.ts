import type { Found, Reading } from '../reading.ts'
import { addDays, addMonths, datesIn } from '../values/dates-in.ts'
import { monthsOf, type PeriodIn, periodsIn } from '../values/periods-in.ts'

/** That a sentence speaks of how long the agreement lasts. */
const LASTS =
  /\b(?:contract|agreement|license) period\b|\bexpir(?:ation|y) date\b|\b(?:amendment|schedule) shall (?:be effective|expire)|\b(?:term|duration|period) of (?:this|the)(?: \w+){0,3} (?:agreement|contract|lease|license|engagement|arrangement)\b|\binitial (?:\w+ )?(?:term|period)\b|\bthe "?(?:license |services? |contract |agreement |original |sponsorship |base )?term"?\b|^"?(?:term|duration)\b|\((?:herein(?:after)?,? )?"?(?:the )?"?(?:initial |license )?term"?\)|\b(?:remain|continue|be|stay|is|are|effective)\b[^.]{0,60}\b(?:in (?:full )?(?:force|effect)|for (?:a|an) (?:initial )?(?:period|term))\b|\b(?:this|the) (?:\w+ ){0,2}(?:agreement|contract)\b[^.]{0,160}\b(?:expire|terminate|end|continue|remain|commence|be effective|run|last|extend)s?\b|\bterm:|"term"? (?:means|shall mean)\b|\b(?:termination|end) date ?:|\bcontract end ?:|\b(?:this|the) (?:\w+ ){0,2}(?:agreement|contract)\b[^.;]{0,60}\b(?:valid|(?:has|have|concluded|made|entered into)(?: for)? an? (?:\w+ ){0,2}(?:term|period) of)\b|\b(?:ha(?:s|ve)|with) an? (?:fixed |minimum |initial )?term of\b/i
/** What follows such a heading at once is how long the agreement lasts: `Term of Agreement. Five years from …`. */
const HEADING =
  /^(?:(?:section |article |clause )?[\d.()a-z]{1,8} )?(?:initial |contract )?(?:term|duration|validity|period)\b[^,;]{0,40}$/i
const OF_WHAT_ELSE =
  /\b(?:confidential|warrant(?:y|ies|s)\b|non-?compet|surviv|insurance|invoice|payment terms|payable|notice of (?:breach|default)|cure|inspect|audit|records|delivered within|statute|arbitrat|purchase orders?|escrow period|option to (?:purchase|renew)|(?:following|after) (?:the |its )?(?:expiration|termination|expiry)|interest|forecast|in confidence|post-term|minimum|price increase)\b/i
const BEFORE_PERIOD =
  /(?:\b(?:for|of|be|is|period|term|lasting|continue|through|until|expires?|terminates?|valid|duration|to|on|initial|with|a|an|the|end of|ending|:)\b ?|[:("] ?|\b(?:later|earlier) of:? \([a-z1]\) ?)(?:the |an? |an initial |period of |term of |initial |first |up to |fixed |minimum |at least )*$/i
const AFTER_PERIOD =
  /^(?:\)|,|'s?|"| |-)*(?:anniversary|term|period|from|following|after|commencing|beginning|thereafter|\(|,|\.|;|and|unless|initial|starting|subject|with|$|or|as|in|of|hereafter|at|until|ending|to)/i
const RENEWS =
  /\b(?:renew\w*|extend\w*|extension|successive|additional|roll ?over|option|further|thereafter|subsequent)\b/i
const UNTIL =
  /\b(?:until|through|thru|to|expires?|expiring|expiry|terminates?|terminating|ends?|ending|expiration(?: date)?|conclud(?:es?|ing)|till|(?:termination|end) date|contract end|expir(?:ation|y) date"? (?:means|shall mean|is))\b(?: (?:on|at|of|as of|the|(?:the )?(?:earlier|earliest|later|first)(?: to occur)? of:?|\([a-z1]{1,2}\)|and including|including|be|is|shall be|midnight|close of business|11:59|12:00|p\.?m\.?|a\.?m\.?|date|automatically|eastern|time|means)|[ ,:(")]|(?:December|end) 31st)*$|\d{4} ?- ?$/i
const OPEN_ENDED =
  /\b(?:remain|continue|be|is|extend)\w*\b[^.;]{0,90}\b(?:until (?:it is |so |this agreement is )?(?:terminated|cancell?ed|revoked)|indefinite(?:ly)?|perpetual(?:ly)?|in perpetuity|unless and until|unless (?:sooner |earlier )?terminated (?:as|in accordance|pursuant|by)|until the termination of)|\bno (?:fixed|specified) (?:term|expir)|\bterminate (?:\([a-z]\) )?at the option\b/i

/** Lengths of time that are no term, by what stands before them. */
const NOT_A_TERM =
  /\b(?:notice|prior|within|less than|not later|every|each|successive|additional|further|renew\w*)\b[^.]{0,45}$|\bat least (?:\w+ )?$/i

/** A term that begins with an event whose day the text does not know: `from the date on which the channel opens`. */
const FROM_AN_EVENT =
  /^[^.;]{0,24}\b(?:from|after|following|of|commencing(?: on| upon| with)?|beginning(?: on| upon| with)?) (?:the )?(?:date (?:on which|when|that|of (?:the )?(?:launch|first|delivery|opening|completion|commercial|acceptance|installation|closing))|(?:\w+ )?(?:launch|first (?:commercial )?(?:sale|delivery|shipment)|opening|completion|commercial operation|acceptance|go-?live|installation)\b)/i

const isHeading = (before: string) => before.length < 80 && HEADING.test(before.replace(/[\s.:-]+$/, ''))
const lasts = (sentence: string, before: string) =>
  LASTS.test(sentence) || (isHeading(before) && (periodsIn(sentence)[0]?.start ?? 9) === 0)

/** Where the dates of the agreement are known, the term is counted from there. */
export interface Beginning {
  readonly date: string | null
}

/** Initial term and expiry, from the sentence that says most plainly how long the agreement lasts. */
export function initialTermAndExpiry(reading: Reading, beginning: Beginning): Found[] {
  const { sentences, words } = reading
  const lasting = reading.each(lasts)
  let term: { period: PeriodIn; at: number; score: number; rule: string; from?: string | null } | null = null
  let expiry: Found | null = null
  let open: Found | null = null
  for (const [index, sentence] of words.entries()) {
    const at = sentences[index]?.start ?? 0
    if (!lasting[index]) continue
    const weight = weightOf(sentence, words[index - 1] ?? '')
    for (const period of periodsIn(sentence)) {
      if (period.business || ((monthsOf(period) ?? 0) === 0 && period.count < 60)) continue
      const before = sentence.slice(Math.max(0, period.start - 90), period.start)
      const after = sentence.slice(period.end, period.end + 60)
      const first = period.start === 0 && isHeading(words[index - 1] ?? '')
      if (!(first || BEFORE_PERIOD.test(before)) || !AFTER_PERIOD.test(after)) continue
      if (
        NOT_A_TERM.test(before) ||
        (/\bextend\w*\b(?! (?:until|through)\b)[^.]{0,45}$/i.test(before) &&
          !/\binitial (?:term|period)\b|\bcommenc/i.test(before)) ||
        /^(?:\W{0,3})(?:prior|before|advance|written|notice|renewal|extension)/i.test(after)
      )
        continue
      const score =
        weight +
        (first ? 0.2 : 0) +
        (/initial|term of|period of|anniversary|\bvalid|\bexpires?\b|\blasts? for|fixed/i.test(
          before.slice(-30) + after.slice(0, 20),
        )
          ? 0.1
          : 0) -
        (RENEWS.test(before.replace(/\bextends? (?:until|through)\b/i, '')) ? 0.15 : 0)
      if (score > (term?.score ?? 0.72))
        term = { period, at, score, rule: 'how long the agreement lasts', from: ownBeginning(sentence) }
    }
    const anniversary = anniversaryIn(sentence)
    if (anniversary && weight + 0.1 > (term?.score ?? 0.72))
      term = { period: anniversary, at, score: weight + 0.1, rule: 'until an anniversary' }
    for (const date of datesIn(sentence)) {
      const before = sentence.slice(Math.max(0, date.start - 70), date.start)
      if (!UNTIL.test(before) || /\bprior to $/i.test(before)) continue
      const further = /\b(?:additional|renewal|further|option)\b[^.;]{0,120}$/i.test(
        sentence.slice(Math.max(0, date.start - 160), date.start),
      )
      const isPart = /\bperiod (?:commencing|beginning|starting)\b[^.;]{0,40}$/i.test(before)
      const score =
        weight +
        0.12 -
        (further || /\b(?:extend\w*|renew\w*|extension)\b/i.test(before) ? 0.3 : 0) -
        (isPart ? 0.15 : 0)
      if (score > (expiry?.confidence ?? 0.5))
        expiry = {
          kind: 'expiry',
          value: { kind: 'date', date: date.date },
          start: at + date.start,
          end: at + date.end,
          confidence: score,
          rule: 'until a date',
        }
    }
    const endless = OPEN_ENDED.exec(sentence)
    if (endless && weight > 0.6 && !open)
      open = {
        kind: 'expiry',
        value: { kind: 'open-ended' },
        start: at + endless.index,
        end: at + endless.index + endless[0].length,
        confidence: Math.min(0.8, weight),
        rule: 'until terminated',
      }
  }
  const found: Found[] = []
  if (term) {
    const [start, end] = [term.at + term.period.start, term.at + term.period.end]
    const confidence = Math.min(0.95, term.score)
    found.push({
      kind: 'initial-term',
      value: { kind: 'duration', duration: term.period.iso },
      start,
      end,
      confidence,
      rule: term.rule,
    })
    const from = term.from ?? beginning.date
    const date =
      from &&
      term.score >= 0.78 &&
      !FROM_AN_EVENT.test(reading.plain.slice(end, end + 120)) &&
      laterBy(from, term.period)
    if (date && (!expiry || confidence > expiry.confidence + 0.25))
      expiry = {
        kind: 'expiry',
        value: { kind: 'date', date },
        start,
        end,
        confidence: confidence - 0.1,
        rule: 'beginning and length of the term',
      }
  }
  const last = expiry ?? (term ? null : open)
  return last ? [...found, { ...last, confidence: Math.min(0.95, last.confidence) }] : found
}

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth twentieth'.split(
    ' ',
  )
const ANNIVERSARY = new RegExp(
  `(?<!\\b(?:beginning|commencing|starting) )\\b(?:until|through|to|on|end(?:s|ing)?|expires?)\\b[^.;]{0,40}?\\b(?:(?<word>${ORDINALS.join('|')})|(?<figure>\\d{1,2}) ?(?:st|nd|rd|th))\\b(?: ?\\(\\d{1,2} ?(?:st|nd|rd|th)\\))?(?: annual)?(?: year)? anniversary`,
  'i',
)

/** `until the fifth (5th) anniversary` as that many years. */
function anniversaryIn(sentence: string): PeriodIn | null {
  const match = ANNIVERSARY.exec(sentence)
  const { word, figure } = match?.groups ?? {}
  if (!match) return null
  const index = ORDINALS.indexOf((word ?? '').toLowerCase()) + 1
  const count = figure ? Number(figure) : index === 16 ? 20 : index
  return {
    start: match.index,
    end: match.index + match[0].length,
    iso: `P${count}Y`,
    count,
    unit: 'year',
    business: false,
  }
}

function laterBy(date: string, period: PeriodIn): string | null {
  const months = monthsOf(period)
  return months === null
    ? addDays(date, period.count * (period.unit === 'week' ? 7 : 1))
    : addMonths(date, months)
}

/** A line of a form: `Term: three years`, `Contract end: …`. */
const LABEL =
  /^(?:[\d.]{1,5} )?(?:(?:initial |contract )?term|(?:termination|expir(?:ation|y)|end) date|contract (?:term|period|end)) ?:/i

/** Where the sentence says on which date the term begins, it is counted from there. */
function ownBeginning(sentence: string): string | null {
  const date = datesIn(sentence).find(({ start }) =>
    /\b(?:commenc\w*|begin\w*|start\w*|effective)(?: (?:on|as of|from|with|effective))*(?: the)? ?$/i.test(
      sentence.slice(Math.max(0, start - 40), start),
    ),
  )
  return date?.date ?? null
}

/** How plainly a sentence speaks of the term of the whole agreement; the sentence before it may be its heading. */
function weightOf(sentence: string, before: string): number {
  const heading = before.length < 80 ? before : ''
  let weight = 0.5
  if (/\bexpir(?:ation|y) date"? (?:means|shall mean)/i.test(sentence)) weight += 0.3
  if (/"?\b(?:contract|agreement) period"? (?:means|shall mean)/i.test(sentence)) weight += 0.3
  if (/"term"? (?:means|shall mean)\b/i.test(sentence)) weight += 0.2
  if (/\b(?:term|duration|validity)\b/i.test(heading)) weight += 0.12
  if (
    /^(?:(?:section |article )?[\d.()a-z]{1,6} )?"?(?:initial |agreement |contract )?(?:term|duration)\b/i.test(
      sentence,
    )
  )
    weight += 0.15
  if (/\binitial (?:term|period)\b/i.test(sentence)) weight += 0.2
  if (/\bterm of (?:this|the) (?:\w+ ){0,3}(?:agreement|contract)\b/i.test(sentence)) weight += 0.2
  if (/\bthis (?:\w+ ){0,3}(?:agreement|contract|schedule|amendment)\b/i.test(sentence)) weight += 0.1
  if (/\b(?:commence|begin|start|effective|in (?:full )?force|in effect)/i.test(sentence)) weight += 0.1
  if (/\b(?:"?the "?)?(?:initial )?term"\)?/i.test(sentence)) weight += 0.1
  if (/\b(?:expire|continue|remain|last)/i.test(sentence)) weight += 0.05
  if (LABEL.test(sentence)) weight += 0.15
  if (/\bvalid (?:for|until|through|till)\b/i.test(sentence)) weight += 0.1
  if (OF_WHAT_ELSE.test(sentence)) weight -= 0.25
  return weight
}
