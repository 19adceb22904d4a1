import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { findPlaceholders } from '../../shared/document/placeholders.ts'
import { changedRanges } from './changed-ranges.ts'

const gapKey = new PluginKey<DecorationSet>('gapMarks')

/** Gaps that a template leaves to fill in, such as `[date]`: they stand out, and a click selects one to write over it. */
export const GapMarks = Extension.create({
  name: 'gapMarks',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key: gapKey,
        state: {
          init: (_config, { doc }) => DecorationSet.create(doc, gapsWithin(doc, 0, doc.content.size)),
          apply: (tr, gaps) => {
            if (!tr.docChanged) return gaps
            let next = gaps.map(tr.mapping, tr.doc)
            for (const { from, to } of changedRanges([tr])) next = marked(next, tr.doc, from, to)
            return next
          },
        },
        props: {
          decorations: state => gapKey.getState(state),
          handleClick: (view, pos) => {
            const gap = gapKey.getState(view.state)?.find(pos, pos)[0]
            if (!gap || !view.editable || !view.state.selection.empty) return false
            view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, gap.from, gap.to)))
            return true
          },
        },
      }),
    ]
  },
})

/** The marks, made anew in the lines that a change touched. */
function marked(gaps: DecorationSet, doc: Node, from: number, to: number): DecorationSet {
  const end = Math.min(doc.content.size, to)
  const start = Math.max(0, from)
  let next = gaps
  doc.nodesBetween(start, end, (node, pos) => {
    if (!node.isTextblock) return true
    next = next.remove(next.find(pos + 1, pos + node.nodeSize - 1)).add(doc, gapsOf(node, pos))
    return false
  })
  return next
}

function gapsWithin(doc: Node, from: number, to: number): Decoration[] {
  const found: Decoration[] = []
  doc.nodesBetween(from, to, (node, pos) => {
    if (node.isTextblock) found.push(...gapsOf(node, pos))
    return !node.isTextblock
  })
  return found
}

function gapsOf(line: Node, pos: number): Decoration[] {
  if (line.type.spec.code || !line.textContent.includes('[')) return []
  // An object in the line counts as one place in the document: it must count as one character here.
  const text = line.textBetween(0, line.content.size, undefined, '\ufffc')
  return findPlaceholders(text).map(gap =>
    Decoration.inline(pos + 1 + gap.start, pos + 1 + gap.end, { 'data-gap': '' }),
  )
}
