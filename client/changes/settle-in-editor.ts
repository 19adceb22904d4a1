import type { Editor } from '@tiptap/core'
import { Fragment } from '@tiptap/pm/model'
import { type Decide, settleChanges } from '../../shared/document/changes/settle-changes.ts'
import type { DocumentJson } from '../../shared/document/document-json.ts'

/**
 * Carries decisions out in the text, as one step that can be undone. Blocks without a decided change stay the very same, so that
 * what partners write in them meanwhile is not touched. False when there was nothing to do.
 */
export function settleInEditor(editor: Editor, decide: Decide): boolean {
  const { state, view } = editor
  const before = state.doc.toJSON() as DocumentJson
  const blocks = before.content ?? []
  const after = settleChanges(before, decide).content ?? []
  let start = 0
  while (start < blocks.length && blocks[start] === after[start]) start += 1
  let end = 0
  while (
    end < Math.min(blocks.length, after.length) - start &&
    blocks[blocks.length - 1 - end] === after[after.length - 1 - end]
  )
    end += 1
  if (start === blocks.length && after.length === blocks.length) return false
  const places = new Map(blocks.map((block, index) => [block, index]))
  const nodes = after.slice(start, after.length - end).map(block => {
    const place = places.get(block)
    return place === undefined ? state.schema.nodeFromJSON(block) : state.doc.child(place)
  })
  const sizes = blocks.map((_, index) => state.doc.child(index).nodeSize)
  const sum = (list: readonly number[]) => list.reduce((total, size) => total + size, 0)
  const from = sum(sizes.slice(0, start))
  const to = state.doc.content.size - sum(sizes.slice(sizes.length - end))
  view.dispatch(state.tr.replaceWith(from, to, Fragment.from(nodes)))
  return true
}
