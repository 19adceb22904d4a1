const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

const SMALL = new Map([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
])
const SCALES = new Map([
  ['thousand', 1_000],
  ['million', 1_000_000],
])

const WORD = [...SMALL.keys(), 'hundred', ...SCALES.keys()].sort((a, b) => b.length - a.length).join('|')

/**
 * Source of an expression that matches a number in English words: `three`, `twenty-four`, `one hundred and eighty`. No number
 * under a thousand million has more than fifteen words; without that bound a text of number words alone costs its square.
 */
export const NUMBER_WORDS = `(?:${WORD})(?:(?:[\\s-]+|\\s+and\\s+)(?:${WORD})){0,14}`

/** The value of a number in English words, up to 999 million; null when the words make no number (`twenty hundred forty ten`). */
export function parseNumberWords(text: string): number | null {
  const words = text
    .toLowerCase()
    .split(/[\s-]+/)
    .filter(word => word !== 'and' && word !== '')
  if (words.length === 0) return null
  let total = 0
  let lastScale = Number.POSITIVE_INFINITY
  let group: string[] = []
  for (const word of words) {
    const scale = SCALES.get(word)
    if (scale === undefined) {
      group.push(word)
      continue
    }
    const value = underThousand(group)
    if (value === null || value === 0 || scale >= lastScale) return null
    total += value * scale
    lastScale = scale
    group = []
  }
  if (group.length === 0) return total
  const rest = underThousand(group)
  return rest === null ? null : total + rest
}

function underThousand(words: readonly string[]): number | null {
  const at = words.indexOf('hundred')
  if (at < 0) return underHundred(words)
  const hundreds = underHundred(words.slice(0, at))
  if (hundreds === null || hundreds < 1 || hundreds > 9) return null
  const rest = words.length > at + 1 ? underHundred(words.slice(at + 1)) : 0
  return rest === null ? null : hundreds * 100 + rest
}

function underHundred(words: readonly string[]): number | null {
  const [first, second, ...more] = words.map(word => SMALL.get(word))
  if (first === undefined || more.length > 0) return null
  if (words.length === 1) return first
  return first >= 20 && second !== undefined && second >= 1 && second <= 9 ? first + second : null
}
