import type { Found, Reading } from '../../reading.ts'
import { sentenceIndex } from '../../text/sentences.ts'
import { addDays, addMonths, datesIn, wordsBefore } from '../../values/dates-in.ts'
import { endsIn } from '../../values/ends-in.ts'
import { monthsOf, type PeriodIn, periodsIn } from '../../values/periods-in.ts'
import { dayFirst } from '../dates/date-order.ts'
import { namedDate } from '../dates/named-date.ts'
import { speaksOfTerm } from './speaks-of-term.ts'
import { type TermLength, termLengths } from './term-length.ts'
import { termWeight } from './term-weight.ts'

const UNTIL =
  /\b(?:until|through|thru|to|expires?|expiring|expiry|terminates?|terminating|ends?|ending|finish(?:es|ing)?|expiration(?: date)?|conclud(?:es?|ing)|till|(?:termination|end) date|contract end|expir(?:ation|y) date"? (?:means|shall mean|is))\b(?: (?:on|upon|at|of|as of|the|(?:the )?(?:earlier|earliest|later|first)(?: to occur)? of:?|\([a-z1]{1,2}\)|and including|including|be|is|shall be|midnight|close of business|11:59|12:00|p\.?m\.?|a\.?m\.?|date|automatically|eastern|time|means)|[ ,:(")]|(?:December|end) 31st)*$|\d{4} ?- ?$/i
const OPEN_ENDED =
  /\b(?:no|without(?: any| a)?) (?:fixed end|limit (?:of|in) time|time limit)\b|\b(?:goes on|stays in place|continues?|remains?|applies|applying)\b[^.;]{0,60}\buntil (?:it is )?(?:replaced|withdrawn|superseded|ended|brought)|\bunless and until it is (?:withdrawn|superseded|replaced|terminated)|\b(?:remain|continue|be|is|extend)\w*\b[^.;]{0,90}\b(?:until (?:it is |so |this agreement is )?(?:terminated|cancell?ed|revoked)|indefinite(?:ly)?|perpetual(?:ly)?|in perpetuity|unless and until|unless (?:sooner |earlier )?terminated (?:as|in accordance|pursuant|by)|until the termination of)|\bno (?:fixed|specified|definite|set) (?:term|expir|period|duration)|\b(?:this|the) (?:\w+ ){0,2}(?:agreement|contract) (?:is|shall be) perpetual\b|\bindefinite (?:term|period|duration)\b|\bterminate (?:\([a-z]\) )?at the option\b/i

/** Said so plainly that the sentence need not speak of the term by any other word. */
const OPEN_PLAINLY =
  /\b(?:for|of) (?:an? )?(?:indefinite|undetermined|unlimited|undefined|indeterminate) (?:duration|period|term|time)\b|\bwithout (?:any )?limit (?:of|in) time\b|\b(?:has|with|having) no (?:closing|end|fixed end|expiry) date\b|\bis open-ended\b|\b(?:runs?|lasts?|stands?|continues?|carries on|goes on|stays in (?:place|force)|remains? in (?:place|force)|agreed|valid) until (?:further notice|(?:it is )?(?:terminated|revoked|cancell?ed|ended)|one of (?:us|the two|the parties|them)|either (?:of us|party|side))\b|\bendures? in perpetuity\b/i
const OF_ANOTHER =
  /\b(?:confidential\w*|secre\w+|insurance|lease|licen[cs]e of|warrant\w+|bid|offer|price|permit)\b/i

/** A term that begins with an event whose day the text does not know: `from the date on which the channel opens`. */
const FROM_AN_EVENT =
  /^[^.;]{0,24}\b(?:from|after|following|of|commencing(?: on| upon| with)?|beginning(?: on| upon| with)?) (?:the )?(?:date (?:on which|when|that|of (?:the )?(?:launch|first|delivery|opening|completion|commercial|acceptance|installation|closing))|(?:\w+ )?(?:launch|first (?:commercial )?(?:sale|delivery|shipment)|opening|completion|commercial operation|acceptance|go-?live|installation)\b)/i

/** Where the dates of the agreement are known, the term is counted from there. */
export interface Beginning {
  readonly date: string | null
  /** Dates by numbers have the day first. */
  readonly isDayFirst: boolean
}

