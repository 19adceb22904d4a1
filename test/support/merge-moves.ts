import type { Node } from '@tiptap/pm/model'
import type { Transform } from '@tiptap/pm/transform'

/** The position in front of the top-level block with this index. */
export const sizeBefore = (doc: Node, index: number): number =>
  doc.content.content.slice(0, index).reduce((sum, node) => sum + node.nodeSize, 0)

/** Moves a top-level block, as dragging or the keys for moving do: taken out, then put in. */
export function moveTo(tr: Transform, index: number, to: number): void {
  const block = tr.doc.child(index)
  const from = sizeBefore(tr.doc, index)
  tr.delete(from, from + block.nodeSize)
  tr.insert(sizeBefore(tr.doc, to), block)
}
