import { Fragment, type Node } from '@tiptap/pm/model'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { textOf } from '../../../shared/document/document-json.ts'
import { BODY_FRAGMENT } from '../../../shared/document/node-types.ts'
import { readBody } from '../../../shared/document/yjs-body.ts'
import { editorSchema, exchange, HeadlessBody } from './headless-body.ts'
import { newerText, ODD_BLOCKS, oddBlockOf } from './newer-text.ts'
import type { Literal } from './y-literal.ts'

const odd: readonly (readonly [string, Literal])[] = Object.entries(ODD_BLOCKS)

function open(literal: Literal) {
  const base = newerText(literal)
  const newer = new Y.Doc({ gc: false })
  Y.applyUpdate(newer, base)
  const older = new HeadlessBody(30, base)
  return { base, newer, before: oddBlockOf(newer), older }
}

describe.each(odd)('%s in the shared text', (_name, literal) => {
  it('is neither deleted nor rewritten when an older client opens it', () => {
    const { older, before } = open(literal)
    expect(older.takeSent()).toEqual([])
    expect(oddBlockOf(older.doc)).toBe(before)
    expect(older.node.childCount).toBe(5)
  })

  it('is still the same after edits on both sides of it in one transaction', () => {
    const { older, newer, before } = open(literal)
    const end = older.node.content.size
    older.edit(tr => tr.insertText('!', end - 1).insertText('Well ', 1))
    const replaced = editorSchema.nodeFromJSON({ type: 'paragraph', attrs: { id: 'n' } })
    older.edit(tr => tr.replaceWith(0, older.node.child(0).nodeSize, replaced))
    for (const update of older.takeSent()) Y.applyUpdate(newer, update)
    expect(readBody(newer).content?.map(textOf)).toMatchObject([
      '',
      'just before',
      expect.any(String),
      'just after',
      'after!',
    ])
    expect(oddBlockOf(newer)).toBe(before)
    expect(newer.getXmlFragment(BODY_FRAGMENT).length).toBe(5)
  })

  it('survives an edit that would delete it: nothing is written and the text is shown again', () => {
    const { older, before } = open(literal)
    let refusals = 0
    older.binding.onRefused = () => refusals++
    older.edit(tr => tr.delete(0, tr.doc.content.size))
    expect(refusals).toBe(1)
    expect(older.takeSent()).toEqual([])
    expect(oddBlockOf(older.doc)).toBe(before)
    expect(older.node.childCount).toBe(5)
  })

  it('survives undo of the edits around it', () => {
    const { older, before } = open(literal)
    const undo = new Y.UndoManager(older.doc.getXmlFragment(BODY_FRAGMENT), {
      trackedOrigins: new Set([null]),
    })
    older.edit(tr => tr.insertText('Well ', 1))
    undo.undo()
    expect(oddBlockOf(older.doc)).toBe(before)
  })
})

it('shows what a newer client changes in a part that is kept', () => {
  const { older, newer } = open(ODD_BLOCKS['an unknown block'])
  const block = newer.getXmlFragment(BODY_FRAGMENT).get(2)
  const text = block instanceof Y.XmlElement ? block.get(0) : null
  if (text instanceof Y.XmlText) text.insert(0, 'New ')
  older.receive(Y.encodeStateAsUpdate(newer))
  expect(older.node.child(2).attrs.text).toBe('New Annex A')
})

it('lets an older and a newer client write into neighbouring blocks at once', () => {
  const base = newerText(ODD_BLOCKS['an unknown mark'])
  const [one, two] = [new HeadlessBody(30, base), new HeadlessBody(40, base)]
  one.edit(tr => tr.insertText('1', 1))
  two.edit(tr => tr.insertText('2', two.node.content.size - 1))
  exchange(one, two)
  expect(one.node.textContent).toBe('1beforejust beforeredactedjust afterafter2')
  expect(two.node.eq(one.node)).toBe(true)
})

/** The document with something typed into every line of it. */
const withMoreText = (node: Node): Node =>
  node.isTextblock
    ? node.copy(node.content.addToEnd(editorSchema.text(' more')))
    : node.copy(Fragment.from(node.content.content.map(withMoreText)))

describe('the stock binding, for comparison', () => {
  const lossy = odd.filter(
    ([name]) => !['a hook', 'text outside of any block', 'a very deep nesting'].includes(name),
  )

  it.each(lossy)('loses %s on opening or with the next edit', (_name, literal) => {
    const { newer, before } = open(literal)
    const fragment = newer.getXmlFragment(BODY_FRAGMENT)
    const lose = () => {
      const { doc, meta } = initProseMirrorDoc(fragment, editorSchema)
      updateYFragment(newer, fragment, withMoreText(doc), meta)
    }
    try {
      lose()
    } catch {
      // An embedded thing is no string: the stock binding stops showing the text at all.
      return
    }
    expect(oddBlockOf(newer)).not.toBe(before)
  })
})
