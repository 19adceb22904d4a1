import { periodsIn } from '../../values/periods-in.ts'

/** That a sentence speaks of how long the agreement lasts. */
const LASTS =
  /\b(?:contract|agreement|license) period\b|\bexpir(?:ation|y) date\b|\b(?:amendment|schedule) shall (?:be effective|expire)|\b(?:term|duration|period) of (?:this|the)(?: \w+){0,3} (?:agreement|contract|lease|license|engagement|arrangement)\b|\binitial (?:\w+ )?(?:term|period)\b|\bthe "?(?:license |services? |contract |agreement |original |sponsorship |base )?term"?\b|^"?(?:term|duration)\b|\((?:herein(?:after)?,? )?"?(?:the )?"?(?:initial |license )?term"?\)|\b(?:remain|continue|be|stay|is|are|effective)\b[^.]{0,60}\b(?:in (?:full )?(?:force|effect)|for (?:a|an) (?:\w+[ -]){0,2}(?:period|term))\b|\b(?:cooperation|collaboration|contract|agreement|lease|franchise|engagement|service|validity|effective|consulting|employment) (?:period|term)\b|\b(?:the|this) (?:engagement|arrangement|cooperation|collaboration|franchise|appointment|relationship|alliance|partnership|sponsorship|venture)\b[^.;]{0,40}\b(?:will|shall|to) (?:last|continue|run|be for|commence|expire|end)\b|\bno (?:fixed|specified|definite|set) (?:term|duration)\b|\b(?:agreement|contract|memorandum) (?:is|shall be) perpetual\b|\b(?:(?:is|are) hereby |is |are |hereby )(?:appoint|engage|retain|employ|hire|grant)(?:s|ed)?\b[^.;]{0,120}\bfor (?:a|an) (?:\w+[ -]){0,2}(?:period|term) of\b|\b(?:agreement|contract|memorandum) (?:is|shall be|will be|runs?|shall run)(?: made| concluded)? for\b|\b(?:term|duration) (?:hereof|of the (?:franchise|lease|license|appointment|engagement|cooperation))\b|\b(?:this|the) (?:\w+ ){0,2}(?:agreement|contract|memorandum|charter|convention|protocol|compact|deed)\b[^.]{0,160}\b(?:expire|terminate|end|continue|remain|commence|be effective|run|last|extend)s?\b|\bterm:|"term"? (?:means|shall mean)\b|\b(?:termination|end) date ?:|\bcontract end ?:|\b(?:fixed|minimum) (?:term|duration|period) (?:is|shall be)\b|\b(?:this|the) (?:\w+ ){0,2}(?:agreement|contract|memorandum)\b[^.;]{0,120}\b(?:valid|(?:has|have|concluded|made|entered into)(?: for)? an? (?:\w+ ){0,2}(?:term|period) of)\b|\b(?:ha(?:s|ve)|with) an? (?:fixed |minimum |initial )?term of\b|\b(?:starts?|begins?|commences?)\b[^.;]{0,120}\band (?:runs?|lasts?|continues?) for (?!the duration)|\bproject (?:period|duration)\b|\bfor (?:the|an?) (?:\w+ )?(?:term|period) of\b[^.;]{0,60}\b(?:commencing|beginning|starting)\b|\b(?:funding|grant|support|services?) (?:is|are|will be|shall be) (?:provided|granted|given|paid) for\b|\b(?:this|the) (?:\w+ ){0,2}(?:agreement|contract|memorandum)\b[^.;]{0,30}\bappl(?:y|ies) (?:as )?from\b/i
/** What follows such a heading at once is how long the agreement lasts: `Term of Agreement. Five years from …`. */
const HEADING =
  /^(?:(?:section |article |clause )?[\d.()a-z]{1,8} )?(?:initial |contract )?(?:term|duration|validity|period)\b[^,;]{0,40}$/i
const OF_WHAT_ELSE =
  /\b(?:confidential\w*|insolven\w*|bankrupt\w*|warrant(?:y|ies|s)\b|non-?compet|surviv|insurance|invoice|payment terms|payable|notice of (?:breach|default)|cure|inspect|audit|records|delivered within|statute|arbitrat|purchase orders?|escrow period|option to (?:purchase|renew)|(?:following|after) (?:the |its )?(?:expiration|termination|expiry)|interest|forecast|in confidence|post-term|minimum|price increase)\b/i

