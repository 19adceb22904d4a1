import type { DisputeStep } from '../finding.ts'
import { type Found, inText, type Reading } from '../reading.ts'

const ABOUT =
  /\b(?:disputes?|controvers\w+|claims?|differences?|disagreements?|arbitrat\w+|mediat\w+|jurisdiction|venue|proceedings?|legal action|suit)\b/i
const STEPS: readonly (readonly [step: DisputeStep, pattern: RegExp])[] = [
  [
    'negotiation',
    /\b(?:(?:good[- ]faith|amicabl[ey]|friendly) (?:\w+ ){0,3}(?:negotiat\w+|consult\w+|discuss\w+|settle\w*|resol\w+)|(?:settle|resolve)d? (?:\w+ ){0,4}amicabl[ey]|escalat\w+ (?:\w+ ){0,6}(?:executive|management|officer|director)\w*|negotiat\w+ (?:\w+ ){0,6}(?:dispute|resol\w+|settle\w*)|(?:dispute|controversy|matter)[^.;]{0,90}\b(?:negotiat\w+|consult\w+ with each other|referred to (?:\w+ ){0,4}(?:executive|management|officer|director)s?))/i,
  ],
  ['mediation', /\bmediat(?:ion|ed|e|or)\b/i],
  [
    'expert',
    /\b(?:expert determination|independent expert|determined by an? expert|referred to (?:an? )?(?:independent )?expert)\b/i,
  ],
  [
    'arbitration',
    /\b(?:(?<!\bnot )(?:settled|resolved|decided|determined|submitted|referred|finally)[^.;]{0,80}\barbitrat\w+|binding arbitration|arbitration (?:in accordance|shall|proceeding|administered|under)|arbitrators? (?:shall|will))\b/i,
  ],
  [
    'courts',
    /\b(?:(?:exclusive|non-?exclusive|personal|sole) jurisdiction|jurisdiction (?:and venue )?of the|courts? (?:of|in|located|sitting|having)|state (?:and|or) federal courts?|submit\w* to (?:the )?(?:\w+[ -]?){0,3}jurisdiction|venue (?:shall|will|for|in|of))\b/i,
  ],
]
const SEAT =
  /\b(?:courts? (?:located |sitting |situated )?(?:of|in|for) (?:the )?|(?:held|conducted|take place|located|seat(?:ed)?|venue|arbitration)(?: shall be| will be| is)? (?:in|at) (?:the )?)(?<place>(?:State of |County of |City of |Province of )?[A-Z][\w.]*(?:(?:, | and | of )?(?:the )?[A-Z][\w.]*){0,5})/

/** The steps by which a dispute is settled, in the order of the text; each kind of step once, where it is said most fully. */
export function disputes(reading: Reading): Found[] {
  const found = new Map<DisputeStep, Found>()
  for (const one of inText(reading, reading.each(read))) {
    if (one.value.kind !== 'dispute-step') continue
    if (one.confidence > (found.get(one.value.step)?.confidence ?? 0)) found.set(one.value.step, one)
  }
  return [...found.values()].sort((a, b) => a.start - b.start)
}

function read(sentence: string): Found[] {
  const found: Found[] = []
  if (ABOUT.test(sentence) && sentence.length >= 30) {
    for (const [step, pattern] of STEPS) {
      const match = pattern.exec(sentence)
      if (
        !match ||
        /\b(?:no|not|without|waives?)\b[^.;]{0,12}$/i.test(
          sentence.slice(Math.max(0, match.index - 60), match.index),
        )
      )
        continue
      const place =
        step === 'arbitration' || step === 'courts'
          ? (SEAT.exec(sentence)?.groups?.place?.replace(/[.,]+$/, '') ?? null)
          : null
      const confidence = (/\bdisputes?|controvers/i.test(sentence) ? 0.85 : 0.7) + (place ? 0.08 : 0)
      found.push({
        kind: 'dispute-step',
        value: { kind: 'dispute-step', step, place },
        start: match.index,
        end: match.index + match[0].length,
        confidence,
        rule: `words of ${step}`,
      })
    }
  }
  return found
}
