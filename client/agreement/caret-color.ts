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
export const caretColor = (userId: string): string => COLORS[placeOf(userId)] ?? COLORS[0]

function placeOf(userId: string): number {
  let sum = 0
  for (const character of userId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return sum % COLORS.length
}

/**
 * Colours that tell people apart where they are seen side by side: that of each one's caret, or the next free one for who comes
 * later in the list. More people than colours share some.
 */
export function distinctColors(userIds: Iterable<string>): (userId: string) => string {
  const places = new Map<string, number>()
  const taken = new Set<number>()
  for (const userId of userIds) {
    if (places.has(userId)) continue
    let place = placeOf(userId)
    while (taken.size < COLORS.length && taken.has(place)) place = (place + 1) % COLORS.length
    places.set(userId, place)
    taken.add(place)
  }
  return userId => COLORS[places.get(userId) ?? placeOf(userId)] ?? COLORS[0]
}
