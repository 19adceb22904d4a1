import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { seqOf } from '../../shared/document/compare/line-text.ts'
import type { DocumentJson, NodeJson } from '../../shared/document/document-json.ts'

const authorKey = new PluginKey<DecorationSet>('authorMarks')

/** How a stretch of text is shown: the colour of its author, and who and when in words. */
export interface AuthorLook {
  readonly color: string
  readonly says: string
}

type LookOf = (seq: number) => AuthorLook | null

/**
 * Shows in the text who wrote what, on demand. It is part of the editor from the start: a plugin that comes later makes ProseMirror
 * begin all of them anew, which takes seconds in a long text.
 */
export const AuthorMarks = Extension.create({
  name: 'authorMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: authorKey,
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, set) => {
          const more: readonly Decoration[] | undefined = tr.getMeta(authorKey)
          if (more) return more.length === 0 ? DecorationSet.empty : set.add(tr.doc, [...more])
          return tr.docChanged ? set.map(tr.mapping, tr.doc) : set
        },
      },
      props: { decorations: state => authorKey.getState(state) },
    }),
  ],
})

/** Blocks that are marked in one go: at first as many as a screen shows, then as many as hold up nobody's typing. */
const FIRST_BLOCKS = 60
const MORE_BLOCKS = 150

/**
 * Marks who wrote what by a text whose stretches are stamped (`stampedBody`), from where one looks on. What is written since moves
 * along without a look of its own; blocks that have changed since the stamps were read are left plain. Gives the way to stop.
 */
export function showAuthors(editor: Editor, stamped: DocumentJson, lookOf: LookOf): () => void {
  const blocks = new Map<unknown, NodeJson>(
    (stamped.content ?? []).map(block => [block.attrs?.id ?? null, block]),
  )
  const waiting = inOrderOfSight(editor)
  let timer: ReturnType<typeof setTimeout> | undefined
  const markMore = (count: number) => {
    if (editor.isDestroyed) return
    const now = new Map(waiting.splice(0, count).map(id => [id, blocks.get(id)]))
    const marks = authorMarks(editor.state.doc, now, lookOf)
    if (marks.length > 0) editor.view.dispatch(editor.state.tr.setMeta(authorKey, marks))
    if (waiting.length > 0) timer = setTimeout(markMore, 0, MORE_BLOCKS)
  }
  markMore(FIRST_BLOCKS)
  return () => {
    clearTimeout(timer)
    if (!editor.isDestroyed) editor.view.dispatch(editor.state.tr.setMeta(authorKey, []))
  }
}

/** The ids of the text's blocks, those that are on the screen first. */
function inOrderOfSight({ view, state }: Editor): unknown[] {
  const box = view.dom.getBoundingClientRect()
  const top = view.posAtCoords({ left: box.left + box.width / 2, top: Math.max(box.top, 0) + 1 })?.pos ?? 0
  const ids = state.doc.content.content.map(block => block.attrs.id ?? null)
  const first = Math.max(0, state.doc.resolve(Math.min(top, state.doc.content.size)).index(0) - 10)
  return [...ids.slice(first), ...ids.slice(0, first)]
}

/** The looks of blocks by their stamps; one text node may have several. */
export function authorMarks(
  doc: Node,
  blocks: ReadonlyMap<unknown, NodeJson | undefined>,
  lookOf: LookOf,
): Decoration[] {
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

function mark(node: NodeJson, start: number, lookOf: LookOf, found: Decoration[]): void {
  let pos = start + 1
  for (const child of node.content ?? []) {
    const size = sizeOf(child)
    if (child.type === 'text') {
      const seq = seqOf(child)
      const look = seq === null ? null : lookOf(seq)
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
