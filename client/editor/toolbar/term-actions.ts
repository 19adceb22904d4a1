import type { Editor } from '@tiptap/core'
import type { TermKind } from '../../../shared/document/node-types.ts'
import { newId } from '../new-id.ts'

/** Marks the selected words, or changes what the marked words around the caret are said to state. */
export function markTerm(editor: Editor, kind: TermKind): boolean {
  const marked = editor.isActive('term')
  const id = (marked && editor.getAttributes('term').id) || newId()
  const chain = editor.chain().focus()
  return (marked ? chain.extendMarkRange('term') : chain).setMark('term', { kind, id }).run()
}

export const unmarkTerm = (editor: Editor): boolean =>
  editor.chain().focus().extendMarkRange('term').unsetMark('term').run()
