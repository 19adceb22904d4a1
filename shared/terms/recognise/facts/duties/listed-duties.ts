import type { Found, Reading } from '../../reading.ts'
import { markLength } from '../../text/list-items.ts'
import { bareWho, isSomebody } from '../somebody.ts'
import { dutyOf } from './bound-in.ts'
import { dueBefore, dueOf } from './due-of.ts'
import { whoIsBound } from './who-is-bound.ts'

/** `The Supplier shall:` with what it shall do in the lines below. */
const LEAD_IN =
  /\b(?<duty>shall|will|must|agrees? to|undertakes? to|commits? to|ha(?:s|ve) to|(?:is|are) to|(?:is|are) (?:required|expected|obliged|obligated|responsible) (?:to|for))(?<rest>[^:;.]{0,60})?:?$/i
const MOST_ITEMS = 40
const LONGEST = 600

interface Lead {
  readonly who: string
  readonly due: string | null
  readonly isPlain: boolean
}

/**
 * The duties in lists whose items stand on lines of their own, under a line that says whom they bind. An item in which a duty was
 * found (`bySentence`) says itself who is bound.
 */
export function listedDuties(reading: Reading, bySentence: readonly (readonly Found[])[]): Found[] {
  const leads = reading.each(leadIn)
  return leads.flatMap((lead, index) => {
    if (!lead) return []
    const found: Found[] = []
    for (let at = index + 1; at <= index + MOST_ITEMS; at += 1) {
      const item = reading.words[at] ?? ''
      const mark = markLength(item)
      if (mark === 0) break
      if ((bySentence[at] ?? []).length > 0) continue
      const start = (reading.sentences[at]?.start ?? 0) + mark
      found.push(...dutyOf(lead, item.slice(mark), start, start))
    }
    return found
  })
}

function leadIn(sentence: string): Lead | null {
  if (sentence.length > LONGEST) return null
  const { index = 0, groups } = LEAD_IN.exec(sentence) ?? {}
  const ownWords = groups?.rest?.trim() ?? ''
  if (groups?.duty === undefined || (ownWords !== '' && !sentence.endsWith(':'))) return null
  const bound = whoIsBound(sentence, 0, index)
  if (!bound || !isSomebody(bareWho(bound.who)) || /^not\b/i.test(ownWords)) return null
  return {
    who: bareWho(bound.who),
    due: dueOf(ownWords) ?? dueBefore(sentence.slice(0, bound.start)),
    isPlain: /^(?:shall|must)$/i.test(groups.duty),
  }
}
