import { CHANGE_CUES } from './cues/change-cues.ts'
import { CONDUCT_CUES } from './cues/conduct-cues.ts'
import { PRICE_CUES } from './cues/price-cues.ts'
import { RIGHT_CUES } from './cues/right-cues.ts'

/**
 * Turns of phrase by which lawyers write each kind of clause, for sentences in lower case. The model takes them as features beside
 * single words: words that stand apart in a sentence mean something only together, and rare kinds have too few examples to show it.
 * Their order numbers them: changing one makes it necessary to train the model again.
 */
const GROUPS = [...CONDUCT_CUES, ...CHANGE_CUES, ...PRICE_CUES, ...RIGHT_CUES]

/** Number of turns of phrase. */
export const CUES = GROUPS.reduce((sum, { cues }) => sum + cues.length, 0)

const PERCENT = 37

/** Stems by their first three letters, with the number of their group. */
const STEMS = new Map<number, { readonly stem: string; readonly group: number }[]>()
for (const [group, { stems }] of GROUPS.entries())
  for (const stem of stems) {
    const key = startAt(stem, 0)
    STEMS.set(key, [...(STEMS.get(key) ?? []), { stem, group }])
  }

/** Indices of the turns of phrase that a sentence in lower case holds, in order. */
export function cuesIn(sentence: string): number[] {
  const about = groupsIn(sentence)
  const found: number[] = []
  let index = 0
  for (const [group, { cues }] of GROUPS.entries()) {
    if (about[group])
      for (const [offset, cue] of cues.entries()) if (cue.test(sentence)) found.push(index + offset)
    index += cues.length
  }
  return found
}

/** Which groups have a stem at the start of a word, in one pass over the sentence. */
function groupsIn(sentence: string): Uint8Array {
  const about = new Uint8Array(GROUPS.length)
  let inWord = false
  for (let at = 0; at < sentence.length; at += 1) {
    const code = sentence.charCodeAt(at)
    const letter = code >= 97 && code <= 122
    if ((letter && !inWord) || code === PERCENT)
      for (const { stem, group } of STEMS.get(startAt(sentence, at)) ?? [])
        if (sentence.startsWith(stem, at)) about[group] = 1
    inWord = letter
  }
  return about
}

function startAt(text: string, at: number): number {
  if (text.charCodeAt(at) === PERCENT) return PERCENT
  return (text.charCodeAt(at) << 16) | (text.charCodeAt(at + 1) << 8) | text.charCodeAt(at + 2)
}
