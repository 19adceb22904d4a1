import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { BODY_FRAGMENT } from '../../../shared/document/node-types.ts'
import { readBody } from '../../../shared/document/yjs-body.ts'
import { bodyOf, exchange, HeadlessBody, paragraph } from './headless-body.ts'

const three = () => bodyOf([paragraph('a', 'alpha'), paragraph('b', 'bravo'), paragraph('c', 'charlie')])
const texts = (person: HeadlessBody) => person.node.content.content.map(node => node.textContent)
const two = (base: Uint8Array) => [new HeadlessBody(10, base), new HeadlessBody(20, base)] as const

/** The position in front of the given text. */
function at(person: HeadlessBody, text: string): number {
  let found = -1
  person.node.descendants((node, pos) => {
    const place = node.isText ? (node.text ?? '').indexOf(text) : -1
    if (place >= 0 && found < 0) found = pos + place
  })
  if (found < 0) throw new Error(`no ${text}`)
  return found
}

describe('the binding of editor and shared text', () => {
  it('writes nothing when a text is opened', () => {
    const person = new HeadlessBody(10, three())
    expect(texts(person)).toEqual(['alpha', 'bravo', 'charlie'])
    expect(person.takeSent()).toEqual([])
  })

  it('reaches the other side with an edit and leaves every other block the same node', () => {
    const [alice, bob] = two(three())
    const before = bob.node.content.content
    alice.edit(tr => tr.insertText('!', at(alice, 'bravo')))
    exchange(alice, bob)
    expect(texts(bob)).toEqual(['alpha', '!bravo', 'charlie'])
    expect(bob.node.child(0)).toBe(before[0])
    expect(bob.node.child(2)).toBe(before[2])
  })

  it('keeps what a partner types into other blocks while one is deleted and another changed in one go', () => {
    const [alice, bob] = two(three())
    alice.edit(tr => {
      tr.insertText('X', at(alice, 'charlie'))
      tr.delete(0, alice.node.child(0).nodeSize)
    })
    bob.edit(tr => tr.insertText(' and more', at(bob, 'bravo') + 5))
    exchange(alice, bob)
    expect(texts(alice)).toEqual(['bravo and more', 'Xcharlie'])
    expect(texts(bob)).toEqual(texts(alice))
  })

  it('leaves the text of a paragraph where it is when Enter is pressed in front of it', () => {
    const [alice, bob] = two(three())
    alice.edit(tr => {
      tr.split(at(alice, 'bravo'))
      tr.setNodeAttribute(at(alice, 'bravo') - 1, 'id', 'new')
    })
    bob.edit(tr => tr.insertText('ZZ', at(bob, 'bravo') + 2))
    exchange(alice, bob)
    expect(texts(alice).join('|')).toContain('brZZavo')
  })

  it('keeps both when two people begin the same empty paragraph at once, and neither doubles', () => {
    const [alice, bob] = two(bodyOf([paragraph('a', '')]))
    alice.edit(tr => tr.insertText('one', 1))
    bob.edit(tr => tr.insertText('two', 1))
    exchange(alice, bob)
    alice.edit(tr => tr.insertText('A', 1))
    bob.edit(tr => tr.insertText('B', bob.node.child(0).content.size + 1))
    exchange(alice, bob)
    expect(texts(alice)).toEqual(texts(bob))
    expect([...(texts(alice)[0] ?? '')].sort().join('')).toBe([...'ABonetwo'].sort().join(''))
  })

  it('keeps the longer half of a text in place when an object is put into it', () => {
    const [alice, bob] = two(bodyOf([paragraph('a', 'of the fee is due by bank transfer')]))
    alice.edit(tr => tr.insert(3, alice.node.type.schema.node('partyRef', { partyId: 'p' })))
    bob.edit(tr => tr.insertText('monthly ', at(bob, 'due')))
    exchange(alice, bob)
    expect(texts(alice)).toEqual(['of the fee is monthly due by bank transfer'])
    expect(texts(bob)).toEqual(texts(alice))
  })

  it('joins the texts around a deleted object without rewriting them', () => {
    const schemaNode = { type: 'partyRef', attrs: { partyId: 'p' } }
    const line = {
      type: 'paragraph',
      attrs: { id: 'a' },
      content: [{ type: 'text', text: 'left ' }, schemaNode, { type: 'text', text: ' right' }],
    }
    const [alice, bob] = two(bodyOf([line]))
    alice.edit(tr => tr.delete(6, 7))
    bob.edit(tr => tr.insertText('!', bob.node.child(0).content.size + 1))
    exchange(alice, bob)
    expect(texts(alice)).toEqual(['left  right!'])
    expect(texts(bob)).toEqual(texts(alice))
  })

  it('keeps two fields of one object that two people set at once', () => {
    const [alice, bob] = two(bodyOf([{ type: 'kpi', attrs: { id: 'k' } }]))
    alice.edit(tr => tr.setNodeAttribute(0, 'target', '97'))
    bob.edit(tr => tr.setNodeAttribute(0, 'unit', '%'))
    exchange(alice, bob)
    expect(alice.node.child(0).attrs).toMatchObject({ target: '97', unit: '%' })
    expect(bob.node.eq(alice.node)).toBe(true)
  })

  it('does not write a default that the shared text leaves open', () => {
    const doc = new Y.Doc()
    const heading = new Y.XmlElement('heading')
    heading.insert(0, [new Y.XmlText('Parties')])
    doc.getXmlFragment(BODY_FRAGMENT).insert(0, [heading])
    const person = new HeadlessBody(10, Y.encodeStateAsUpdate(doc))
    person.edit(tr => tr.insertText('The ', 1))
    expect(readBody(person.doc).content).toEqual([
      { type: 'heading', content: [{ type: 'text', text: 'The Parties' }] },
    ])
  })

  it('sends a large paste in pieces, in order', () => {
    const person = new HeadlessBody(10, three())
    const { schema } = person.node.type
    const many = Array.from({ length: 130 }, (_, n) => schema.nodeFromJSON(paragraph(`n${n}`, `line ${n}`)))
    person.edit(tr => tr.insert(person.node.child(0).nodeSize, many))
    expect(person.takeSent().length).toBe(4)
    expect(person.reread.eq(person.node)).toBe(true)
    person.edit(tr => tr.insertText('!', at(person, 'line 77')))
    expect(person.reread.eq(person.node)).toBe(true)
  })
})
