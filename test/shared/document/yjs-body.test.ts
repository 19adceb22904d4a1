import { Node } from '@tiptap/pm/model'
import {
  prosemirrorJSONToYXmlFragment,
  updateYFragment,
  yXmlFragmentToProseMirrorRootNode,
  yXmlFragmentToProsemirrorJSON,
} from '@tiptap/y-tiptap'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { DocumentJson, NodeJson } from '../../../shared/document/document-json.ts'
import { SCHEMA_VERSION } from '../../../shared/document/node-types.ts'
import {
  MARK_ORDER,
  readBody,
  readSchemaVersion,
  readTitle,
  seedUpdate,
  writeBlocks,
} from '../../../shared/document/yjs-body.ts'
import { arbitraryBlock, arbitraryDocument, normalForm, schema, stripDocument } from './arbitrary-document.ts'

const seeded = (body: DocumentJson, title = 'Title') => {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, seedUpdate({ title, body }, 7))
  return doc
}

const paragraph = (...content: NodeJson[]): DocumentJson => ({
  type: 'doc',
  content: [{ type: 'paragraph', content }],
})

describe('readBody', () => {
  test('reads what the binding writes', () => {
    fc.assert(
      fc.property(arbitraryDocument, json => {
        const doc = new Y.Doc()
        const body = doc.getXmlFragment('body')
        prosemirrorJSONToYXmlFragment(schema, json, body)
        expect(readBody(doc)).toEqual(normalForm(json))
        expect(readBody(doc)).toEqual(stripDocument(yXmlFragmentToProsemirrorJSON(body) as DocumentJson))
      }),
      { numRuns: 150 },
    )
  })

  test('lists the marks in the order of the schema', () => {
    expect(MARK_ORDER).toEqual(Object.keys(schema.marks))
  })

  test('gives the same marks and attributes in whatever order they were set', () => {
    const make = (first: string, second: string) => {
      const doc = new Y.Doc()
      const element = new Y.XmlElement('paragraph')
      const text = new Y.XmlText()
      text.insert(0, 'agreed')
      doc.getXmlFragment('body').insert(0, [element])
      element.insert(0, [text])
      for (const name of [first, second]) {
        text.format(0, 6, { [name]: {} })
        element.setAttribute(name, 'x')
      }
      return JSON.stringify(readBody(doc))
    }
    expect(make('italic', 'bold')).toBe(make('bold', 'italic'))
    expect(make('zeta', 'alpha')).toBe(make('alpha', 'zeta'))
  })

  test('joins texts that lie side by side with the same marks', () => {
    const doc = new Y.Doc()
    const element = new Y.XmlElement('paragraph')
    doc.getXmlFragment('body').insert(0, [element])
    element.insert(0, [new Y.XmlText('one '), new Y.XmlText('sentence')])
    expect(readBody(doc)).toEqual(paragraph({ type: 'text', text: 'one sentence' }))
  })

  test('keeps nodes, marks and attributes that it does not know', () => {
    const body: DocumentJson = {
      type: 'doc',
      content: [
        {
          type: 'holographicSeal',
          attrs: { id: 'a', hue: 7, on: true },
          content: [{ type: 'text', text: 'kept', marks: [{ type: 'sparkle', attrs: { by: 'ada' } }] }],
        },
        { type: 'paragraph', attrs: { id: 'b', mood: 'calm' } },
      ],
    }
    expect(readBody(seeded(body))).toEqual(body)
  })

  test('keeps both of two marks of one kind on one text', () => {
    const marks = [
      { type: 'note', attrs: { by: 'ada' } },
      { type: 'note', attrs: { by: 'ben' } },
    ]
    const body = paragraph({ type: 'text', text: 'twice', marks })
    expect(readBody(seeded(body))).toEqual(body)
  })

  test('reads anything that a peer may put into the room', () => {
    const doc = new Y.Doc()
    const element = new Y.XmlElement('paragraph')
    const text = new Y.XmlText('a')
    const hook = new Y.XmlHook('hook') as unknown as Y.XmlText
    doc.getXmlFragment('body').insert(0, [element, new Y.XmlText('loose'), hook])
    element.insert(0, [text])
    text.insertEmbed(1, { image: 'x' })
    text.format(0, 1, { bold: true })
    element.setAttribute('__proto__', { polluted: 'yes' } as unknown as string)
    element.setAttribute('bytes', new Uint8Array([1, 2]) as unknown as string)
    element.setAttribute('never', Number.NaN as unknown as string)
    doc.getMap('meta').set('title', 42)
    expect(readBody(doc)).toEqual({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { bytes: [1, 2] },
          content: [
            { type: 'text', text: 'a', marks: [{ type: 'bold', attrs: { value: true } }] },
            { type: 'text', text: '\uFFFC' },
          ],
        },
        { type: 'text', text: 'loose\uFFFC' },
      ],
    })
    expect(readTitle(doc)).toBe('')
    expect(readSchemaVersion(doc)).toBeNull()
  })

  test('survives nesting far beyond any text', () => {
    const doc = new Y.Doc()
    doc.transact(() => {
      let parent: Y.XmlFragment = doc.getXmlFragment('body')
      for (let depth = 0; depth < 20_000; depth += 1) {
        const child = new Y.XmlElement('blockquote')
        parent.insert(0, [child])
        parent = child
      }
    })
    expect(JSON.stringify(readBody(doc))).toContain('\uFFFC')
  })
})

describe('seedUpdate', () => {
  test('writes what the binding reads, and nothing that it would write again', () => {
    fc.assert(
      fc.property(arbitraryDocument, json => {
        const node = Node.fromJSON(schema, json)
        const doc = seeded(json)
        const body = doc.getXmlFragment('body')
        let updates = 0
        doc.on('update', () => {
          updates += 1
        })
        expect(yXmlFragmentToProseMirrorRootNode(body, schema).toJSON()).toEqual(node.toJSON())
        updateYFragment(doc, body, node, { mapping: new Map(), isOMark: new Map() })
        expect(updates).toBe(0)
        expect(readBody(doc)).toEqual(normalForm(json))
      }),
      { numRuns: 150 },
    )
  })

  test('adds nothing when it is applied twice', () => {
    const body = paragraph({ type: 'text', text: 'once' })
    const doc = seeded(body, 'Once')
    Y.applyUpdate(doc, seedUpdate({ title: 'Once', body }, 7))
    expect(readBody(doc)).toEqual(body)
    expect(readTitle(doc)).toBe('Once')
    expect(readSchemaVersion(doc)).toBe(SCHEMA_VERSION)
  })
})

describe('writeBlocks', () => {
  test('inserts at the place asked for, each block in a transaction of its own', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryBlock, { maxLength: 3 }),
        fc.array(arbitraryBlock, { maxLength: 3 }),
        fc.integer({ min: -1, max: 5 }),
        (before, added, index) => {
          const doc = seeded({ type: 'doc', content: before })
          let updates = 0
          doc.on('update', () => {
            updates += 1
          })
          writeBlocks(doc, index, added)
          const at = Math.min(Math.max(0, index), before.length)
          const content = [...before.slice(0, at), ...added, ...before.slice(at)]
          expect(readBody(doc)).toEqual(normalForm({ type: 'doc', content }))
          expect(updates).toBe(added.length)
        },
      ),
      { numRuns: 60 },
    )
  })
})
