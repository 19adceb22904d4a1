import { type DateIn, datesIn, moved } from '../../values/dates-in.ts'

/**
 * The day that a text gives a name (`1 May 2027 (the "Launch Date")`, `"Launch Date" means 1 May 2027`), or null where it gives
 * none or says it in other words. Contracts that define words in bold or behind no quotes write `Launch Date means 1 May 2027`.
 */
export function namedDate(plain: string, name: string): DateIn | null {
  for (let at = plain.indexOf(name); at >= 0; at = plain.indexOf(name, at + 1)) {
    const isQuoted = plain[at - 1] === '"'
    const end = at + name.length
    const behind = plain.slice(end, end + 90)
    if ((isQuoted ? QUOTED_MEANS : MEANS).test(behind)) {
      const date = datesIn(behind)[0]
      if (date && date.start < 40) return moved(date, end)
    }
    if (!isQuoted) continue
    const from = Math.max(0, at - 61)
    const before = plain.slice(from, at - 1)
    const date = datesIn(before).at(-1)
    if (
      date &&
      /^,? ?\((?:herein(?:after)?,? )?(?:called |referred to as )?(?:the )?$/i.test(before.slice(date.end))
    )
      return moved(date, from)
  }
  return null
}

const QUOTED_MEANS = /^,?" ?(?:means|shall mean|is|shall be|:|-)/i
const MEANS = /^ (?:means|shall mean) |^ ?: ?(?=\d)/i
