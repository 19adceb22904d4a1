import { Mark, type Node } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import { markKey } from '../../../shared/document/mark-key.ts'
import { KEPT_MARK } from './kept-nodes.ts'
import { type BodyReading, readText } from './read-body.ts'
import { type Splice, textSplices } from './text-splices.ts'

const keyOf = (mark: Mark) => markKey({ type: mark.type.name, attrs: mark.attrs })

/** Marks as Yjs text attributes, one per kind, or per mark where a kind may overlap itself; in the format of y-tiptap. */
export function textAttributes(marks: readonly Mark[]): Record<string, object> {
  if (marks.some(mark => mark.type.name === KEPT_MARK)) throw new Error('Defect: a stand-in mark was written')
  return Object.fromEntries(marks.map(mark => [keyOf(mark), mark.attrs]))
}

/** A run of neighbouring Yjs texts, addressed as one string: two people who begin an empty block at once make two texts. */
class TextRun {
  readonly #texts: readonly Y.XmlText[]

  constructor(texts: readonly Y.XmlText[]) {
    this.#texts = texts
  }

  delete(index: number, length: number): void {
    let start = 0
    for (const text of this.#texts) {
      const size = text.length
      const from = Math.max(index, start)
      const to = Math.min(index + length, start + size)
      if (to > from) text.delete(from - start, to - from)
      start += size
      if (start >= index + length) return
    }
  }

  insert(index: number, string: string, attributes: Record<string, object>): void {
    let start = 0
    for (const [place, text] of this.#texts.entries()) {
      if (index <= start + text.length || place === this.#texts.length - 1) {
        text.insert(index - start, string, attributes)
        return
      }
      start += text.length
    }
  }

  format(index: number, length: number, attributes: Record<string, object | null>): void {
    let start = 0
    for (const text of this.#texts) {
      const from = Math.max(index, start)
      const to = Math.min(index + length, start + text.length)
      if (to > from) text.format(from - start, to - from, attributes)
      start += text.length
    }
  }
}

/**
 * Makes the Yjs texts read as the given nodes: the characters that differ, then the marks that differ. Each text stays where
 * it is, so that what a partner types into it meanwhile arrives.
 */
export function writeText(texts: readonly Y.XmlText[], nodes: readonly Node[], reading: BodyReading): void {
  const run = new TextRun(texts)
  const before = texts.flatMap(text => readText(text, reading))
  const oldString = stringOf(before)
  const newString = stringOf(nodes)
  const splices = textSplices(oldString, newString)
  const inserted: { from: number; to: number }[] = []
  let shift = newString.length - oldString.length
  for (const { index, remove, insert } of splices) {
    shift -= insert.length - remove
    const from = index + shift
    inserted.unshift({ from, to: from + insert.length })
    if (remove > 0) run.delete(index, remove)
    for (const piece of pieces(nodes, from, from + insert.length)) {
      run.insert(
        index + piece.from - from,
        newString.slice(piece.from, piece.to),
        textAttributes(piece.marks),
      )
    }
  }
  writeStayedMarks(run, before, nodes, splices, inserted)
}

/** The marks of what was neither inserted nor removed, stretch by stretch. */
function writeStayedMarks(
  run: TextRun,
  before: readonly Node[],
  after: readonly Node[],
  splices: readonly Splice[],
  inserted: readonly { readonly from: number; readonly to: number }[],
): void {
  let from = 0
  let offset = 0
  for (const [place, { index, remove }] of [...splices].reverse().entries()) {
    const stretch = inserted[place]
    if (!stretch) continue
    writeMarks(run, before, after, from, stretch.from, offset)
    from = stretch.to
    offset = index + remove - stretch.to
  }
  writeMarks(run, before, after, from, stringOf(after).length, offset)
}

const stringOf = (nodes: readonly Node[]) => nodes.map(node => node.text ?? '').join('')

interface Piece {
  readonly from: number
  readonly to: number
  readonly marks: readonly Mark[]
}

/** The stretches of one set of marks within `from` to `to`. */
function pieces(nodes: readonly Node[], from: number, to: number): Piece[] {
  const found: Piece[] = []
  let start = 0
  for (const node of nodes) {
    const end = start + node.nodeSize
    if (end > from && start < to) {
      found.push({ from: Math.max(start, from), to: Math.min(end, to), marks: node.marks })
    }
    start = end
  }
  return found
}

/** `offset` leads from a place in the new text to the same character in the old one. */
function writeMarks(
  run: TextRun,
  before: readonly Node[],
  after: readonly Node[],
  from: number,
  to: number,
  offset: number,
): void {
  for (const piece of pieces(after, from, to)) {
    for (const old of pieces(before, piece.from + offset, piece.to + offset)) {
      if (Mark.sameSet(old.marks, piece.marks)) continue
      const removed = old.marks.filter(mark => !piece.marks.some(kept => keyOf(kept) === keyOf(mark)))
      const added = piece.marks.filter(mark => !mark.isInSet(old.marks))
      run.format(old.from - offset, old.to - old.from, {
        ...Object.fromEntries(removed.map(mark => [keyOf(mark), null])),
        ...textAttributes(added),
      })
    }
  }
}
