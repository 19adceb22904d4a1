/** Words are told apart by so many letters: `extend`, `extends` and `extended` are one, `extension` another. */
const LETTERS = 7

/** The words and signs of a text as a linear model tells them apart: in lower case, by their first letters, numbers as `#`. `parts` finds them. */
export const stemsOf = (text: string, parts: RegExp): string[] =>
  (text.toLowerCase().match(parts) ?? []).map(word => (/^\d/.test(word) ? '#' : word.slice(0, LETTERS)))

/** How many of the bounds a number reaches. */
export const binOf = (value: number, bounds: readonly number[]): number =>
  bounds.filter(bound => value >= bound).length