/** The best statement of how long the agreement lasts: `at` is where its sentence begins. */
interface Term extends TermLength {
  readonly at: number
  readonly from: string | null
  /** By the model, whose chance is no score. */
  readonly isLearnt: boolean
}

/**
 * Initial term and expiry, from the sentence that says most plainly how long the agreement lasts; where none does, with the length
 * that is `likely`.
 */
export function initialTermAndExpiry(
  reading: Reading,
  beginning: Beginning,
  likely: () => Found | undefined = () => undefined,
): Found[] {
  const { sentences, words } = reading
  const lasting = reading.each(speaksOfTerm)
  let term: Term | null = null
  let expiry: Found | null = null
  let open: Found | null = null
  for (const [index, sentence] of words.entries()) {
    const at = sentences[index]?.start ?? 0
    const plainly = OPEN_PLAINLY.exec(sentence)
    if (plainly && !OF_ANOTHER.test(sentence)) open ??= openFound(plainly, at, 0.75)
    const heading = headingOf(words, index)
    if (!lasting[index] && !(ONLY_NUMBER.test(words[index - 1] ?? '') && speaksOfTerm(sentence, heading)))
      continue
    const weight = termWeight(sentence, heading)
    for (const length of termLengths(sentence, heading, weight))
      if (length.score > (term?.score ?? 0.72))
        term = { ...length, at, from: ownBeginning(sentence, beginning.isDayFirst), isLearnt: false }
    for (const one of endDates(sentence, at, weight))
      if (one.confidence > (expiry?.confidence ?? 0.5)) expiry = one
    if (weight > 0.6) open ??= openEnd(sentence, at, weight)
  }
  term ??= asTerm(likely(), reading, beginning)
  const reckoned = term && reckonedExpiry(reading, term, beginning)
  if (reckoned && (!expiry || reckoned.confidence > expiry.confidence + 0.15)) expiry = reckoned
  const last = expiry ?? (term ? null : open)
  return [
    ...(term ? [termFound(term)] : []),
    ...(last ? [{ ...last, confidence: Math.min(0.95, last.confidence) }] : []),
  ]
}

/** A length of time that no rule found, as sure as the terms from which an end is reckoned. */
function asTerm(
  found: Found | undefined,
  { plain, sentences, words }: Reading,
  { isDayFirst }: Beginning,
): Term | null {
  const period = found && periodsIn(plain.slice(found.start, found.end))[0]
  if (!found || !period) return null
  const { confidence: score, rule } = found
  const sentence = words[sentenceIndex(sentences, found.start)] ?? ''
  return { period, score, rule, at: found.start, from: ownBeginning(sentence, isDayFirst), isLearnt: true }
}

/** A number of a clause that stands alone before its sentence. */
const ONLY_NUMBER = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5})\.$/

/** The sentence before, which may be a heading. */
const headingOf = (words: readonly string[], index: number): string =>
  words[ONLY_NUMBER.test(words[index - 1] ?? '') ? index - 2 : index - 1] ?? ''

function termFound({ period, at, score, rule }: Term): Found {
  return {
    kind: 'initial-term',
    value: { kind: 'duration', duration: period.iso },
    start: at + period.start,
    end: at + period.end,
    confidence: Math.min(0.95, score),
    rule,
  }
}

/** The dates until which a sentence says that the agreement lasts. */
function endDates(sentence: string, at: number, weight: number): Found[] {
  return endsIn(sentence).flatMap((date): Found[] => {
    const before = wordsBefore(sentence, date, 70)
    if (!UNTIL.test(before) || /\bprior to $/i.test(before) || WOULD_END.test(sentence.slice(0, date.start)))
      return []
    const further = /\b(?:additional|renewal|further|option)\b[^.;]{0,120}$/i.test(
      sentence.slice(Math.max(0, date.start - 160), date.start),
    )
    const isPart = /\bperiod (?:commencing|beginning|starting)\b[^.;]{0,40}$/i.test(before)
    const score =
      weight +
      0.12 -
      (further || EXTENDED.test(before) ? 0.3 : 0) -
      (isPart ? 0.15 : 0) -
      (A_YEAR.test(sentence.slice(Math.max(0, date.start - 160), date.start)) ? 0.4 : 0)
    return [
      {
        kind: 'expiry',
        value: { kind: 'date', date: date.date },
        start: at + date.start,
        end: at + date.end,
        confidence: score,
        rule: 'until a date',
      },
    ]
  })
}

