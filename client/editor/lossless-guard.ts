import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { KEPT_BLOCK, KEPT_INLINE, KEPT_MARK, KEPT_NOTICE, keptExtensions } from './body/kept-nodes.ts'
import { isFromSharedText } from './local-tidy.ts'

interface Guarded {
  /** Top-level blocks that must stay exactly as they are, in order. */
  readonly kept: readonly Node[]
  readonly decorations: DecorationSet
}

export interface LosslessGuardOptions {
  /** A change was refused because it touches a part that this version cannot hold. */
  readonly onRefused: () => void
  /** Whether each locked block says why; off where the whole text is read-only for that reason. */
  readonly notes: boolean
}

const guardKey = new PluginKey<Guarded>('losslessGuard')

/**
 * Refuses every local change that would touch or delete a block which holds more than this version knows, and every change
 * at all while the text is read-only. The binding's reader never deletes; together they keep what newer versions wrote.
 */
export const LosslessGuard = Extension.create<LosslessGuardOptions>({
  name: 'losslessGuard',
  addOptions: () => ({ onRefused: () => {}, notes: true }),
  addExtensions: () => keptExtensions,

  onBeforeCreate() {
    const { binding } = this.editor.storage.bodySync
    if (binding) binding.onRefused = this.options.onRefused
  },

  addProseMirrorPlugins() {
    const { notes, onRefused } = this.options
    const keptNodes = this.editor.storage.bodySync.binding?.kept ?? new WeakSet<Node>()
    const keptOf = (doc: Node) => doc.content.content.filter(node => keptNodes.has(node))
    return [
      new Plugin<Guarded>({
        key: guardKey,
        state: {
          init: (_config, state) => guard(keptOf(state.doc), state.doc, notes),
          apply: (tr, value) => {
            if (!tr.docChanged) return value
            if (isFromSharedText(tr)) return guard(keptOf(tr.doc), tr.doc, notes)
            return { kept: value.kept, decorations: value.decorations.map(tr.mapping, tr.doc) }
          },
        },
        filterTransaction: (tr, state) => {
          if (!tr.docChanged || isFromSharedText(tr)) return true
          if (!this.editor.isEditable) return false
          const { kept } = guardKey.getState(state) ?? { kept: [] }
          if (kept.length === 0 || leavesAlone(tr, state, kept, keptOf)) return true
          onRefused()
          return false
        },
        props: { decorations: state => guardKey.getState(state)?.decorations },
      }),
    ]
  },
})

function guard(kept: readonly Node[], doc: Node, notes: boolean): Guarded {
  if (kept.length === 0) return { kept, decorations: DecorationSet.empty }
  const locked = new Set(kept)
  const decorations: Decoration[] = []
  doc.forEach((node, pos) => {
    if (!locked.has(node) || node.type.name === KEPT_BLOCK) return
    decorations.push(
      Decoration.node(pos, pos + node.nodeSize, { contenteditable: 'false', 'data-kept': 'locked' }),
    )
    if (notes) decorations.push(Decoration.widget(pos, note, { side: -1, key: 'kept-note' }))
  })
  return { kept, decorations: DecorationSet.create(doc, decorations) }
}

function note(): HTMLElement {
  const element = document.createElement('div')
  element.dataset.keptNotice = ''
  element.contentEditable = 'false'
  element.textContent = KEPT_NOTICE
  return element
}

function leavesAlone(
  tr: Transaction,
  state: EditorState,
  kept: readonly Node[],
  keptOf: (doc: Node) => readonly Node[],
): boolean {
  const after = keptOf(tr.doc)
  if (after.length !== kept.length || after.some((node, index) => node !== kept[index])) return false
  const before = new Set(state.doc.content.content)
  return tr.doc.content.content.every(node => before.has(node) || !holdsStandIn(node))
}

/** A copy of a stand-in has nothing behind it in the shared text. */
function holdsStandIn(block: Node): boolean {
  let found = block.type.name === KEPT_BLOCK
  block.descendants(node => {
    if (node.type.name === KEPT_BLOCK || node.type.name === KEPT_INLINE) found = true
    if (node.marks.some(mark => mark.type.name === KEPT_MARK)) found = true
    return !found
  })
  return found
}
