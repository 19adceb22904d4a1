/** What takes effect is this agreement or its term, not an appointment or another paper that it speaks of. */
const ITSELF =
  /\b(?:this (?:[\w'-]+ ){0,4}(?:agreement|contract|amendment|addendum|schedule|lease|licen[sc]e|order|plan|statement of work)|(?:the |"|term of )?(?:initial |contract |agreement )?"?term"?|entered into(?: and)?|made(?: and)?|executed(?: and)?|shall (?:become|be))\b[^.;]{0,90}$/i
const BEGINS =
  /\b(?:effective|in (?:full )?force|(?:tak|hav|enter|com|go)(?:e?s?|ing)? (?:into )?(?:effect|force)|commenc(?:es?|ing)|begins?|beginning|starts?|starting)\b/gi
/** The date that the agreement is made on, as a text points back to it. */
const MADE =
  /^(?:[^.;]{0,70}?\b(?:(?<!effective )date (?:first )?(?:above )?(?:written|set forth|stated|mentioned|hereof|of this (?:[\w'-]+ ){0,3}(?:agreement|contract|lease))|first (?:above )?(?:written|set forth)|day and year first|date hereof|(?<!or )(?:date|day) of (?:its |the |their )?(?:execution|signature|signing))|[ ,]*(?:immediately )?(?:as of|on|from|with|upon|at) (?:the |its |their |due |full )?(?:execution|signing|signature)\b(?! date))/i
const SIGNED =
  /\b(?:effective|commenc|made|entered|dated|in force|effect)\w*\b[^.]{0,140}\b(?:(?:signature|signed|signing|execution) by (?:both|all)|last (?:date|party|signature|of the)|date (?:of|on which) (?:the )?last|later of the|latest|both parties|last signed|last signatory|executed by (?:both|all))/i
/** `"Effective Date" means the date hereof` */
const NAMED =
  /\b(?:effective|commencement|start) date"?(?: of (?:this|the) (?:\w+ ){0,3}(?:agreement|contract))? (?:means|shall mean|is|shall be|has the meaning)\b[^.;]{0,70}?\b(?:(?<!effective )date (?:first )?(?:above )?(?:written|set forth|stated|mentioned|hereof|of this (?:\w+ ){0,3}(?:agreement|contract)|of (?:its |the )?(?:execution|signature|signing))|first (?:above )?written|(?:first|opening|introductory) paragraph)/i

/**
 * Where a sentence says that the agreement begins on a day that it does not write out: `made`, the day that it is made on; `signed`,
 * the day of the last signature. Null where it says neither.
 */
export function beginningIn(sentence: string): 'made' | 'signed' | null {
  if (
    !/effect|commenc|in(?:to)? force|\b(?:begin|start)s?/i.test(sentence) ||
    !/\b(?:agreement|effective date|contract|term)\b/i.test(sentence)
  )
    return null
  if (SIGNED.test(sentence)) return 'signed'
  if (NAMED.test(sentence)) return 'made'
  for (const { index, 0: begins } of sentence.matchAll(BEGINS))
    if (
      MADE.test(sentence.slice(index + begins.length, index + begins.length + 120)) &&
      ITSELF.test(sentence.slice(Math.max(0, index - 140), index))
    )
      return 'made'
  return null
}
