import { matchesOf } from '../../text/matches-of.ts'
/** A word that binds who stands before it to what stands behind it. */
export interface DutyWord {
  readonly start: number
  /** Where what is to be done begins. */
  readonly end: number
  /** As plain as `shall`. */
  readonly isPlain: boolean
}

const DUTY =
  /\b(?<duty>shall|will|must|(?:is|are) (?:under an? (?:duty|obligation)|bound) to|(?:is|are) (?:obliged|obligated|required|bound) (?:within|by|before|not later than|at)\b[^,.;:]{3,40} to|ensures? that|(?:agrees?|undertakes?|promises?|commits?|covenants?|guarantees?|warrants?)(?:, [^,;]{3,60},)?(?: not only)? to(?! (?:the|an?|any|all|that|this|these|its|their|each|be bound|\w+ing)\b)|ha(?:s|ve) to|(?:is|are) to(?! be\b)|(?:is|are) (?:required|expected|obliged|obligated|responsible) (?:to|for)|(?:is|are) in charge of)\b(?:, [^,;.]{3,60},)?(?:,? (?:as follows|the following))?:? (?=[\w$£€"“(])/gi

/** `Warrants to NICE that`, `agrees to Schedule 2`: what follows names somebody or something. */
const isToDo = ({ 0: whole, index, input }: RegExpExecArray) =>
  !/\bto $/.test(whole) ||
  /^[a-z("“$£€(]|^[A-Z]{2,} [A-Z]{2,}/.test(input.slice(index + whole.length, index + whole.length + 12))

/** The words of duty in a sentence, in order. */
export const dutyWords = (sentence: string): DutyWord[] =>
  matchesOf(sentence, DUTY)
    .filter(isToDo)
    .map(({ 0: whole, index, groups }) => ({
      start: index,
      end: index + whole.length,
      isPlain: /^(?:shall|must)$/i.test(groups?.duty ?? ''),
    }))

/** What somebody is not bound to do, may, has, or becomes. */
const NO_DEED = [
  /^(?:also |then |hereby |thereafter |at (?:any|all) times? )?(?:not\b(?! only)|never\b|only be\b|in no (?:event|case|way)\b|under no\b|neither\b|nor\b|no\b|no longer\b)/i,
  /^(?:also |then |each |at all times |thereafter )?(?:have|retain|possess|enjoy|receive and retain|be granted)\b(?! (?:in place|available|ready|on hand|at least))[^,;]{0,60}\b(?:rights?|option|options|obligations?|authority|discretion|liabilit(?:y|ies)|power|claims?|interest|benefit|meaning|time|opportunity|recourse|remed(?:y|ies)|title|ownership|(?:additional|further) (?:period|days?))\b/i,
  /^(?:also |then |each |thereafter |exclusively |solely )?(?:mean|receive|owe no|survive|constitute|include|remain in (?:force|effect|full)|expire|continue (?:in|to be|until|to apply)|inure|apply to|prevail|consist|occur|become|exist|form part|take effect|accrue|vest|come into|belong|own|suffer|incur|forfeit|lose|result|arise|appear|cease|be deemed|be or become)\b/i,
]
/** `Shall be responsible for` binds; `shall be paid` does not, nor does `shall be entitled`. */
const BE =
  /^(?:also |then |each |thereafter |otherwise |at all times |solely |jointly (?:and severally )?|fully )*be\b(?! (?:(?:solely|fully|jointly|primarily|also|and remain|personally|at all times|exclusively) )*(?:responsible|required to|obliged|obligated|accountable|in charge|present|available|represented|insured|trained|qualified|certified|licensed|staffed|ready|open|prepared|on (?:duty|call|site)|at (?:the|work)|in attendance|reachable|cooperative|diligent))/i

/** Whether what stands behind a word of duty is to be done. */
export const isDeed = (what: string): boolean =>
  !BE.test(what) && !NO_DEED.some(pattern => pattern.test(what))
