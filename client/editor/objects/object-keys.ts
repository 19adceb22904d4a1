import { Extension } from '@tiptap/core'
import type { ResolvedPos } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { labelOf } from './object-label.ts'
import { OBJECT_SPECS } from './object-specs.ts'
import { fieldsOf } from './object-view.ts'

const ROWS: ReadonlySet<string> = new Set(['kpiPart', 'shareRow'])

/** Depth of the row or, where there is none, of the object that the caret is in; null outside of objects. */
function objectDepth($pos: ResolvedPos): number | null {
  for (let depth = $pos.depth; depth > 0; depth--) {
    const { name } = $pos.node(depth).type
    if (ROWS.has(name) || name in OBJECT_SPECS) return depth
  }
  return null
}

/** Keys within objects: Enter goes on to the next line or out of the object, Tab to its fields and back. */
export const ObjectKeys = Extension.create({
  name: 'objectKeys',
  // Before the keys of lists and tables, which do not know these blocks.
  priority: 800,
  addKeyboardShortcuts() {
    const run = (key: (view: EditorView, $head: ResolvedPos, depth: number) => boolean) => () => {
      const { view } = this.editor
      const { $head } = view.state.selection
      const depth = objectDepth($head)
      return depth !== null && view.editable && key(view, $head, depth)
    }
    return {
      'Alt-Enter': () => openMenu(this.editor.view),
      Enter: () => openSelected(this.editor.view) || run(goOn)(),
      Tab: run((view, $head, depth) => toFields(view, $head, depth, 'down')),
      'Shift-Tab': run((view, $head, depth) => toFields(view, $head, depth, 'up')),
      Backspace: run((view, $head, depth) => stepOverEdge(view, $head, depth, 'up')),
      Delete: run((view, $head, depth) => stepOverEdge(view, $head, depth, 'down')),
      Escape: run((view, $head, depth) => {
        const top = ROWS.has($head.node(depth).type.name) ? depth - 1 : depth
        view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, $head.before(top))))
        return true
      }),
    }
  },
})

/** The menu of the object that is selected or that the caret is in. */
function openMenu(view: EditorView): boolean {
  const { selection } = view.state
  const { $head } = selection
  const depth = objectDepth($head)
  const inside = depth === null ? null : ROWS.has($head.node(depth).type.name) ? depth - 1 : depth
  const pos =
    selection instanceof NodeSelection ? selection.from : inside === null ? null : $head.before(inside)
  const label = pos === null ? undefined : labelOf(view.nodeDOM(pos))
  label?.openMenu()
  return label !== undefined
}

/** Enter on a selected object opens its first field, on a selected reference the list of parties. */
function openSelected(view: EditorView): boolean {
  const { selection } = view.state
  if (!(selection instanceof NodeSelection) || !view.editable) return false
  const fields = fieldsOf(view.nodeDOM(selection.from))
  fields?.editFirst()
  return fields !== undefined
}

function goOn(view: EditorView, $head: ResolvedPos, depth: number): boolean {
  const { state } = view
  const row = $head.node(depth)
  const after = $head.after(depth)
  const next = state.doc.resolve(after).nodeAfter
  const { tr } = state
  if (ROWS.has(row.type.name) && next?.type === row.type) {
    tr.setSelection(TextSelection.create(tr.doc, after + 1))
  } else if (row.type.name === 'shareRow' && row.content.size > 0) {
    tr.insert(after, row.type.create())
    tr.setSelection(TextSelection.create(tr.doc, after + 1))
  } else leaveBelow(state, tr, ROWS.has(row.type.name) ? $head.after(depth - 1) : after)
  view.dispatch(tr.scrollIntoView())
  return true
}

/** Deleting over the edge of a line goes to its neighbour: joining two lines of an object would lose what one of them says. */
function stepOverEdge(view: EditorView, $head: ResolvedPos, depth: number, way: 'up' | 'down'): boolean {
  const atEdge = way === 'up' ? $head.parentOffset === 0 : $head.parentOffset === $head.parent.content.size
  if (!view.state.selection.empty || !ROWS.has($head.node(depth).type.name) || !atEdge) return false
  const edge = way === 'up' ? $head.before(depth) : $head.after(depth)
  const $edge = view.state.doc.resolve(edge)
  const neighbour = way === 'up' ? $edge.nodeBefore : $edge.nodeAfter
  return neighbour ? moveTo(view, edge, way) : true
}

/** To the empty paragraph below; one is made where there is none, as Enter would in a word processor. */
function leaveBelow(state: EditorState, tr: Transaction, end: number): void {
  const below = tr.doc.resolve(end).nodeAfter
  const { paragraph } = state.schema.nodes
  const isFree = below?.isTextblock && below.content.size === 0
  if (!isFree && paragraph) tr.insert(end, paragraph.create())
  tr.setSelection(Selection.near(tr.doc.resolve(end), 1))
}

function toFields(view: EditorView, $head: ResolvedPos, depth: number, way: 'down' | 'up'): boolean {
  const row = $head.node(depth)
  const sibling = way === 'down' ? $head.after(depth) : $head.before(depth)
  const $sibling = view.state.doc.resolve(sibling)
  const neighbour = way === 'down' ? $sibling.nodeAfter : $sibling.nodeBefore
  if (row.type.name === 'kpiPart' && neighbour?.type === row.type) return moveTo(view, sibling, way)
  if (row.type.name === 'shareRow') {
    if (way === 'up') return fieldsOf(view.nodeDOM($head.before(depth)))?.focusFrom('up') ?? false
    if (neighbour?.type === row.type) return fieldsOf(view.nodeDOM(sibling))?.focusFirst() ?? false
  }
  const top = ROWS.has(row.type.name) ? depth - 1 : depth
  const fields = fieldsOf(view.nodeDOM($head.before(top)))
  if (fields?.focusFrom(way)) return true
  return moveTo(view, way === 'down' ? $head.after(top) : $head.before(top), way)
}

function moveTo(view: EditorView, pos: number, way: 'down' | 'up'): boolean {
  const { state } = view
  const selection = Selection.near(state.doc.resolve(pos), way === 'down' ? 1 : -1)
  view.dispatch(state.tr.setSelection(selection).scrollIntoView())
  return true
}
