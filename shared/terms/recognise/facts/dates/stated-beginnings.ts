import type { Found, Reading } from '../../reading.ts'
import { type DateIn, datesIn, moved, wordsBefore } from '../../values/dates-in.ts'
import { BOND, OF_A_PERIOD, PAPER } from '../paper.ts'

/** The name of the date on which an agreement begins, not of that of some work or payment. */
const TERM =
  '(?<!\\b(?:construction|rent|service|services|delivery|production|payment|closing|prior|original) )(?:(?:effective|commencement|start) ?date|contract start|start of (?:the )?(?:contract|agreement|term))'
/** How a text says on which day it begins: by what stands before the date, or behind it where a name is given. */
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
    /\b(?<!not |un|cost[ -])effective\b(?:,? (?:as|of|on|from|and after|beginning|commencing|starting|upon|for all purposes|retroactive(?:ly)? (?:to|as of)|at|12:01 a\.?m\.?|midnight))*(?: (?:the|this))?(?: (?:date|day))?[ ,:]*(?:of )?$|\bretroactive(?:ly)? (?:effective )?(?:to|from|as of) $|\b(?:operative|binding) (?:on|from|as of)(?: the)? $|\bw\. ?e\. ?f\. ?$/i,
  ],
  [
    'takes effect on a date',
    0.88,
    /\b(?:(?:takes?|taking|ha(?:s|ve)|with(?: (?:retroactive|retrospective))?) effect|(?:comes?|enters?|goe?s?|coming|entering|going|be|is|are) (?:in|into) (?:full )?(?:force|effect)(?: and effect)?|(?:effective|with) date of)(?: (?:on|from|as of|as from|beginning|starting|the|this))* ?$/i,
  ],
  [
    'effective date means a date',
    0.93,
    new RegExp(
      `\\b${TERM}s?"? ?(?:[ :=|-]|of (?:this|the) (?:\\w+ ){0,3}(?:agreement|contract|schedule)|means?|shall mean|shall be|is|will be|,|of|the date|\\)|\\.)*(?: the date)?[ :]*$`,
      'i',
    ),
  ],
  [
    'a line of a form',
    0.9,
    /(?:^|\n)(?:\| ?)?(?:[\d.]{1,5} )?(?:(?:subaward|grant|project|contract) start|start(?: date)?(?: of (?:the )?(?:contract|agreement|term|services?|project|cooperation))?|commencement|(?:effective|valid|in force|takes effect) (?:from|on)|begins?|(?:service )?to begin|entry into force|comes into force) ?[:|] ?$/i,
  ],
  [
    'first day of the term',
    0.84,
    /\b(?:term|period|duration|validity)(?: of (?:this |the )?(?:[\w'-]+ ){0,3}(?:agreement|contract|execution|lease|services?))?"?(?: ?[:.-] ?| (?:is|shall be|runs?|shall run|means|extends|shall extend)\b)(?: (?:the|a|period|term))*(?: ?from)?(?: (?:the|and including))? ?$/i,
  ],
  [
    'commences on a date',
    0.82,
    /\b(?:commenc(?:e|es|ing|ed)|begins?|beginning|start(?:s|ing)?|valid (?:as )?from)(?: on| as of| effective| with| from)?(?: the)? ?$|\bappl(?:y|ies) (?:as )?from(?: the)? ?$/i,
  ],
]
/** A beginning counts where it is the agreement's, not that of a season, a payment or a service. */
const OF_THE_TERM = new RegExp(
  [
    `\\b(?:term|${OF_A_PERIOD} period|this (?:\\w+ ){0,2}(?:${PAPER}|promotion))\\b[^.]*$`,
    `\\b(?:${PAPER})\\b[^.]{0,120}\\. It [^.]*$`,
    `\\b(?:licen[cs]e|lease|agreement|contract) (?:is|shall be) (?:hereby )?(?:granted|made|concluded|given) for\\b[^.]*$`,
    `\\bthe (?:\\w+ ){0,2}(?:${PAPER}|${BOND}) (?:shall |will )?(?:begin|start|commence|appl|run|last)\\w*\\b[^.;]{0,20}$`,
  ].join('|'),
  'i',
)
/** Another agreement that took effect: `previously entered into an employment agreement effective as of …`. */
const OTHER_AGREEMENT =
  /(?<!\b(?:is|are|was|be|hereby|and|have|has|had)(?: made and)? )\bentered into an? [^.]{0,200}$|\b(?:(?:previously|heretofore|have|has|had) (?:made and )?(?:entered|enter) (?:into )?|(?:are|were) (?:the )?parties to )(?:an?|that|certain|the)\b[^.]{0,200}$/i

const OPENING = 4000
const NAMED_BESIDE =
  /\b(?:this (?:\w+ ){0,4}(?:agreement|contract|amendment|addendum|schedule|lease|order|licen[sc]e|plan|promotion)|the (?:initial )?term|term of|"(?:effective|commencement|start) date"|(?:effective|commencement|start) dates?"?(?: of| shall| is| means| will| ?[-:=,])|\b(?:signed|executed) and (?:made )?)/i

/** `may terminate this Agreement, effective as of …` */
const ENDS = /\b(?:terminat|cancel|resign|withdr[ae]w|expir)\w*\b[^.;]{0,40}\beffective\b[^.;]{0,24}$/i

const SAYS_OF =
  /(?:^|[.;,:\n(]|\b(?:that|and|which|if|when)) ?(?<subject>[^.;,:\n()]{2,80}?) (?:is|are|was|were|became|becomes?|has been|have been)(?: deemed| made| hereby| first| originally| initially)* (?:effective|operative|binding|in (?:full )?(?:force|effect))\b[^.;]{0,40}$/i
const AGREEMENTS =
  /\b(?<!\b(?:prior|previous|original|existing|old|former|other|such|that) )(?:agreement|contract|amendment|addendum|lease|deed|licen[sc]e|schedule|order|plan|letter|memorandum|arrangement|appointment|term|it|obligations|promotion|engagement|statement of work|"[^"]*")(?: (?:shall|will|to))?\W*$/i

/** `Prices are effective as of`, `the prior agreement was effective as of`: not this agreement. */
function isOfSomethingElse(before: string): boolean {
  const subject = SAYS_OF.exec(before)?.groups?.subject
  return subject !== undefined && !/\b(?:to|and|but|or)$/.test(subject) && !AGREEMENTS.test(subject)
}

/** Every date that is said to be one of beginning, surest where it is named so at the head. */
export function statedBeginnings(reading: Reading): Found[] {
  const { plain } = reading
  return datesOf(reading).flatMap(date => {
    const rule = ruleOf(plain, date)
    const before = plain.slice(Math.max(0, date.start - 260), date.start)
    // `entered into an agreement effective as of …` tells of another agreement.
    if (!rule || (rule[0] !== CUES[0]?.[0] && OTHER_AGREEMENT.test(before))) return []
    if (rule[0] !== CUES[0]?.[0] && (ENDS.test(before) || isOfSomethingElse(before))) return []
    if (rule[0] === 'commences on a date' && !OF_THE_TERM.test(before.slice(-160))) return []
    // Past the opening a date tells of something else, unless the agreement is named beside it.
    if (date.start > OPENING && rule[0] !== CUES[0]?.[0] && !NAMED_BESIDE.test(before.slice(-160))) return []
    const score = rule[1] - (date.start > 40_000 ? 0.1 : date.start > 8000 ? 0.04 : 0)
    return [beginsOn(date, score, rule[0])]
  })
}

/** `from 1 May 2027 until 30 April 2029`, `1 May 2027 - 30 April 2029` */
const TO_ANOTHER =
  /^,? ?(?:\(?inclusive\)? )?(?:-|to\b|until\b|through\b|thru\b|till\b|and (?:ending|ends?|terminating|expiring)\b)[^.;]{0,30}\d/i

function ruleOf(plain: string, date: DateIn) {
  const before = wordsBefore(plain, date, 140)
  const after = plain.slice(date.end, date.end + 170)
  return CUES.find(([rule, , pattern], index) => {
    if (rule === 'first day of the term' && !TO_ANOTHER.test(after)) return false
    if (index > 0) return pattern.test(before)
    // The name belongs to the date right before it.
    const named = pattern.exec(after)?.[0]
    return named !== undefined && datesIn(named).length === 0
  })
}

/** That an agreement begins on a date of its text. */
export function beginsOn(date: DateIn, confidence: number, rule: string): Found {
  return {
    kind: 'effective-date',
    value: { kind: 'date', date: date.date },
    start: date.start,
    end: date.end,
    confidence,
    rule,
  }
}

/** The dates of a text, sentence by sentence, so that they can be remembered. */
const datesOf = (reading: Reading): DateIn[] =>
  reading
    .each(datesIn)
    .flatMap((dates, index) => dates.map(date => moved(date, reading.sentences[index]?.start ?? 0)))
