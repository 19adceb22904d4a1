import { CHANGE_CUES } from './cues/change-cues.ts'
import { CONDUCT_CUES } from './cues/conduct-cues.ts'
import { PRICE_CUES } from './cues/price-cues.ts'
import { RIGHT_CUES } from './cues/right-cues.ts'
import { StemIndex } from './stem-index.ts'

/**
 * Turns of phrase by which lawyers write each kind of clause, for sentences in lower case. The model takes them as features beside
 * single words: words that stand apart in a sentence mean something only together, and rare kinds have too few examples to show it.
 * Their order numbers them: changing one makes it necessary to train the model again.
 */
const GROUPS = [...CONDUCT_CUES, ...CHANGE_CUES, ...PRICE_CUES, ...RIGHT_CUES]

/** Number of turns of phrase. */
export const CUES = GROUPS.reduce((sum, { cues }) => sum + cues.length, 0)

const STEMS = new StemIndex(GROUPS.map(group => group.stems))
/** For each group whether a sentence holds any of its turns: most hold none, and one pattern is quicker asked than nine. */
const ANY = GROUPS.map(({ cues }) => new RegExp(cues.map(({ source }) => source).join('|')))

/** Each turn with its index, by group. */
const NUMBERED = GROUPS.map(({ cues }, group) => {
  const before = GROUPS.slice(0, group).reduce((sum, { cues }) => sum + cues.length, 0)
  return cues.map((cue, offset) => ({ cue, index: before + offset }))
})

/** Indices of the turns of phrase that a sentence in lower case holds, in order. */
export function cuesIn(sentence: string): number[] {
  const about = STEMS.groupsIn(sentence)
  const found: number[] = []
  for (let group = 0; group < GROUPS.length; group += 1)
    if (about[group] && ANY[group]?.test(sentence))
      for (const { cue, index } of NUMBERED[group] ?? []) if (cue.test(sentence)) found.push(index)
  return found
}