/** The end that an extension does away with: `The term is scheduled to expire on 5 May, and the parties wish to extend it.` */
const WOULD_END =
  /\b(?:term|agreement|contract)\b[^.;,]{0,40} (?:(?:is|was) (?:scheduled|due|set) to (?:expire|end)|would (?:otherwise )?have (?:run|expired|ended|lasted))\b[^.;]{0,12}$/i
/** An end that comes later, not `unless extended, this agreement ends on`. */
const EXTENDED =
  /(?<!\b(?:unless|until)(?: (?:sooner|earlier|otherwise|terminated,?|or|renewed|it is|further|previously|mutually))* )\b(?:extend\w*|renew\w*|extension)\b/i
/** `the twelve-month period commencing 1 July and ending on`, `"Year" means the period ending on`: a part of the term. */
const A_YEAR =
  /(?:"(?:[A-Z][a-z]+ )?year"|\b(?:(?:twelve|12|six|6|three|3)[- ]month|each|fiscal|(?:first|second|third|fourth|last) (?:contract )?(?:year|quarter|period)|(?:contract|calendar|fiscal) (?:year|quarter))\b)[^;]{0,90}$/i

function openEnd(sentence: string, at: number, weight: number): Found | null {
  const endless = OPEN_ENDED.exec(sentence)
  return endless && openFound(endless, at, weight)
}

const openFound = (match: RegExpExecArray, at: number, weight: number): Found => ({
  kind: 'expiry',
  value: { kind: 'open-ended' },
  start: at + match.index,
  end: at + match.index + match[0].length,
  confidence: Math.min(0.8, weight),
  rule: 'until terminated',
})

const FROM_NAMED =
  /^[^.;]{0,40}\b(?:from|after|following|of|on|upon|with)(?: and including)? (?:the )?"?((?:[A-Z][A-Za-z-]+ ){1,3}Date)\b/
const BEGINS_NAMED =
  /\b(?:[Cc]ommenc|[Bb]egin|[Ss]tart|effective)\w*(?: (?:on|as of|from|upon|with))* (?:the )?"?((?:[A-Z][A-Za-z-]+ ){1,3}Date)\b/
/** The day on which the term is over, counted from where it begins. */
function reckonedExpiry({ plain }: Reading, term: Term, beginning: Beginning): Found | null {
  const found = termFound(term)
  const after = plain.slice(found.end, found.end + 120)
  const name = FROM_NAMED.exec(after)?.[1] ?? BEGINS_NAMED.exec(plain.slice(term.at, found.start))?.[1]
  const named = name && name !== 'Effective Date' ? namedDate(plain, name)?.date : null
  const from = named ?? term.from ?? beginning.date
  if (!from || (!term.isLearnt && term.score < 0.78) || (!named && FROM_AN_EVENT.test(after))) return null
  const date = laterBy(from, term.period)
  if (date === null) return null
  const rule = 'beginning and length of the term'
  return {
    ...found,
    kind: 'expiry',
    value: { kind: 'date', date },
    confidence: found.confidence - 0.1,
    rule,
  }
}

function laterBy(date: string, period: PeriodIn): string | null {
  const months = monthsOf(period)
  return months === null
    ? addDays(date, period.count * (period.unit === 'week' ? 7 : 1))
    : addMonths(date, months)
}

/** Where the sentence says on which date the term begins, it is counted from there. */
function ownBeginning(sentence: string, isDayFirst: boolean): string | null {
  const date = datesIn(sentence).find(one =>
    /\b(?:commenc\w*|begin\w*|start\w*|begun|effective)(?: (?:on|as of|from|with|effective))*(?: the)? ?$/i.test(
      wordsBefore(sentence, one, 40),
    ),
  )
  if (!date) return null
  return isDayFirst ? dayFirst(date.date, sentence.slice(date.start, date.end)) : date.date
}
