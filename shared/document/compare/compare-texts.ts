import type { ClauseTerm } from '../../terms/terms.ts'
import { alignLines, type LinePair } from './align-lines.ts'
import type { TextLine } from './text-line.ts'
import { cut, type RedlinePart, wordChanges } from './word-changes.ts'
import { isSpace } from './word-starts.ts'

/**
 * What became of a line. `format`: only how it looks changed. A line that moved may have changed too: `parts` tell; where it stood
 * there is a line that `departed`, with the words that it had.
 */
export type LineChange = 'same' | 'added' | 'removed' | 'changed' | 'moved' | 'departed' | 'format'

/** A line of a redline: the line as it is now, or as it was where it is gone, with what was added and removed in it. */
export interface RedlineLine extends Pick<TextLine, 'key' | 'blockId' | 'kind' | 'level' | 'label'> {
  readonly change: LineChange
  readonly parts: readonly RedlinePart[]
}

/** A clause of a redline with its lines; the part before the first heading has no clause. */
export interface RedlineClause {
  /** As it is now, or was where its heading is gone. */
  readonly clause: ClauseTerm | null
  readonly change: 'same' | 'added' | 'removed' | 'changed'
  readonly lines: readonly RedlineLine[]
  /** Number of words added and removed. */
  readonly added: number
  readonly removed: number
}

/** The differences of two states of a text, clause by clause, in the order of the later one. */
export function compareLines(
  before: readonly TextLine[],
  after: readonly TextLine[],
): readonly RedlineClause[] {
  const groups: { clause: ClauseTerm | null; lines: RedlineLine[] }[] = []
  let group: (typeof groups)[number] | null = null
  for (const pair of alignLines(before, after)) {
    const line = pair.after ?? pair.before
    if (!line) continue
    // What has left a clause is told in the clause that stands there now.
    if (!group || (line.kind === 'heading' && !isDeparture(pair))) {
      group = { clause: line.clause, lines: [] }
      groups.push(group)
    }
    group.lines.push(redlineOf(pair, line))
  }
  return groups.map(({ clause, lines }) => ({
    clause,
    lines,
    change: changeOf(lines),
    added: countWords(lines, 'added'),
    removed: countWords(lines, 'removed'),
  }))
}

const isDeparture = ({ after, moved }: LinePair) => moved && after === null

/** The key of a line that departed, by the key of the line that it has become. */
export const departureKey = (key: string): string => `${key}~departed`

function redlineOf(pair: LinePair, line: TextLine): RedlineLine {
  const { before, after, moved } = pair
  const { blockId, kind, level, label } = line
  const key = isDeparture(pair) ? departureKey(line.key) : line.key
  return { key, blockId, kind, level, label, ...contentOf(before, after, moved) }
}

function contentOf(
  before: TextLine | null,
  after: TextLine | null,
  moved: boolean,
): Pick<RedlineLine, 'change' | 'parts'> {
  if (!before || !after) {
    const line = after ?? before
    const parts: RedlinePart[] = []
    if (line) cut(parts, line.parts, 0, line.text.length, after ? 'added' : 'removed')
    return { change: after ? 'added' : moved ? 'departed' : 'removed', parts }
  }
  const parts = wordChanges(before, after)
  if (moved) return { change: 'moved', parts }
  if (before.text !== after.text) return { change: 'changed', parts }
  return { change: before.format === after.format ? 'same' : 'format', parts }
}

function changeOf(lines: readonly RedlineLine[]): RedlineClause['change'] {
  const [first] = lines
  const all = (change: LineChange) => lines.every(line => line.change === change)
  if (first && all(first.change) && (first.change === 'added' || first.change === 'removed'))
    return first.change
  return all('same') ? 'same' : 'changed'
}

/** Parts that differ in their author only are one text. */
function countWords(lines: readonly RedlineLine[], kind: RedlinePart['kind']): number {
  let count = 0
  for (const { change, parts } of lines) {
    if (change === 'same' || change === 'departed') continue
    let isInWord = false
    for (const part of parts) {
      if (part.kind === 'same') isInWord = false
      if (part.kind !== kind) continue
      for (let at = 0; at < part.text.length; at++) {
        const isWord = !isSpace(part.text.charCodeAt(at))
        if (isWord && !isInWord) count++
        isInWord = isWord
      }
    }
  }
  return count
}
