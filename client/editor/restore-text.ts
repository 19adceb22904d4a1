import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { DocumentJson } from '../../shared/document/document-json.ts'
import { replaceBlocks } from './body/replace-blocks.ts'
import { markAsItStood } from './local-tidy.ts'

/**
 * Makes the text read as the given one, as one change that can be undone. False, with nothing done, when the text holds
 * something that this editor cannot write, or would replace something that it must keep.
 */
export function restoreText(editor: Editor, body: DocumentJson): boolean {
  const { tr, doc } = editor.state
  if (!putBackText(tr, body)) return false
  if (!tr.docChanged) return true
  editor.view.dispatch(tr)
  return editor.state.doc !== doc
}

/**
 * Adds to a transaction what makes its document read as the given text. Blocks that are the same stay untouched, whatever moved
 * around them, so that what partners write in them meanwhile stays too. False when the schema has no form for the text.
 */
export function putBackText(tr: Transaction, body: DocumentJson): boolean {
  const { schema } = tr.doc.type
  let wanted: Node[]
  try {
    wanted = (body.content ?? []).map(block => schema.nodeFromJSON(block))
    for (const block of wanted) block.check()
  } catch {
    return false
  }
  const standing = new Map<string, Node>()
  tr.doc.forEach(block => {
    if (typeof block.attrs.id === 'string') standing.set(block.attrs.id, block)
  })
  const blocks = wanted.map(block => {
    const same = standing.get(String(block.attrs.id))
    return same?.eq(block) ? same : block
  })
  markAsItStood(replaceBlocks(tr, blocks, () => false))
  return true
}