/** A line of a form: `Term: three years`, `Contract end: …`. */
const LABEL =
  /^(?:\| ?)?(?:[\d.]{1,5} )?(?:(?:initial |contract |minimum |fixed )*(?:term|duration)|(?:termination|expir(?:ation|y)|end) date|(?:contract|minimum|charter|project|funding|grant|agreement|lease|licen[cs]e|service|cooperation|initial|fixed) (?:term|period|duration|end)) ?[:|]/i

/** Whether a sentence is a line of a form about the term. */
export const isTermRow = (sentence: string) => LABEL.test(sentence)

/** Whether a line is a heading that says that how long the agreement lasts comes next. */
export const isTermHeading = (before: string) =>
  before.length < 80 && HEADING.test(before.replace(/[\s.:-]+$/, ''))
/** `It starts on 1 May and ends on …`, after a sentence about the agreement. */
const IT_LASTS =
  /^(?:\S+ )?it (?:starts|begins|commences|goes for|takes effect|comes into|enters into|runs|lasts|ends|expires|is (?:made|concluded|valid)|(?:shall|will) (?:start|begin|commence|take|come|enter|run|last|end|expire|continue|remain|be valid))\b/i
const IS_PAPER =
  /\b(?:this|the) (?:\w+ ){0,3}(?:agreement|contract|memorandum|charter|convention|protocol)\b/i
/** The dots of `1.1.2027` end no part of a sentence. */
const undotted = (sentence: string) => sentence.replace(/(?<=\d)\.(?=\d)/g, '/')
/** Whether a sentence speaks of how long the agreement lasts; the sentence before it may be its heading. */
export const speaksOfTerm = (sentence: string, before: string) =>
  LASTS.test(undotted(sentence)) ||
  LABEL.test(sentence) ||
  (IT_LASTS.test(sentence) && IS_PAPER.test(before)) ||
  (isTermHeading(before) && (periodsIn(sentence)[0]?.start ?? 9) === 0)

/** How plainly a sentence speaks of the term of the whole agreement; the sentence before it may be its heading. */
export function termWeight(sentence: string, before: string): number {
  const heading = before.length < 80 ? before : ''
  let weight = 0.5
  if (/\bexpir(?:ation|y) date"? (?:means|shall mean)/i.test(sentence)) weight += 0.3
  if (/"?\b(?:contract|agreement) period"? (?:means|shall mean|is)\b/i.test(sentence)) weight += 0.3
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
  if (/\b(?:commence|begin|start|effective|in (?:full )?force|in effect|into operation)/i.test(sentence))
    weight += 0.1
  if (/\b(?:"?the "?)?(?:initial )?term"\)?/i.test(sentence)) weight += 0.1
  if (/\b(?:expire|continue|remain|last)/i.test(sentence)) weight += 0.05
  if (LABEL.test(sentence)) weight += 0.3
  if (/\b(?:the |")(?:initial )?term"? (?:hereof )?(?:is|shall|will)\b/i.test(sentence)) weight += 0.1
  if (
    /\b(?:cooperation|engagement|franchise|appointment|appointed|engaged|perpetual|(?:no|a) fixed)\b/i.test(
      sentence,
    )
  )
    weight += 0.2
  if (/\b(?:concluded|made|entered into) for (?:an? |\w+ )/i.test(sentence)) weight += 0.25
  if (/\b(?:fixed|minimum) (?:term|duration|period) (?:is|shall be)\b/i.test(sentence)) weight += 0.25
  if (IT_LASTS.test(sentence)) weight += 0.1
  if (/\b(?:shall|will) (?:continue|run|last|remain in (?:full )?force) for\b/i.test(sentence)) weight += 0.12
  if (/\blicen[cs]e is (?:hereby )?granted for\b/i.test(sentence)) weight += 0.2
  if (/\b(?:agreement|contract|memorandum|it) (?:shall|will)? ?(?:runs?|lasts?|goes) for\b/i.test(sentence))
    weight += 0.25
  if (/\band (?:runs?|lasts?|goes) for (?!the duration)/i.test(sentence)) weight += 0.12
  if (
    /\bfor (?:the|an?) (?:\w+ )?(?:term|period) of\b[^.;]{0,60}\b(?:commenc|beginn|start)ing\b/i.test(
      sentence,
    )
  )
    weight += 0.15
  if (
    /\b(?:funding|grant|support|services?) (?:is|are|(?:will|shall) be) (?:provided|granted|given|paid) for\b|\bproject (?:period|duration) (?:is|shall be)\b/i.test(
      sentence,
    )
  )
    weight += 0.25
  if (/\bvalid (?:for|until|through|till)\b/i.test(sentence)) weight += 0.1
  if (OF_WHAT_ELSE.test(sentence) && !LABEL.test(sentence)) weight -= 0.25
  return weight
}
