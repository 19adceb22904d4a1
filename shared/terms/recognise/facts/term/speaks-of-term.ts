import { periodsIn } from '../../values/periods-in.ts'
import { BOND, OF_A_PERIOD, PAPER, THIS_PAPER } from '../paper.ts'

/** What an agreement does when it lasts, in any tense. */
const LASTS =
  'expire|terminate|end|finish|continue|remain|stay|commence|start|begin|run|last|extend|endure|subsist|appl(?:y|ie)(?=s? (?:as )?(?:from|until|for|up)\\b)|be effective'
const FIRST = 'initial|primary|original|first|basic'
const A_TERM = '(?:an?|the) (?:\\w+[ -]){0,2}(?:period|term)'

/** That a sentence speaks of how long the agreement lasts: each is one way to say so. As one pattern they take half the time. */
const SPEAKS = new RegExp(
  [
    `\\b(?:${OF_A_PERIOD}) (?:period|term)\\b|\\bproject duration\\b`,
    `\\b(?:${FIRST}) (?:\\w+ )?(?:term|period)\\b`,
    '\\bexpir(?:ation|y) date\\b|\\bcontract end ?:|\\b(?:termination|end) date ?:|\\bterm:|"term"? (?:means|shall mean)\\b',
    `\\b(?:term|duration|period) of (?:this|the)(?: \\w+){0,3} (?:${PAPER}|engagement)\\b`,
    '\\b(?:term|duration) (?:hereof|of the (?:franchise|lease|license|appointment|engagement|cooperation))\\b',
    '\\b(?:the|its) "?(?:license |services? |contract |agreement |original |sponsorship |base )?term"?(?! of office)\\b|^"?(?:term|duration)\\b',
    '\\((?:herein(?:after)?,? )?"?(?:the )?"?(?:initial |license )?term"?\\)',
    `\\b(?:remain|continue|be|stay|is|are|effective)\\b[^.]{0,60}\\b(?:in (?:full )?(?:force|effect)|for (?:a|an) (?:\\w+[ -]){0,2}(?:period|term))\\b`,
    `\\b(?:the|this) (?:${BOND})\\b[^.;]{0,60}\\b(?:${LASTS}|be for)(?:s|es)?\\b`,
    `\\b${THIS_PAPER}\\b[^.]{0,160}\\b(?:${LASTS})s?\\b`,
    `\\b${THIS_PAPER}\\b[^.;]{0,120}\\bvalid\\b|\\b${THIS_PAPER}\\b[^.;]{0,120}\\b(?:has|have|concluded|made|entered into)(?: for)? an? (?:\\w+ ){0,2}(?:term|period) of\\b`,
    `\\b(?:${PAPER}) (?:is|shall be|will be|runs?|shall run)(?: made| concluded)? for\\b|\\b(?:${PAPER}) (?:is|shall be) perpetual\\b`,
    '\\b(?:no|without) (?:a |any )?(?:fixed|specified|definite|set) (?:term|duration|end)\\b|\\b(?:fixed|minimum) (?:term|duration|period) (?:is|shall be)\\b',
    '\\b(?:ha(?:s|ve)|with) an? (?:fixed |minimum |initial )?term of\\b',
    `\\b(?:(?:is|are) hereby |is |are |hereby )(?:appoint|engage|retain|employ|hire|grant)(?:s|ed)?\\b[^.;]{0,120}\\bfor ${A_TERM} of\\b`,
    '\\b(?:starts?|begins?|commences?)\\b[^.;]{0,120}\\band (?:runs?|lasts?|continues?|will last) (?:for (?!the duration))?',
    `\\bfor ${A_TERM} of\\b[^.;]{0,60}\\b(?:commencing|beginning|starting)\\b`,
    '\\b(?:funding|grant|support|services?) (?:is|are|will be|shall be) (?:provided|granted|given|paid) for\\b',
  ].join('|'),
  'i',
)

/** What follows such a heading at once is how long the agreement lasts: `Term of Agreement. Five years from …`. */
const HEADING = new RegExp(
  `^(?:(?:section |article |clause )?[\\d.()a-z]{1,8} )?(?:(?:${FIRST}) |contract )?(?:term|duration|validity|period)\\b[^,;]{0,40}$`,
  'i',
)
/** A line of a form: `Term: three years`, `Contract end: …`. */
const ROW = new RegExp(
  `^(?:\\| ?)?(?:[\\d.]{1,5} )?(?:(?:(?:${FIRST}|contract|minimum|fixed) )*(?:term|duration)|(?:termination|expir(?:ation|y)|end) date|(?:${OF_A_PERIOD}|charter|minimum|initial|fixed|subaward) (?:term|period|duration|end)) ?[:|]`,
  'i',
)
/** `It starts on 1 May and ends on …`, after a sentence about the agreement. */
const IT_LASTS =
  /^(?:\S+ )?it (?:(?:then )?(?:starts|begins|commences|goes (?:for|on)|takes effect|comes into|enters into|runs|lasts|ends|expires|continues|stays|remains|applies)|has no|is (?:made|concluded|valid)|(?:shall|will) (?:start|begin|commence|take|come|enter|run|last|end|expire|continue|remain|be valid|have a duration))\b/i
const IS_PAPER = new RegExp(`\\b${THIS_PAPER}\\b|\\bthe term\\b`, 'i')

/** The dots of `1.1.2027` end no part of a sentence. */
const undotted = (sentence: string) => sentence.replace(/(?<=\d)\.(?=\d)/g, '/')

/** Whether a sentence is a line of a form about the term. */
export const isTermRow = (sentence: string) => ROW.test(sentence)

/** Whether a line is a heading that says that how long the agreement lasts comes next. */
export const isTermHeading = (before: string) =>
  before.length < 80 && HEADING.test(before.replace(/[\s.:-]+$/, ''))

/** Whether a sentence goes on with `It` about the agreement that the one before it names. */
export const goesOnAboutTerm = (sentence: string) => IT_LASTS.test(sentence)

/** Whether a sentence speaks of how long the agreement lasts; the sentence before it may be its heading. */
export function speaksOfTerm(sentence: string, before: string): boolean {
  const plain = undotted(sentence)
  return (
    SPEAKS.test(plain) ||
    ROW.test(sentence) ||
    (IT_LASTS.test(sentence) && (IS_PAPER.test(before) || IT_LASTS.test(before))) ||
    (isTermHeading(before) && (periodsIn(sentence)[0]?.start ?? 9) === 0)
  )
}
