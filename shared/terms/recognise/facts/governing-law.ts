import { type Found, inText, type Reading } from '../reading.ts'
import { matchesOf } from '../text/matches-of.ts'
import { type PlaceIn, placesIn } from '../values/places.ts'
import { lawNamed } from './law-named.ts'

const CUE = /\b(?:laws?|legislation|statutes?|regulations)\b/i
/** A choice of law says that the agreement is governed, construed, interpreted or subject; laws named otherwise are no choice. */
const RULES: readonly (readonly [rule: string, score: number, pattern: RegExp])[] = [
  [
    'governed by the law of a place',
    0.97,
    /\b(?:governed|construed|interpreted|controlled|determined|regulated)\b.{0,220}?\b(?:laws?|legislation|statutes?|regulations)\b/i,
  ],
  [
    'subject to the law of a place',
    0.9,
    /\b(?:subject to|enforced|in accordance with|pursuant to|under|choose)\b.{0,120}?\b(?:laws?|legislation)\b/i,
  ],
  [
    'the law of a place shall govern',
    0.95,
    /\blaws?\b.{0,160}?\b(?:shall|will|to|must|does)? ?(?:governs?|apply|applies|control|be applicable|be applied|applicable)\b/i,
  ],
  ['heading of applicable law', 0.85, /\b(?:governing|applicable|choice of) law\b/i],
]
/** Where a company was formed, or which laws a person must keep to, is no choice of law. */
const NO_CHOICE =
  /\b(?:organi[sz]ed|existing|incorporated|formed|violation of|established|registered|created|chartered|(?:comply|complies|compliance|accordance) with (?:all )?(?:applicable|the securities|all))\b/i

/**
 * The law that governs, where a sentence chooses it: the place behind `laws of`, or an adjective of law. Several sentences are
 * ranked by how plainly they choose for the whole agreement; the first of the best is taken.
 */
export function governingLaw(reading: Reading): Found[] {
  let best: Found | null = null
  for (const one of inText(reading, reading.each(read)))
    if (!best || one.confidence > best.confidence) best = one
  best ??= lastOf(inText(reading, reading.each(readNamed)))
  return best ? [{ ...best, confidence: Math.min(0.98, best.confidence) }] : []
}

const readNamed = (sentence: string, before: string): Found[] => {
  const found = lawNamed(sentence, before)
  return found ? [found] : []
}

/** The surest; of several the last, as the law stands near the end of an agreement. */
const lastOf = (found: readonly Found[]): Found | null =>
  found.reduce<Found | null>((best, one) => (best && best.confidence > one.confidence ? best : one), null)

/** Other laws that the text as plainly chooses for the whole agreement. */
export const rivalLaws = (reading: Reading, chosen: readonly Found[]): Found[] =>
  inText(reading, reading.each(read)).flatMap(one =>
    one.confidence >= 0.95 && chosen.some(({ start }) => start !== one.start)
      ? [{ ...one, confidence: Math.min(0.98, one.confidence) }]
      : [],
  )

/** A line of a form: `Governing Law: Ohio`; the heading may be a sentence of its own. */
const LABELLED =
  /^(?:[\d.]{1,6} )?(?:(?:governing|applicable|choice of|proper) )?law(?:(?: and|,) (?:disputes|jurisdiction|venue|forum))? ?[:.-] ?(?:the )?(?:(?:state|commonwealth|republic|province) of )?(?=[A-Z])/i
const IS_HEADING =
  /^(?:[\d.]{1,6} )?(?:governing|applicable|choice of) law(?:; (?:venue|jurisdiction))?[.:]$/i

function labelled(sentence: string, before: string): Found[] {
  const lead =
    LABELLED.exec(sentence)?.[0] ??
    (IS_HEADING.test(before)
      ? (/^(?:the )?(?:(?:state|commonwealth|republic|province) of )?/i.exec(sentence)?.[0] ?? '')
      : null)
  const place = lead === null ? undefined : placesIn(sentence).find(({ start }) => start === lead.length)
  if (!place || !/^(?: law)?\W*$/i.test(sentence.slice(place.end))) return []
  return [
    {
      kind: 'governing-law',
      value: { kind: 'text', text: place.place },
      start: place.start,
      end: place.end,
      confidence: 0.9,
      rule: 'heading of applicable law',
    },
  ]
}

function read(sentence: string, before: string): Found[] {
  if (sentence.length < 120) {
    const found = labelled(sentence, before)
    if (found.length > 0) return found
  }
  if (!CUE.test(sentence)) return []
  const rule = RULES.find(([, , pattern]) => pattern.test(sentence))
  const choice = rule && chosenPlace(sentence)
  if (!choice) return []
  const score = rule[1] + aboutAll(sentence) - (NO_CHOICE.test(sentence) ? 0.25 : 0)
  if (score < 0.75) return []
  const { place, start, end } = choice
  return [
    {
      kind: 'governing-law',
      value: { kind: 'text', text: place },
      start,
      end,
      confidence: score,
      rule: rule[0],
    },
  ]
}

const aboutAll = (sentence: string) =>
  (/\b(?:this|the) (?:\w+ ){0,3}(?:agreement|contract|letter|lease|license|schedule)\b/i.test(sentence)
    ? 0.05
    : 0) +
  (/conflicts?|choice of law|without (?:giving|regard|reference)/i.test(sentence) ? 0.03 : 0) -
  (/\b(?:arbitrat\w+|sales of goods) (?:act|law)/i.test(sentence) ? 0.1 : 0)

/** `the laws of the United States and of the State of Ohio`: the state's law is what is chosen. */
function stateOf(sentence: string, places: readonly PlaceIn[], chosen: PlaceIn): PlaceIn {
  if (chosen.place !== 'United States') return chosen
  const next = places.find(({ start, place }) => start > chosen.end && place !== 'United States')
  const between = sentence.slice(chosen.end, next?.start ?? 0)
  return next && /^[^.;]{0,120}\b(?:laws? of|and(?: of)?) (?:the )?(?:state|commonwealth) of $/i.test(between)
    ? next
    : chosen
}

/** `regulations of the United States Department of Commerce`: an office has no law to choose. */
const OF_AN_OFFICE =
  /^(?: of America)?'?s? (?:Department|Government|Congress|Treasury|Securities|Bankruptcy|Patent|Export|Customs|Food|Bureau|Office|Federal (?!law)|Environmental|Internal Revenue)/i

/** The first place right behind `law`, else the first whose adjective stands at `law`, else the first in the sentence. */
function chosenPlace(sentence: string) {
  const places = placesIn(sentence)
  const behind =
    /\b(?:laws?|legislation|statutes?|regulations)\b[^.]{0,25}?\b(?:of|in|for)\b(?: (?:the|force|effect))?/gi
  for (const match of matchesOf(sentence, behind)) {
    const end = match.index + match[0].length
    const near = places.find(
      ({ start, end: placeEnd }) =>
        start >= end &&
        start - end < 45 &&
        !OF_AN_OFFICE.test(sentence.slice(placeEnd, placeEnd + 40)) &&
        !/[.;(]|\b(?:court|excluding|except)/i.test(sentence.slice(end, start)),
    )
    if (near) return stateOf(sentence, places, near)
  }
  const beside = places.find(
    place =>
      /\blaws?$/i.test(sentence.slice(place.start, place.end)) ||
      /^(?:'s)? (?:\w+ )?laws?\b/i.test(sentence.slice(place.end, place.end + 24)),
  )
  return beside ?? null
}
