import type { PeriodIn } from './periods-in.ts'

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth twentieth'.split(
    ' ',
  )
const ANNIVERSARY = new RegExp(
  `(?<!\\b(?:beginning|commencing|starting) )\\b(?:until|through|to|on|upon|end(?:s|ing)?|expires?|(?:earlier|later|earliest|latest) of)\\b[^.;]{0,40}?\\b(?:(?<word>${ORDINALS.join('|')})|(?<figure>\\d{1,2}) ?(?:s ?t|n ?d|r ?d|t ?h))\\b(?: ?\\( ?\\d{1,2} ?(?:s ?t|n ?d|r ?d|t ?h)?\\))?(?: annual)?(?: year)? anniversary`,
  'i',
)

/** `until the fifth (5th) anniversary` as that many years. */
export function anniversaryIn(sentence: string): PeriodIn | null {
  if (!sentence.includes('nniversary')) return null
  const match = ANNIVERSARY.exec(sentence)
  const { word, figure } = match?.groups ?? {}
  if (!match) return null
  const index = ORDINALS.indexOf((word ?? '').toLowerCase()) + 1
  const count = figure ? Number(figure) : index === 16 ? 20 : index
  return {
    start: match.index,
    end: match.index + match[0].length,
    iso: `P${count}Y`,
    count,
    unit: 'year',
    business: false,
  }
}
