import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { BLOCKS_WITH_ID } from '../../shared/document/schema.ts'
import { changedRanges, type Range } from './changed-ranges.ts'
import { keepLongerId } from './keep-longer-id.ts'

const WITH_ID: ReadonlySet<string> = new Set(BLOCKS_WITH_ID)
/** In these a caret needs a paragraph to stand in; the schema allows them empty because merges may leave them so. */
const FILLED: ReadonlySet<string> = new Set(['tableCell', 'tableHeader', 'listItem', 'blockquote'])

/** Whether a transaction shows what came from the shared text: another person, another tab, an undo. */
export const isFromSharedText = (tr: Transaction): boolean =>
  tr.getMeta(ySyncPluginKey)?.isChangeOrigin === true

const AS_IT_STOOD = 'asItStood'

/** Marks a transaction that brings back blocks as they once stood: nothing is put right in them, their ids least of all. */
export const markAsItStood = (tr: Transaction): Transaction => tr.setMeta(AS_IT_STOOD, true)
export const isAsItStood = (tr: Transaction): boolean => tr.getMeta(AS_IT_STOOD) === true

/**
 * Puts right what the user's own edits leave behind: ids of new blocks, a paragraph in an empty cell, marks on objects in a
 * line. What arrives from others is never touched: every client would write its own repair.
 */
export const LocalTidy = Extension.create<{ newId: () => string }>({
  name: 'localTidy',
  priority: 900,
  addOptions: () => ({ newId: () => '' }),
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('localTidy'),
        appendTransaction: (transactions, before, state) => {
          if (transactions.some(tr => isFromSharedText(tr) || isAsItStood(tr))) return null
          const ranges = changedRanges(transactions)
          if (ranges.length === 0) return null
          const { tr } = state
          keepLongerId(tr, before.doc)
          tidy(tr, ranges, this.options.newId)
          if (tr.docChanged) tr.setStoredMarks(state.storedMarks)
          return tr.docChanged ? tr : null
        },
      }),
    ]
  },
})

/** Adds the repairs for the given stretches of its document to a transaction. */
export function tidy(tr: Transaction, ranges: readonly Range[], newId: () => string): void {
  const holders = new Map<string, { pos: number; node: Node }[]>()
  const seen = new Set<number>()
  const hollow: number[] = []
  const visit = (node: Node, pos: number) => {
    if (seen.has(pos)) return
    seen.add(pos)
    if (node.isInline) {
      if (!node.isText && node.marks.length > 0) tr.removeMark(pos, pos + node.nodeSize)
      return
    }
    if (FILLED.has(node.type.name) && node.childCount === 0) hollow.push(pos)
    if (!WITH_ID.has(node.type.name)) return
    const id: unknown = node.attrs.id
    if (typeof id !== 'string' || id === '') tr.setNodeAttribute(pos, 'id', newId())
    else holders.set(id, [...(holders.get(id) ?? []), { pos, node }])
  }
  for (const range of ranges) {
    const to = Math.min(tr.doc.content.size, range.to)
    tr.doc.nodesBetween(Math.max(0, range.from), to, (node, pos) => visit(node, pos))
  }
  for (const same of holders.values()) {
    // The id stays with most of the words: the other half of a divided line is written anew, and what a partner writes into that
    // meanwhile stands apart from it.
    const size = Math.max(...same.map(({ node }) => node.content.size))
    const keeper = same.find(({ node }) => node.content.size === size)
    for (const other of same) if (other !== keeper) tr.setNodeAttribute(other.pos, 'id', newId())
  }
  fill(tr, hollow, newId)
}

function fill(tr: Transaction, positions: readonly number[], newId: () => string): void {
  const paragraph = tr.doc.type.schema.nodes.paragraph
  if (!paragraph) return
  for (const pos of [...positions].sort((a, b) => b - a))
    tr.insert(pos + 1, paragraph.create({ id: newId() }))
}
