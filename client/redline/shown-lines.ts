import type { RedlineLine } from '../../shared/document/compare/compare-texts.ts'

/** The lines to show of a clause: all of them, or what changed with the line before and after it; null stands for a gap. */
export function shownLines(lines: readonly RedlineLine[], whole: boolean): readonly (RedlineLine | null)[] {
  if (whole) return lines
  const near = (index: number) =>
    [index - 1, index, index + 1].some(place => (lines[place]?.change ?? 'same') !== 'same')
  const shown: (RedlineLine | null)[] = []
  lines.forEach((line, index) => {
    if (near(index)) shown.push(line)
    else if (shown.at(-1) !== null) shown.push(null)
  })
  return shown
}
