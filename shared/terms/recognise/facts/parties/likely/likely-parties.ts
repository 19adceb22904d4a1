import type { LinearModel } from '../../../linear-model.ts'
import type { PlainText } from '../../../text/plain-text.ts'
import type { PartySegment } from '../party-segments.ts'
import { withShortNames } from '../short-names-told.ts'
import { nameCandidates } from './name-candidates.ts'
import { nameFeatures } from './name-features.ts'

const MOST = 30

/**
 * The names that a model which has learnt from labelled agreements takes for those of the parties, from this chance on, in the order
 * of the text.
 */
export function likelyParties(text: PlainText, model: LinearModel, least: number): readonly PartySegment[] {
  const { plain } = text
  const candidates = nameCandidates(text)
  const chances = nameFeatures(plain, candidates).map(
    features => 1 / (1 + Math.exp(-model.bias - model.scoreOf(features))),
  )
  const likeliest = candidates
    .map(({ name, places }, at) => ({ name, start: places[0] ?? 0, chance: chances[at] ?? 0 }))
    .filter(({ chance }) => chance >= least)
    .sort((a, b) => b.chance - a.chance)
  const chosen: PartySegment[] = []
  for (const { name, start } of likeliest)
    if (chosen.length < MOST && !chosen.some(other => namesOne(other.name, name)))
      chosen.push({ name, shortNames: [], start, end: start + name.length })
  return withShortNames(
    plain,
    chosen.sort((a, b) => a.start - b.start),
  )
}

/** Whether one of two names is within the other, so that both cannot be those of parties: they name one, or one of them names two. */
export function namesOne(a: string, b: string): boolean {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()]
  return left.includes(right) || right.includes(left)
}
