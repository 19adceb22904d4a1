import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { BodyReader } from '../../../shared/document/body-reader.ts'
import { readBody, writeBlocks } from '../../../shared/document/yjs-body.ts'
import { arbitraryBlock } from './arbitrary-document.ts'

/** Every element and text of the body, in reading order. */
const parts = (parent: Y.XmlFragment): (Y.XmlElement | Y.XmlText)[] =>
  parent.toArray().flatMap(child => {
    if (child instanceof Y.XmlElement) return [child, ...parts(child)]
    return child instanceof Y.XmlText ? [child] : []
  })

/** One edit of a peer: `kind` chooses what, `at` where. */
function edit(doc: Y.Doc, kind: number, at: number) {
  const body = doc.getXmlFragment('body')
  const all = parts(body)
  const part = all[at % Math.max(1, all.length)]
  if (part instanceof Y.XmlText) {
    if (kind === 0) part.insert(0, 'new words ')
    else if (kind === 1) part.delete(0, Math.min(2, part.length))
    else part.format(0, part.length, { bold: kind === 2 ? {} : null })
  } else if (part instanceof Y.XmlElement) {
    if (kind < 2) part.setAttribute('id', `changed-${at}`)
    else if (part.length > 0) part.delete(0, 1)
  }
  if (kind === 3 && body.length > 0) body.delete(at % body.length, 1)
}

test('reads what readBody reads, after any edits of any peer', () => {
  fc.assert(
    fc.property(
      fc.array(arbitraryBlock, { minLength: 1, maxLength: 6 }),
      fc.array(fc.tuple(fc.nat(3), fc.nat(60), fc.boolean()), { maxLength: 15 }),
      (blocks, edits) => {
        const mine = new Y.Doc()
        const theirs = new Y.Doc()
        writeBlocks(mine, 0, blocks)
        Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
        const reader = new BodyReader(mine)
        for (const [kind, at, remote] of edits) {
          edit(remote ? theirs : mine, kind, at)
          if (remote) Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(mine)))
          expect(reader.read()).toEqual(readBody(mine))
        }
        reader.dispose()
      },
    ),
    { numRuns: 100 },
  )
})

test('gives the same objects for blocks that did not change', () => {
  const doc = new Y.Doc()
  const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
  writeBlocks(doc, 0, [paragraph('one'), paragraph('two'), paragraph('three')])
  const reader = new BodyReader(doc)
  const before = reader.read().content ?? []
  const second = doc.getXmlFragment('body').get(1)
  if (second instanceof Y.XmlElement) second.insert(0, [new Y.XmlText('new ')])
  const after = reader.read().content ?? []
  expect(after.map((block, index) => block === before[index])).toEqual([true, false, true])
})
