/** Lines of at most `width` characters, broken at spaces where there are any; what is beyond the last line ends in an ellipsis. */
export function wrapText(text: string, width: number, maxLines: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  const words = text
    .trim()
    .split(/\s+/)
    .flatMap(word => pieces(word, width))
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`
    if (longer.length <= width) {
      line = longer
      continue
    }
    lines.push(line)
    line = word
  }
  if (line !== '') lines.push(line)
  if (lines.length <= maxLines) return lines
  const last = lines[maxLines - 1] ?? ''
  return [...lines.slice(0, maxLines - 1), `${last.slice(0, width - 1).trimEnd()}…`]
}

/** A word that is longer than a line is cut between characters, never inside one. */
function pieces(word: string, width: number): readonly string[] {
  const characters = [...word]
  const cut: string[] = []
  while (characters.length > 0) cut.push(characters.splice(0, width).join(''))
  return cut
}
