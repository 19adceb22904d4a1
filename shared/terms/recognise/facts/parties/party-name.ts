import { isRole } from '../somebody.ts'

/** Endings that show that a name is an organisation's. */
const LEGAL_FORM =
  /\b(?:inc|incorporated|corp|corporation|company|co|llc|l\.l\.c|ltd|limited|lp|l\.p|llp|plc|gmbh|ag|s\. ?a|s\.? ?p\. ?a|s\.? ?r\. ?l|b\. ?v|n\. ?v|n\. ?a|s\.a\.s|kk|k\. ?k|s\. ?r\. ?o|s\.l|d\.o\.o|a\/s|as|asa|ab|oy|pty|pte|eg|e\.v|kg|aps|sia|uab|bvba|sprl|cic|trust|fund|funds|bank|university|association|foundation|partnership|holdings|authority|ministry|council|city of|county|institute|incorporation|aktiengesellschaft)\b\.?/i
const NOT_A_NAME =
  /^(?:this|that|these|each|any|all|prior|during|article|section|whereas|agreement|the (?:agreement|parties|date|following|company$|individual|other|signator|undersigned)|either|both|such|attachments?|authority$|installation|you$|exhibit|schedule|conditions|counterparts|authority\.|assignment|resolution|applicable|if|in|for|upon|when|where|as|effective|pursuant|now|witness|recital|preliminary|background|tel|fax|attn|address|suite|room|p\.? ?o|no\.|the (?:laws?|state|growth|new york|nasdaq)|wales|england|munich|and|or|of|to|party [a-z]$|part(?:y|ies)\b|contract|order|software|term|administrator|january|february|march|april|may|june|july|august|september|october|november|december|the (?:board|security|united|province|city of london)|company (?:name|address|telephone)|director|obligations|dear|president|chairman|chief|vice|(?:the )?(?:company|executive|employee|employer|licen[sc]ee|licensor|owner|contractor|buyer|seller|supplier|customer|client|borrower|lender|agent)$|\d+\.\d)\b|^(?:inc|llc|ltd|corp|co|l\.p|lp|\d+)\.?$/i
const ADDRESS =
  /^(?:(?:\d+\w?|One|Two|Three|Four|Five) (?:[A-Z][\w.']* ){0,4}(?:street|st|avenue|ave|road|rd|drive|boulevard|blvd|lane|way|parkway|plaza|court|square|quadrangle|center|centre|tower)\b|\S+ (?:mead|house|tower|building)$)/i
const VERB =
  /\b(?:shall|will|are|is|was|were|be|has|have|hereby|agrees?|sets|bears?|desires?|dated|pursuant|constitutes?|under|made|which|may|must|acknowledges?|including|between|sells?|import|on (?:january|february|march|april|may|june|july|august|september|october|november|december))\b|\bagreement\b|\bcontract\b/i
/** A mark of a footnote or of markup, and words that join it to what is missing. */
const NO_NAME_EITHER =
  /\b(?:named|identified|listed|described) (?:in|on|above|below)\b|^\[\^|[<>{}|]|\]\(|\s(?:and|or|of|the|for|by|to|with|in|an?)$/
/** Small words that stand within names. */
const SMALL =
  /^(?:of|and|the|for|de|la|le|du|des|del|di|da|und|y|e|et|van|von|der|den|a|an|in|on|behalf|d\/b\/a|f\/k\/a|a\/k\/a|dba|doing|business|as|fka|formerly|known|s\.p\.a\.|p\.l\.c\.|pLc|e\.l\.f\.|its|acting|through|by|iVillage|iPayment)$/

/** `bluebird bio, Inc.`, `salesforce.com, inc.` */
const LOWER_CASE =
  /^[a-z][\w.-]{2,20}(?: [a-z][\w-]{1,20})?,? (?:inc|llc|ltd|corp|corporation|limited|incorporated|plc)\b/i

/** A line that goes on with a number, and the dots of a table of contents. */
const NOT_ONE_NAME = /\n ?\d|\.{4}|"|\b(?:securities and )?exchange commission\b/i

const FORM_AT_END =
  /[\s,]+(?:inc|incorporated|corp|corporation|company|co|llc|l\.l\.c|ltd|limited|lp|l\.p|llp|plc|gmbh|ag|s\.a|b\.v|n\.v|n\.a|asa|as)\.?$/i

/** A name without the legal forms at its end. */
export function bareParty(name: string): string {
  const bare = name.replace(FORM_AT_END, '')
  return bare === name ? name : bareParty(bare)
}

export const hasLegalForm = (name: string): boolean => LEGAL_FORM.test(name)

/** Whether a text can be the name of a party: short, with capitals, without a verb of a sentence. */
export function isPartyName(name: string): boolean {
  if (
    name.length < 2 ||
    name.length > 140 ||
    NOT_ONE_NAME.test(name) ||
    NOT_A_NAME.test(name) ||
    NO_NAME_EITHER.test(name) ||
    isRole(name.replace(/^the /i, '')) ||
    VERB.test(name) ||
    ADDRESS.test(name)
  )
    return false
  const words = name.split(' ').filter(word => /[a-z]/i.test(word))
  if (words.length > 16) return false
  const small = words.filter(word => /^[("']?\p{Ll}/u.test(word) && !SMALL.test(word))
  const few = LOWER_CASE.test(name) ? 2 : words.length > 3 || hasLegalForm(name) ? 1 : 0
  return small.length <= few || /^[_X[\]*●•. -]+$/.test(name)
}
