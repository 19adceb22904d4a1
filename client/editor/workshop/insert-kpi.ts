import type { Editor } from '@tiptap/core'
import type { NodeJson } from '../../../shared/document/document-json.ts'
import { newId } from '../new-id.ts'

/** Puts a KPI behind the last one of the text, or at its end where there is none; gives its id, null where it may not be. */
export function insertKpi(editor: Editor, kpi: NodeJson): string | null {
  if (!editor.isEditable) return null
  const { doc, tr } = editor.state
  let at = doc.content.size
  doc.forEach((block, pos) => {
    if (block.type.name === 'kpi') at = pos + block.nodeSize
  })
  const id = newId()
  tr.insert(at, editor.schema.nodeFromJSON({ ...kpi, attrs: { ...kpi.attrs, id } }))
  editor.view.dispatch(tr)
  return editor.state.doc === doc ? null : id
}
