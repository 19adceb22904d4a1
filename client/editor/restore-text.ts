import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { DocumentJson } from '../../shared/document/document-json.ts'
import { replaceBlocks } from './body/replace-blocks.ts'

/**
 * Makes the text read as the given one, as one change that can be undone. Blocks that are the same stay untouched, whatever
 * moved around them, so that what partners write in them meanwhile stays too. False, with nothing done, when the text holds
 * something that this editor cannot write, or would replace something that it must keep.
 */
export function restoreText(editor: Editor, body: DocumentJson): boolean {
  const { state, schema } = { state: editor.state, schema: editor.schema }
  let wanted: Node[]
  try {
    wanted = (body.content ?? []).map(block => schema.nodeFromJSON(block))
    for (const block of wanted) block.check()
  } catch {
    return false
  }
  const standing = new Map<string, Node>()
  state.doc.forEach(block => {
    if (typeof block.attrs.id === 'string') standing.set(block.attrs.id, block)
  })
  const blocks = wanted.map(block => {
    const same = standing.get(String(block.attrs.id))
    return same?.eq(block) ? same : block
  })
  const tr = replaceBlocks(state.tr, blocks, () => false)
  if (!tr.docChanged) return true
  editor.view.dispatch(tr)
  return editor.state.doc.eq(tr.doc)
}
