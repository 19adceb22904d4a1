import { datesIn } from '../../values/dates-in.ts'

/**
 * The day that a text gives a name (`1 May 2027 (the "Launch Date")`, `"Launch Date" means 1 May 2027`), or null where it gives
 * none or says it in other words.
 */
export function namedDate(plain: string, name: string): string | null {
  for (let at = plain.indexOf(`"${name}`); at >= 0; at = plain.indexOf(`"${name}`, at + 1)) {
    const behind = plain.slice(at + name.length + 1, at + name.length + 90)
    if (/^,?" ?(?:means|shall mean|is|shall be|:|-)/i.test(behind)) {
      const date = datesIn(behind)[0]
      if (date && date.start < 40) return date.date
    }
    const before = plain.slice(Math.max(0, at - 60), at)
    const date = datesIn(before).at(-1)
    if (
      date &&
      /^,? ?\((?:herein(?:after)?,? )?(?:called |referred to as )?(?:the )?$/i.test(before.slice(date.end))
    )
      return date.date
  }
  return null
}
