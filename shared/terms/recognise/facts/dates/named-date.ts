import { type DateIn, datesIn } from '../../values/dates-in.ts'

/**
 * The day that a text gives a name (`1 May 2027 (the "Launch Date")`, `"Launch Date" means 1 May 2027`), or null where it gives
 * none or says it in other words.
 */
export function namedDate(plain: string, name: string): DateIn | null {
  for (let at = plain.indexOf(`"${name}`); at >= 0; at = plain.indexOf(`"${name}`, at + 1)) {
    const end = at + name.length + 1
    const behind = plain.slice(end, end + 90)
    if (/^,?" ?(?:means|shall mean|is|shall be|:|-)/i.test(behind)) {
      const date = datesIn(behind)[0]
      if (date && date.start < 40) return moved(date, end)
    }
    const from = Math.max(0, at - 60)
    const before = plain.slice(from, at)
    const date = datesIn(before).at(-1)
    if (
      date &&
      /^,? ?\((?:herein(?:after)?,? )?(?:called |referred to as )?(?:the )?$/i.test(before.slice(date.end))
    )
      return moved(date, from)
  }
  return null
}

const moved = (date: DateIn, by: number): DateIn => ({
  ...date,
  start: date.start + by,
  end: date.end + by,
})
