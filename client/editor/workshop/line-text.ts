import { Fragment, type Node, type Schema } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { simpleDiffString } from 'lib0/diff'

type NameOf = (partyId: string) => string

/** A stretch of a line as it reads, and where it stands within the line. An atom is an object that reads as words. */
interface Piece {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly isAtom: boolean
}

function piecesOf(line: Node, nameOf: NameOf): Piece[] {
  const pieces: Piece[] = []
  line.forEach((child, from) => {
    const to = from + child.nodeSize
    pieces.push({ text: textOfChild(child, nameOf), from, to, isAtom: !child.isText })
  })
  return pieces
}

function textOfChild(child: Node, nameOf: NameOf): string {
  if (child.isText) return child.text ?? ''
  if (child.type.name === 'hardBreak') return '\n'
  if (child.type.name === 'partyRef') return nameOf(String(child.attrs.partyId ?? ''))
  return '\ufffc'
}

/** A line of prose as plain text: parties by their names, a line break as a line feed. */
export const lineText = (line: Node, nameOf: NameOf): string =>
  piecesOf(line, nameOf)
    .map(piece => piece.text)
    .join('')

/**
 * Makes the line that begins at `start` read as `next` by replacing only the characters that differ, so that what a partner
 * types into the rest of it stays. Marks and names of parties stay too, but for a name that is itself changed: it becomes words.
 */
export function editLine(tr: Transaction, start: number, line: Node, next: string, nameOf: NameOf): void {
  const pieces = piecesOf(line, nameOf)
  const current = pieces.map(piece => piece.text).join('')
  const { index, remove, insert } = simpleDiffString(current, next)
  if (remove === 0 && insert === '') return
  const from = placeIn(pieces, index, 'start')
  const to = remove === 0 ? from : placeIn(pieces, index + remove, 'end')
  const words = current.slice(from.index, index) + insert + current.slice(index + remove, to.index)
  const marks = tr.doc.resolve(start + from.offset).marks()
  tr.replaceWith(
    start + from.offset,
    start + Math.max(from.offset, to.offset),
    lineContent(words, tr.doc.type.schema, marks),
  )
}

/** The place in the line of a place in its text; within an atom its nearer edge outwards. */
function placeIn(pieces: readonly Piece[], index: number, edge: 'start' | 'end') {
  let begin = 0
  for (const piece of pieces) {
    const end = begin + piece.text.length
    if (index < end || (edge === 'end' && index === end)) {
      if (!piece.isAtom) return { index, offset: piece.from + index - begin }
      return edge === 'start' || index === begin
        ? { index: begin, offset: piece.from }
        : { index: end, offset: piece.to }
    }
    begin = end
  }
  return { index: begin, offset: pieces.at(-1)?.to ?? 0 }
}

/** Words as the content of a line; a line feed is a line break. */
export function lineContent(words: string, schema: Schema, marks: Node['marks'] = []): Fragment {
  const { hardBreak } = schema.nodes
  const nodes = words
    .split('\n')
    .flatMap((part, at) => [
      ...(at > 0 ? [hardBreak ? hardBreak.create() : schema.text(' ', marks)] : []),
      ...(part === '' ? [] : [schema.text(part, marks)]),
    ])
  return Fragment.from(nodes)
}
