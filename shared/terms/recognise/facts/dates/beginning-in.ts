import { matchesOf } from '../../text/matches-of.ts'
import { PAPER } from '../paper.ts'

/** A day that a text points at without writing it out. */
export interface Pointer {
  /** The day the agreement is made on, the day of the last signature, or a day that the text calls by a name. */
  readonly to: 'made' | 'signed' | { readonly name: string }
  /** Not that day but the one after it, or the first day of the month after it. */
  readonly after: 'day' | 'month' | null
}

const OF_THE_PAPER = new RegExp(`\\b(?:${PAPER}|effective date|terms?)\\b`, 'i')
/** What takes effect is this agreement or its term, not an appointment or another paper that it speaks of. */
const ITSELF = new RegExp(
  `\\b(?:this (?:[\\w'-]+ ){0,4}(?:${PAPER})|(?:the )?(?:present )?(?:${PAPER})(?: (?:shall|will))?(?= ?(?:is|becomes?|be|takes?|comes?|enters?)? ?(?:into)? ?$)|(?:the |"|term of )?(?:initial |contract |agreement )?"?term"?|entered into(?: and)?|made(?: and)?|executed(?: and)?|shall (?:become|be)|following terms|obligations of the parties(?: shall| will)?)\\b[^.;]{0,90}$`,
  'i',
)
const BEGINS =
  /\b(?:effective|binding|binds?|in (?:full )?force|(?:tak|hav|enter|com|go)(?:e?s?|ing)? (?:into )?(?:effect|force|operation)|commenc(?:es?|ing)|begins?|beginning|starts?|starting|appl(?:y|ies))\b/gi
/** The date that the agreement is made on, as a text points back to it. */
const MADE =
  /^(?:[^.;]{0,70}?\b(?:(?<!effective )date (?:first )?(?:above )?(?:written|set forth|stated|mentioned|shown above|hereof|of this (?:[\w'-]+ ){0,3}(?:agreement|contract|lease))|first (?:above )?(?:written|set forth)|day and year first|date hereof|(?<!or )(?:date|day) of (?:its |the |their )?(?:execution|signature|signing))|[ ,]*(?:immediately )?(?:as of|on|from|with|upon|at) (?:the |its |their |due |full )?(?:execution|signing|signature)\b(?! date))/i
const SIGNED =
  /\b(?:effective|commenc|begins?|starts?|appl(?:y|ies) from|binds?|binding|made|entered|dated|in force|effect|operation)\w*\b[^.]{0,140}\b(?:(?:signature|signed|signing|execution) by (?:both|all|the last)|last (?:date|party|signature|of the)|date (?:of|on which) (?:the )?last|later of the|latest|both parties|last signed|last signatory|executed by (?:both|all)|(?:both|all)(?: of (?:us|them)| (?:the )?parties)? have (?:signed|executed))/i
/** `"Effective Date" means the date hereof` */
const NAMED =
  /\b(?:effective|commencement|start) date"?(?: of (?:this|the) (?:\w+ ){0,3}(?:agreement|contract))? (?:means|shall mean|is|shall be|has the meaning)\b[^.;]{0,70}?\b(?:(?<!effective )date (?:first )?(?:above )?(?:written|set forth|stated|mentioned|shown above|hereof|of this (?:\w+ ){0,3}(?:agreement|contract)|of (?:its |the )?(?:execution|signature|signing))|first (?:above )?written|(?:first|opening|introductory) paragraph)/i
const BY_NAME = /^(?: (?:on|as of|from|with|upon))+ (?:the )?"?(?<name>(?:[A-Z][A-Za-z-]+ ){1,3}Date)\b/
const LATER =
  /\b(?:the (?<month>first day of the (?:calendar )?month)|the day) (?:immediately |next )?(?:following|after)\b/i

/** `The term is seven years from the date first above written` */
const COUNTED =
  /\b(?:term|duration)\b[^.;]{0,60} (?:is|shall be|of) [^.;]{3,40} (?:from|commencing(?: on)?|beginning(?: on)?)(?: and after)? (?:the )?(?:date (?:first )?(?:above )?(?:written|mentioned|stated|hereof)|day and year first)/i

/** Where a sentence says that the agreement begins on a day that it does not write out: which day that is. Null where it says none. */
export function beginningIn(sentence: string): Pointer | null {
  if (
    !/effect|commenc|in(?:to)? (?:force|operation)|\b(?:begin|start|bind)(?:s|ing)?\b|\bappl(?:y|ies) (?:from|as of)/i.test(
      sentence,
    ) ||
    !OF_THE_PAPER.test(sentence)
  )
    return null
  const later = LATER.exec(sentence)
  const after = later ? (later.groups?.month ? 'month' : 'day') : null
  if (SIGNED.test(sentence)) return { to: 'signed', after }
  if (NAMED.test(sentence) || COUNTED.test(sentence)) return { to: 'made', after }
  for (const { index, 0: begins } of matchesOf(sentence, BEGINS)) {
    if (!ITSELF.test(sentence.slice(Math.max(0, index - 140), index))) continue
    const behind = sentence.slice(index + begins.length, index + begins.length + 120)
    if (MADE.test(behind)) return { to: 'made', after }
    const name = BY_NAME.exec(behind)?.groups?.name
    if (name && name !== 'Effective Date') return { to: { name }, after }
  }
  return null
}
