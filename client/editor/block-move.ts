import { Extension } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** Moves the top-level block of the caret past its neighbour, caret and all; false at either end of the text. */
export function moveBlock(view: EditorView, way: 'up' | 'down'): boolean {
  const { doc, selection, tr } = view.state
  const { $from } = selection
  const index = $from.index(0)
  const block = doc.maybeChild(index)
  const neighbour = doc.maybeChild(way === 'up' ? index - 1 : index + 1)
  if (!block || !neighbour || !view.editable) return false
  const from = $from.depth > 0 ? $from.before(1) : $from.pos
  const to = way === 'up' ? from - neighbour.nodeSize : from + neighbour.nodeSize
  tr.delete(from, from + block.nodeSize).insert(to, block)
  const shift = to - from
  if (selection instanceof TextSelection) {
    const size = tr.doc.content.size
    const anchor = Math.min(size, selection.anchor + shift)
    tr.setSelection(
      TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(Math.min(size, selection.head + shift))),
    )
  }
  view.dispatch(tr.scrollIntoView())
  return true
}

export const BlockMove = Extension.create({
  name: 'blockMove',
  priority: 850,
  addKeyboardShortcuts() {
    return {
      'Alt-Shift-ArrowUp': () => moveBlock(this.editor.view, 'up') || true,
      'Alt-Shift-ArrowDown': () => moveBlock(this.editor.view, 'down') || true,
    }
  },
})
