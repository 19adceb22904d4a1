import type { Found } from '../../reading.ts'
import { listedIn, listStart } from '../../text/list-items.ts'
import { bareWho, isSomebody } from '../somebody.ts'
import { dueBefore, dueOf } from './due-of.ts'
import { dutyWords, isDeed } from './duty-words.ts'
import { whoIsBound } from './who-is-bound.ts'

const MAX = 400
const LEAST = 6
const LEADS_ON = /(?:[,;.]|\b(?:and|but|while|or)) *$/i
const GOES_ON = /(?:\b(?:and|but|or|also),?|,) $/i
const BE_DONE_BY = /^be \w+(?: \w+)? by (?:the |each )?[A-Z]/

/** Each word of duty binds who stands before it, or, where it goes on (`and shall`), who was bound last. */
export function boundIn(sentence: string): Found[] {
  const words = dutyWords(sentence)
  const bonds = words.flatMap((word, index) => {
    const own = whoIsBound(sentence, words[index - 1]?.end ?? 0, word.start)
    // `Shall ensure that` is one duty.
    return own || GOES_ON.test(sentence.slice(0, word.start)) ? [{ ...word, own }] : []
  })
  let who: string | null = null
  return bonds.flatMap(({ start, end, isPlain, own }, index): Found[] => {
    if (own) who = isSomebody(bareWho(own.who)) ? own.who : null
    if (who === null) return []
    const next = bonds[index + 1]
    const upToNext = sentence.slice(end, next?.own?.start ?? next?.start)
    // `Shall ensure that the Supplier shall …`: what belongs to the duty is not cut off it.
    const rest = LEADS_ON.test(upToNext) ? upToNext : sentence.slice(end)
    const at = own?.start ?? start
    const due = dueOf(sentence.slice(start, end)) ?? dueBefore(sentence.slice(0, at))
    const bound = { who: bareWho(who), due, isPlain }
    if (!listStart(rest)) return dutyOf(bound, rest, at, end)
    return listedIn(rest).flatMap(item => dutyOf(bound, item.text, end + item.start, end + item.start))
  })
}

/** The duty of somebody to do what `rest` begins with, which stands at `from`; none where that is nothing to be done. */
export function dutyOf(
  { who, due, isPlain }: { readonly who: string; readonly due: string | null; readonly isPlain: boolean },
  rest: string,
  start: number,
  from: number,
): Found[] {
  const what = whatIn(rest)
  if (what.length < LEAST || !isDeed(what) || BE_DONE_BY.test(what)) return []
  return [
    {
      kind: 'obligation',
      value: { kind: 'obligation', who, what, due: dueOf(what) ?? due },
      start,
      end: from + what.length,
      confidence: isPlain ? 0.75 : 0.6,
      rule: 'somebody is bound to do something',
    },
  ]
}

/** Up to the end of the sentence or of the item, without what leads on to the next duty. */
const whatIn = (text: string): string =>
  (/^[^;\n]*/.exec(text)?.[0] ?? '')
    .slice(0, MAX)
    .replace(/[\s,.]*(?:\b(?:and|but|while|or|which|who|that)\b[\s,]*)*$/i, '')
