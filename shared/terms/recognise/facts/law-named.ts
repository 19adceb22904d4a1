import type { Found } from '../reading.ts'
import { type PlaceIn, placesIn } from '../values/places.ts'

const LAW = '(?:laws?|common law|statutes|legislation|civil code|code of obligations|commercial code)'
/** `the laws in force in the Province of`, before a place. */
const LAW_OF = new RegExp(
  `\\b${LAW}(?: and statutes)?(?: (?:in force|applicable|is that|that))? (?:of|in)(?: the)?(?: (?:state|commonwealth|province|republic|federal republic|kingdom|people's republic) of)?(?: the)? $`,
  'i',
)
/** `Ohio law`, behind a place; an adjective holds its `law` already. */
const LAW_BEHIND = new RegExp(
  `^(?:'s?)? (?:(?:substantive|internal|domestic|common|civil|public) )?${LAW}\\b`,
  'i',
)
/** What a law does to an agreement, in whatever words. */
const GOVERNS =
  /\b(?:controls?|decides?|rules?|appl(?:y|ies|ied)|governs?|governed|looked to|falls? under|covers?|counts|measure|read|interpret\w*|interpretation|construed|construction|determined|agreed|selects?|selection|choice|choose|chosen|follows?|subject|according|used|in light of|call for|contract is|proper law|which law|remain the basis)\b/i
const OF_SOMETHING_ELSE =
  /\b(?:organi[sz]ed|existing|incorporated|formed|amalgamated|registered|created|chartered|constituted|established|violat\w+|compl(?:y|ies|iance)|required by|requires?|demands?|permit\w*|defined|guarantee[ds]?|guaranty|its own law|lender|trust under|authority of|power\w*|pursuant to)\b/i
const HEADING = /^(?:[\w.§()]{1,6} )?(?:the |governing |applicable |choice of |which |proper )*law\b/i
const LEAD_OF_HEADING =
  /^(?:[\w.§()]{1,6} )?(?:(?:the |governing |applicable |choice of |which |proper )*law(?: and \w+)?\b ?[.:?-]* ?)?(?:that of )?(?:the )?(?:laws? of )?(?:the )?(?:(?:state|commonwealth|republic|province) of )?$/i
const SHORT = 90

/**
 * Where a sentence names the law of a place in words that no rule knows: `Kenyan law is what counts`, `Law. Utah.`, `the Civil Code of
 * Poland applies`. Null where it does not, or speaks of the law of something else.
 */
export function lawNamed(sentence: string, before: string): Found | null {
  if (sentence.length > 700) return null
  const underHeading = before.length < 40 && HEADING.test(before)
  if (!underHeading && !/\b(?:law|statute|legislation|civil code|code of obligations)/i.test(sentence))
    return null
  if (OF_SOMETHING_ELSE.test(sentence)) return null
  const place = placesIn(sentence).find(one => isLawOf(sentence, one, underHeading))
  if (!place) return null
  const isShort = sentence.length < SHORT
  if (!isShort && !GOVERNS.test(sentence)) return null
  return {
    kind: 'governing-law',
    value: { kind: 'text', text: place.place },
    start: place.start,
    end: place.end,
    confidence: 0.62 + (GOVERNS.test(sentence) ? 0.06 : 0) + (underHeading ? 0.06 : 0),
    rule: 'law of a place named',
  }
}

function isLawOf(sentence: string, { start, end }: PlaceIn, underHeading: boolean): boolean {
  const before = sentence.slice(0, start)
  if (/\blaws?$/i.test(sentence.slice(start, end))) return true
  if (LAW_BEHIND.test(sentence.slice(end)) || LAW_OF.test(before)) return true
  return (underHeading || HEADING.test(sentence)) && LEAD_OF_HEADING.test(before)
}
