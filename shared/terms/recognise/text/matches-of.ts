/**
 * All that a pattern with the flag `g` finds in a text. `matchAll` gives the same but copies its pattern for each text, and to
 * copy it takes longer than to search a sentence, where there mostly is nothing. For a whole text that is read up to a match, or has
 * a great many, `matchAll` stays better: it gives one at a time.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex += 1
  }
  return found
}
