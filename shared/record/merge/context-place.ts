/** Words around a place in a text, as one side saw them. */
export interface Context {
  readonly before: string
  readonly after: string
}

/** How many characters of context are kept and compared. */
export const CONTEXT_LENGTH = 60

/** Below this, a match of context says nothing: short runs of letters stand everywhere. */
const LEAST_MATCH = 5

/**
 * Where in `text` the context fits best: the offset and how many characters of it match there. Null when too little does.
 * A context that is the whole of a short text may match with fewer characters.
 */
export function placeOfContext(
  text: string,
  { before, after }: Context,
): { offset: number; score: number } | null {
  const enough = (length: number, whole: string) =>
    length >= LEAST_MATCH || (length > 0 && length === whole.trim().length)
  const left = longestSuffixIn(text, before)
  const right = longestPrefixIn(text, after)
  const leftFits = enough(left.length, before)
  const rightFits = enough(right.length, after)
  if (leftFits && rightFits && left.at + left.length === right.at) {
    return { offset: right.at, score: left.length + right.length }
  }
  if (leftFits && left.length >= right.length) return { offset: left.at + left.length, score: left.length }
  if (rightFits) return { offset: right.at, score: right.length }
  return leftFits ? { offset: left.at + left.length, score: left.length } : null
}

function longestSuffixIn(text: string, part: string): { at: number; length: number } {
  for (let length = part.length; length > 0; length--) {
    const at = text.lastIndexOf(part.slice(part.length - length))
    if (at >= 0) return { at, length }
  }
  return { at: 0, length: 0 }
}

function longestPrefixIn(text: string, part: string): { at: number; length: number } {
  for (let length = part.length; length > 0; length--) {
    const at = text.indexOf(part.slice(0, length))
    if (at >= 0) return { at, length }
  }
  return { at: 0, length: 0 }
}
