import type { Editor } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import type { NodeJson } from '../../../shared/document/document-json.ts'
import { KPI_PARTS } from '../../../shared/document/node-types.ts'
import type { ObjectDirectory } from './object-directory.ts'
import type { ObjectType } from './object-specs.ts'
import { fieldsOf } from './object-view.ts'

/** A new object as it is put into the text: nothing that a person would have to take out again. */
export function newObject(type: ObjectType, directory: ObjectDirectory): NodeJson {
  switch (type) {
    case 'kpi':
      return { type, content: KPI_PARTS.map(part => ({ type: 'kpiPart', attrs: { part } })) }
    case 'shareTable':
      return { type, content: rows(directory) }
    default:
      return { type }
  }
}

const rows = ({ parties }: ObjectDirectory): NodeJson[] =>
  parties.length > 0
    ? parties.map(party => ({ type: 'shareRow', attrs: { partyId: party.id } }))
    : [{ type: 'shareRow' }, { type: 'shareRow' }]

/**
 * Puts an object after the block that the caret is in, or in its place when that is an empty paragraph, and hands the
 * keyboard to the first thing to fill in.
 */
export function insertObject(editor: Editor, type: ObjectType): boolean {
  const content = newObject(type, editor.storage.objectDirectory.directory)
  const pos = insertBlock(editor, content)
  if (pos === null) return false
  if (type !== 'kpi') fieldsOf(editor.view.nodeDOM(pos))?.editFirst()
  return true
}

/** Inserts a top-level block at the caret and puts the caret into it; gives its position, null where nothing was inserted. */
export function insertBlock({ view }: Editor, content: NodeJson): number | null {
  const { state } = view
  const { $from } = state.selection
  const block = $from.depth > 0 ? $from.node(1) : null
  const replaces = block?.type.name === 'paragraph' && block.content.size === 0
  const from = block ? (replaces ? $from.before(1) : $from.after(1)) : state.selection.to
  const to = replaces ? $from.after(1) : from
  const tr = state.tr.replaceWith(from, to, state.schema.nodeFromJSON(content))
  tr.setSelection(Selection.near(tr.doc.resolve(from + 1), 1))
  view.dispatch(tr.scrollIntoView())
  view.focus()
  return view.state.doc === state.doc ? null : from
}
