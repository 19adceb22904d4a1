import type { Found, Reading } from '../reading.ts'
import { type DateIn, datesIn } from '../values/dates-in.ts'
import { signatureDates } from './agreement-date.ts'

/** The name of the date on which an agreement begins, not of that of some work or payment. */
const TERM =
  '(?<!\\b(?:construction|rent|service|services|delivery|production|payment|closing|prior|original) )(?:(?:effective|commencement|start) ?date|contract start|start of (?:the )?(?:contract|agreement|term))'
const CUES: readonly (readonly [rule: string, score: number, pattern: RegExp])[] = [
  [
    'date named the effective date',
    0.95,
    new RegExp(
      `^[^.;]{0,90}?(?:\\([^)]{0,60}|\\b(?:called|known as|referred to(?: herein)? as) )(?:the )?"?'?${TERM}`,
      'i',
    ),
  ],
  [
    'effective as of a date',
    0.9,
    /\beffective\b(?:,? (?:as of|on|from|beginning|starting|upon|for all purposes))*(?: (?:the|this))?(?: date)?[ ,:]*(?:of )?$/i,
  ],
  [
    'takes effect on a date',
    0.88,
    /\b(?:(?:takes?|taking|ha(?:s|ve)|with) effect|(?:comes?|enters?|coming|entering|be|is|are) (?:in|into) (?:full )?(?:force|effect)(?: and effect)?|(?:effective|with) date of)(?: (?:on|from|as of|as from|beginning|starting|the|this))* ?$/i,
  ],
  [
    'effective date means a date',
    0.93,
    new RegExp(
      `\\b${TERM}s?"? ?(?:[ :=-]|of this (?:\\w+ ){0,3}(?:agreement|contract|schedule)|means?|shall mean|shall be|is|will be|,|of|the date|\\)|\\.)*(?: the date)?[ :]*$`,
      'i',
    ),
  ],
  [
    'commences on a date',
    0.82,
    /\b(?:commenc(?:e|es|ing)|begins?|beginning|start(?:s|ing)?)(?: on| as of| effective| with)?(?: the)? ?$/i,
  ],
]
/** A beginning counts where it is the agreement's, not that of a season, a payment or a service. */
const OF_THE_TERM = /\b(?:term|contract period|this (?:\w+ ){0,2}(?:agreement|contract|promotion))\b[^.]*$/i
const REFERS =
  /\b(?:effective|in force|(?:tak|hav|enter|com)(?:es?|ing)? (?:into )?(?:effect|force))\w*\b[^.]{0,80}?\b(?:(?<!effective )date (?:first )?(?:above )?(?:written|set forth|stated|mentioned|hereof|of this agreement)|first (?:above )?written|day and year first|date hereof|date of (?:its |the )?(?:execution|signature|signing))/i
/** What takes effect is this agreement, not an appointment or another paper that it speaks of. */
const ITSELF =
  /\b(?:this (?:\w+ ){0,3}(?:agreement|contract|amendment|addendum|schedule|lease)|(?:the )?(?:initial )?term|entered into(?: and)?|made(?: and)?|executed(?: and)?|shall (?:become|be))\b[^.;]{0,90}$/i

/** Another agreement that took effect: `previously entered into an employment agreement effective as of …`. */
const OTHER_AGREEMENT =
  /\b(?:(?:previously|heretofore|have|has|had) (?:made and )?(?:entered|enter) (?:into )?|(?:are|were) (?:the )?parties to )(?:an?|that|certain|the)\b[^.]{0,200}$/i

/** Whether a sentence says that the agreement takes effect on the date that it is made on. */
function refersToItsDate(sentence: string): boolean {
  const match = REFERS.exec(sentence)
  if (!match) return false
  return (
    /^effective date"? (?:means|shall mean|is|shall be)/i.test(match[0]) ||
    ITSELF.test(sentence.slice(Math.max(0, match.index - 140), match.index))
  )
}

