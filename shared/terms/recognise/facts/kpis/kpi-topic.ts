import { figuresIn } from './figures/figures-in.ts'
import { NUMBERED } from './kpi-numbered.ts'
import { cleanedName } from './kpi-words.ts'

const INTRODUCED =
  /\b(?:the|our|a|one) (?:first |second |third |fourth |next |last |other |main |key |most important )?(?:measure|indicator|kpi|goal|target|criterion|service level|figure)(?: (?:for|of) [^.;,]{2,50}?)? (?:is|concerns|counts) (?<name>[^.;:,]{3,80})/i
const LOOKED_AT =
  /^(?:the )?(?<name>[^.;:,]{3,80}?) (?:is|are|shall be|will be) (?:\w+ly )?(?:determined|measured|reported|counted|monitored|recorded|calculated|assessed|reviewed|surveyed|tracked|taken|expressed|defined|agreed|important|decisive|checked)\b/i
const COUNTED =
  /\b(?:records?|measures?|counts?|monitors?|reports?|tracks?|surveys?|looks? at|watch(?:es)?)(?: on)? (?:the )?(?<name>[^.;:,]{3,90})/i
const CONTAINS_VERB = /\b(?:is|are|was|were|shall|will|must|has|have|may|can|should)\b/i
/** What points further back. */
const POINTS_BACK = /^(?:it|this|these|those|they|that|such|the (?:value|figure|number))\b/i

/** What a sentence is about, for one behind it that says only `it`; null where it points further back, empty where it tells nothing. */
export function topicOf(sentence: string): string | null {
  const text = sentence.replace(/^[\s\d.()•*-]+(?=[A-Z])/, '').replace(/[.:;]$/, '')
  if (POINTS_BACK.test(text)) return null
  const named = INTRODUCED.exec(text) ?? LOOKED_AT.exec(text) ?? COUNTED.exec(text)
  if (named) return cleanedName(named.groups?.name ?? '')
  const heading = text.replace(NUMBERED, '')
  if (!CONTAINS_VERB.test(heading) && heading.split(' ').length <= 14 && figuresIn(heading).length === 0)
    return cleanedName(heading)
  const last = figuresIn(text).at(-1)
  const counted =
    last && last.unit === null
      ? /^ (?<name>[a-z][a-z -]{2,40})$/.exec(text.slice(last.after))?.groups?.name
      : undefined
  return counted === undefined ? '' : cleanedName(counted)
}
