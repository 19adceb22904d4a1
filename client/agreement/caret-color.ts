/** Dark enough to carry white words, light enough to be seen on dark paper, and apart from each other for most eyes. */
const COLORS = [
  '#2f6fb3',
  '#b3502f',
  '#2a8055',
  '#9158b8',
  '#946419',
  '#b54574',
  '#2a7f8c',
  '#6b7280',
] as const

/** The colour of a person's caret and circle: the same for everyone who looks, on every device. */
export function caretColor(userId: string): string {
  let sum = 0
  for (const character of userId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return COLORS[sum % COLORS.length] ?? COLORS[0]
}
