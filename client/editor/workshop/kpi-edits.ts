import type { Editor } from '@tiptap/core'
import type { KpiPartName } from '../../../shared/document/node-types.ts'
import { insertPart, partsOf } from '../objects/kpi-parts.ts'
import { editLine, lineContent } from './line-text.ts'

/**
 * What the workshop does to a KPI, as the editor's own changes: undo, the guard of newer content and the merge with what
 * partners write are the same as when one writes in the text.
 */
export function setKpiField(editor: Editor, pos: number, name: string, value: string | null): void {
  const node = editor.state.doc.nodeAt(pos)
  if (!editor.isEditable || node?.type.name !== 'kpi' || (node.attrs[name] ?? null) === value) return
  editor.view.dispatch(editor.state.tr.setNodeAttribute(pos, name, value))
}

/** Makes the nth line of a kind read as `text`; a line that is not there yet is made with its first character. */
export function setKpiPart(editor: Editor, pos: number, part: KpiPartName, nth: number, text: string): void {
  const kpi = editor.state.doc.nodeAt(pos)
  if (!editor.isEditable || kpi?.type.name !== 'kpi') return
  const { tr } = editor.state
  const place = partsOf(kpi, pos, part)[nth]
  const { directory } = editor.storage.objectDirectory
  if (place) editLine(tr, place.start, place.line, text, partyId => directory.nameOf(partyId))
  else if (text !== '') insertPart(tr, pos, part, lineContent(text, editor.schema))
  if (tr.docChanged) editor.view.dispatch(tr)
}
