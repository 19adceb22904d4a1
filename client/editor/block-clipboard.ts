import { Extension } from '@tiptap/core'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * A pasted block keeps its id when nothing in the text has it (cut and paste is a move, and what points at the block follows
 * it); a copy gets a new one.
 */
export const BlockClipboard = Extension.create({
  name: 'blockClipboard',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('blockClipboard'),
      props: {
        transformPasted: (slice, view) => {
          if (view.dragging?.move) return slice
          const taken = idsIn(view)
          return new Slice(withFreshIds(slice.content, taken), slice.openStart, slice.openEnd)
        },
      },
    }),
  ],
})

function idsIn(view: EditorView): Set<unknown> {
  const ids = new Set<unknown>()
  view.state.doc.descendants(node => {
    if (node.attrs.id) ids.add(node.attrs.id)
    return !node.inlineContent
  })
  return ids
}

/** The content without the ids that are taken, in the text or earlier in the content. */
export function withFreshIds(content: Fragment, taken: Set<unknown>): Fragment {
  const nodes: Node[] = []
  content.forEach(node => {
    if (node.isText) {
      nodes.push(node)
      return
    }
    const id: unknown = node.attrs.id
    const attrs = id && taken.has(id) ? { ...node.attrs, id: null } : node.attrs
    if (id) taken.add(id)
    nodes.push(node.type.create(attrs, withFreshIds(node.content, taken), node.marks))
  })
  return Fragment.from(nodes)
}
