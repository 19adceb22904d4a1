import { Fragment, type Node } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { withFreshIds } from './block-clipboard.ts'

/** Where the top-level block of the selection begins; null in a text without blocks. */
export function blockOfSelection({ doc, selection }: EditorState): number | null {
  const { $from } = selection
  if ($from.depth > 0) return $from.before(1)
  return doc.maybeChild($from.index(0)) ? $from.pos : null
}

/** Whether the block at a position has a neighbour on that side. */
export function canMoveBlock({ doc }: EditorState, pos: number, way: 'up' | 'down'): boolean {
  const $pos = doc.resolve(pos)
  return $pos.parent.maybeChild($pos.index() + (way === 'up' ? -1 : 1)) != null
}

/** Moves the block that begins at a position past its neighbour, with the selection if it is in it; false at either end. */
export function moveBlock(view: EditorView, pos: number, way: 'up' | 'down'): boolean {
  const { state } = view
  const $pos = state.doc.resolve(pos)
  const block = $pos.nodeAfter
  const neighbour = $pos.parent.maybeChild($pos.index() + (way === 'up' ? -1 : 1))
  if (!block || !neighbour || !view.editable) return false
  const to = way === 'up' ? pos - neighbour.nodeSize : pos + neighbour.nodeSize
  const tr = state.tr.delete(pos, pos + block.nodeSize).insert(to, block)
  carrySelection(tr, state.selection, { from: pos, to: pos + block.nodeSize }, to - pos)
  view.dispatch(tr.scrollIntoView())
  return true
}

/** Puts a copy behind the block, with ids of its own, and the caret at the same place in the copy. */
export function duplicateBlock(view: EditorView, pos: number): boolean {
  const { state } = view
  const block = state.doc.nodeAt(pos)
  if (!block || !view.editable) return false
  const end = pos + block.nodeSize
  const tr = state.tr.insert(end, withFreshIds(Fragment.from(block), idsWithin(block)))
  const { selection } = state
  const isInside = selection.from >= pos && selection.to <= end
  if (isInside) carrySelection(tr, selection, { from: pos, to: end }, block.nodeSize)
  else tr.setSelection(Selection.near(tr.doc.resolve(end + 1), 1))
  view.dispatch(tr.scrollIntoView())
  return true
}

/** Takes the block out; undo brings it back. */
export function deleteBlock(view: EditorView, pos: number): boolean {
  const { state } = view
  const block = state.doc.nodeAt(pos)
  if (!block || !view.editable) return false
  const tr = state.tr.delete(pos, pos + block.nodeSize)
  view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(pos), -1)).scrollIntoView())
  return true
}

function carrySelection(
  tr: Transaction,
  selection: Selection,
  block: { readonly from: number; readonly to: number },
  shift: number,
): void {
  const { anchor, head, from, to } = selection
  if (from < block.from || to > block.to) return
  const at = (place: number) => tr.doc.resolve(Math.min(tr.doc.content.size, place + shift))
  tr.setSelection(
    selection instanceof NodeSelection
      ? NodeSelection.create(tr.doc, from + shift)
      : TextSelection.between(at(anchor), at(head)),
  )
}

function idsWithin(block: Node): Set<unknown> {
  const ids = new Set<unknown>([block.attrs.id])
  block.descendants(node => {
    ids.add(node.attrs.id)
    return !node.inlineContent
  })
  return ids
}