const LAST_SIGNED =
  /\b(?:effective|commenc|made|entered|dated)\w*\b[^.]{0,140}\b(?:last (?:date|party|signature|of the)|date (?:of|on which) (?:the )?last|later of the|latest|both parties|last signed|last signatory|executed by (?:both|all))/i

/**
 * The date from which the agreement has effect, only where the text says so: a date named the effective date, or `effective as of`;
 * where it points to the date of the agreement or of the last signature, that date.
 */
export function effectiveDate(reading: Reading, agreement: Found | undefined): Found[] {
  const { plain, sentences, words } = reading
  const best = stated(plain).reduce<Found | null>(
    (best, one) => (best && best.confidence >= one.confidence ? best : one),
    null,
  )
  if (best && best.confidence >= 0.8) return [best]
  for (const [index, sentence] of words.entries()) {
    if (
      !/effect|commenc|in(?:to)? force/i.test(sentence) ||
      !/\b(?:agreement|effective date|contract|term)\b/i.test(sentence)
    )
      continue
    const at = sentences[index]
    if (!at) continue
    if (LAST_SIGNED.test(sentence)) {
      const last = signatureDates(plain).toSorted((a, b) => (a.date < b.date ? 1 : -1))[0]
      return last ? [found(last, 0.75, 'effective with the last signature')] : []
    }
    if (agreement?.value.kind === 'date' && refersToItsDate(sentence))
      return [
        {
          ...agreement,
          kind: 'effective-date',
          confidence: 0.8,
          rule: 'effective with the date of the agreement',
        },
      ]
  }
  return []
}

/** Other dates that the text as plainly says it takes effect on; the same one in other words is no rival. */
export const rivalEffectiveDates = ({ plain }: Reading, chosen: readonly Found[]): Found[] =>
  stated(plain).filter(one => one.confidence >= 0.85 && chosen.some(first => dateOf(first) !== dateOf(one)))

const dateOf = ({ value }: Found): string | null => (value.kind === 'date' ? value.date : null)

const OPENING = 4000
const NAMED_BESIDE =
  /\b(?:this (?:\w+ ){0,4}(?:agreement|contract|amendment|addendum|schedule|lease|order|licen[sc]e|plan|promotion)|the (?:initial )?term|term of|"(?:effective|commencement|start) date"|(?:effective|commencement|start) dates?"?(?: of| shall| is| means| will| ?[-:=,])|\b(?:signed|executed) and (?:made )?)/i

/** Every date that is said to be one of beginning, surest where it is named so at the head. */
function stated(plain: string): Found[] {
  return datesIn(plain).flatMap(date => {
    const rule = ruleOf(plain, date)
    const before = plain.slice(Math.max(0, date.start - 260), date.start)
    // `entered into an agreement effective as of …` tells of another agreement.
    if (!rule || (rule[0] !== CUES[0]?.[0] && OTHER_AGREEMENT.test(before))) return []
    if (rule[0] === 'commences on a date' && !OF_THE_TERM.test(before.slice(-160))) return []
    // Past the opening a date tells of something else, unless the agreement is named beside it.
    if (date.start > OPENING && rule[0] !== CUES[0]?.[0] && !NAMED_BESIDE.test(before.slice(-160))) return []
    const score = rule[1] - (date.start > 40_000 ? 0.1 : date.start > 8000 ? 0.04 : 0)
    return [found(date, score, rule[0])]
  })
}

function ruleOf(plain: string, date: DateIn) {
  const before = plain.slice(Math.max(0, date.start - 140), date.start)
  const after = plain.slice(date.end, date.end + 170)
  return CUES.find(([, , pattern], index) => {
    if (index > 0) return pattern.test(before)
    // The name belongs to the date right before it.
    const named = pattern.exec(after)?.[0]
    return named !== undefined && datesIn(named).length === 0
  })
}

function found(date: DateIn, confidence: number, rule: string): Found {
  return {
    kind: 'effective-date',
    value: { kind: 'date', date: date.date },
    start: date.start,
    end: date.end,
    confidence,
    rule,
  }
}
