import { matchesOf } from '../../text/matches-of.ts'
import { isSomebody, ROLES } from '../somebody.ts'

/** A duty that is told in the present: who does what. */
export interface PresentDuty {
  readonly who: string
  readonly what: string
  readonly start: number
  readonly end: number
}

/** What parties do for each other, in words of work; being, having and declaring are no duties. */
const DEEDS =
  'deliver|provide|suppl(?:y|ie)|pay|keep|maintain|send|report|hand|draw|prepare|publish|train|insure|repair|clean|store|check|operate|collect|transport|carr(?:y|ie)|appoint|name|meet|review|audit|verif(?:y|ie)|inform|notif(?:y|ie)|tell|answer|support|give|bear|cover|contribute|transfer|return|refund|invoice|record|measure|monitor|call|convene|chair|organi[sz]e|host|run|staff|manage|lead|open|close|install|build|plant|feed|house|bring|take|fetch|make|write|submit|file|translate|test|inspect|replace|remove|empt(?:y|ie)|plough|grit|heat|light|guard|protect|secure|design|develop|produce|print|advertise|promote|market|sell|buy|hire|recruit|second|teach|coach|advise|consult|coordinate|share|divide|credit|reimburse|compensate|acknowledge receipt|respond|resolve|settle|document|explain|present|propose|decide|approve|sign|set up|set aside|look after|see to|take care'
const PRESENT = new RegExp(
  `(?:^|[;:] |, (?:and|while) )(?<who>(?:(?:[Tt]he|[Ee]ach|[Ee]very|[Bb]oth|[Aa]ll|[Ee]ither) )?(?:(?:[a-z][\\w-]+ ){0,2}(?:${ROLES}|part(?:y|ie))(?:e?s)?|[A-Z][\\w&.'-]*(?: (?:of |the |and )?[A-Z][\\w&.'-]*){0,3})|We|You) (?:also |then |always |jointly |together )?(?<what>(?:${DEEDS})(?:e?s)? (?!no\\b|of\\b|by\\b|is\\b|are\\b|shall\\b)[^.;\\n]{5,})`,
  'g',
)
const DONE_BY =
  /^(?<thing>(?!Once|Even|In |It |If )(?:The |All |Each )?[A-Za-z][\w-]*(?: [\w-]+){0,5}?) (?:is|are) (?<deed>(?!governed|construed|bound|owned|defined|amended|limited|used|known|held|given|understood|affected|issued|made up)[a-z]+(?:ed|en|id|nt|pt|ade|ought)(?: out| up)?) by (?<who>(?:the |each )?(?:[A-Z][\w&.'-]*(?: [A-Z][\w&.'-]*){0,3}))(?<rest>[^.;\n]{0,200})/
/** Reasons, conditions and definitions tell what is, not what is owed. */
const TELLS =
  /^(?:whereas|if|when|where|as|because|since|although|in case|for example|"|\()|\bmeans\b|\b(?:was|were|has been|have been)\b/i
const NOT_WHO =
  /^(?:section|article|clause|annex|exhibit|this|please|unless|to|in|an?|the|our|help|full|[A-Z]\.)$|^(?:section|article|clause|annex|exhibit|this|please|unless|to|in|[A-Z]\.) |'s$/i
const LONGEST = 300

/** One does, several do: a noun beside another (`The review period`) is no deed. */
function agree(who: string, what: string): boolean {
  const one = /^\w+s\b(?<!\b(?:addres|acces|proces|pres|discus|focus)s)/.test(what)
  const several = /^(?:we|you|both|all)\b|(?<!s)s$| and /i.test(who)
  return several ? !one || !/^(?:we|you|both|all)\b/i.test(who) : one
}

/** Duties in a sentence without a word of duty: `The Carrier drives the vans; the Town pays for them.` Short sentences only. */
export function presentDuties(sentence: string): PresentDuty[] {
  if (sentence.length > LONGEST || TELLS.test(sentence)) return []
  const active = matchesOf(sentence, PRESENT).flatMap(match => {
    const { who = '', what = '' } = match.groups ?? {}
    if (!isSomebody(who) || NOT_WHO.test(who) || !agree(who, what)) return []
    const start = match.index + match[0].indexOf(who)
    return [{ who, what: what.trim(), start, end: match.index + match[0].length }]
  })
  if (active.length > 0) return active
  const { who = '', thing = '', deed = '', rest = '' } = DONE_BY.exec(sentence)?.groups ?? {}
  if (who === '' || !isSomebody(who) || /^it\b/i.test(thing)) return []
  return [{ who, what: `${thing} ${deed}${rest}`.trim(), start: 0, end: sentence.length }]
}
