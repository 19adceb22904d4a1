import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { SEQ_MARK } from '../../shared/document/compare/line-text.ts'
import type { DocumentJson, NodeJson } from '../../shared/document/document-json.ts'

const authorKey = new PluginKey<DecorationSet>('authorMarks')

/** How a stretch of text is shown: the colour of its author, and who and when in words. */
export interface AuthorLook {
  readonly color: string
  readonly says: string
}

/**
 * Shows in the text who wrote what, by a text whose stretches are stamped (`stampedBody`). What is written since moves along
 * without a look of its own. Blocks that have changed since the stamps were read are left plain.
 */
export function showAuthors(
  editor: Editor,
  stamped: DocumentJson,
  lookOf: (seq: number) => AuthorLook | null,
): void {
  hideAuthors(editor)
  const marks = DecorationSet.create(editor.state.doc, authorMarks(editor.state.doc, stamped, lookOf))
  editor.registerPlugin(
    new Plugin<DecorationSet>({
      key: authorKey,
      state: {
        init: () => marks,
        apply: (tr, set) => (tr.docChanged ? set.map(tr.mapping, tr.doc) : set),
      },
      props: { decorations: state => authorKey.getState(state) },
    }),
  )
}

export function hideAuthors(editor: Editor): void {
  if (!editor.isDestroyed && authorKey.get(editor.state)) editor.unregisterPlugin(authorKey)
}

/** The looks of a text by its stamps; one text node may have several. */
export function authorMarks(
  doc: Node,
  stamped: DocumentJson,
  lookOf: (seq: number) => AuthorLook | null,
): Decoration[] {
  const blocks = new Map((stamped.content ?? []).map(block => [block.attrs?.id ?? null, block]))
  const found: Decoration[] = []
  doc.forEach((node, offset) => {
    const block = blocks.get(node.attrs.id ?? null)
    if (block && isSame(node, block)) mark(block, offset, lookOf, found)
  })
  return found
}

/** The same shape and the same words: then places within one are places within the other. */
const isSame = (node: Node, json: NodeJson): boolean =>
  sizeOf(json) === node.nodeSize &&
  json.type === node.type.name &&
  wordsOf(json) === node.textBetween(0, node.content.size, '', '')

const wordsOf = (node: NodeJson): string => node.text ?? (node.content ?? []).map(wordsOf).join('')

const isInlineAtom = ({ type }: NodeJson) => type === 'partyRef' || type === 'hardBreak'
const isLeaf = (node: NodeJson) => isInlineAtom(node) || node.type === 'horizontalRule'

function sizeOf(node: NodeJson): number {
  if (node.type === 'text') return node.text?.length ?? 0
  if (isLeaf(node)) return 1
  return (node.content ?? []).reduce((sum, child) => sum + sizeOf(child), 2)
}

function mark(
  node: NodeJson,
  start: number,
  lookOf: (seq: number) => AuthorLook | null,
  found: Decoration[],
): void {
  let pos = start + 1
  for (const child of node.content ?? []) {
    const size = sizeOf(child)
    if (child.type === 'text') {
      const seq = child.marks?.find(({ type }) => type === SEQ_MARK)?.attrs?.seq
      const look = typeof seq === 'number' ? lookOf(seq) : null
      if (look)
        found.push(
          Decoration.inline(pos, pos + size, {
            'data-author': '',
            style: `--author: ${look.color}`,
            title: look.says,
          }),
        )
    } else if (!isLeaf(child)) mark(child, pos, lookOf, found)
    pos += size
  }
}
