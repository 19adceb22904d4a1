import type { Transaction } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { putBackText } from '../../../client/editor/restore-text.ts'
import type { DocumentJson } from '../../../shared/document/document-json.ts'
import { readBody } from '../../../shared/document/yjs-body.ts'
import { mergeWork, type Writer, writer } from '../../support/merge-writers.ts'
import { randomEdit } from '../../support/random-edit.ts'
import { startOfRandomText } from '../../support/random-text.ts'
import { SeededRandom } from '../../support/seeded-random.ts'
import { bodyOf, editorSchema, exchange, HeadlessBody, paragraph } from './headless-body.ts'

const three = () => bodyOf([paragraph('a', 'alpha'), paragraph('b', 'bravo'), paragraph('c', 'charlie')])
const texts = (person: HeadlessBody) => person.node.content.content.map(node => node.textContent)
/** Our own binding's writers are given real transactions. */
const putBack = (person: Writer, body: DocumentJson) =>
  person.edit(tr => putBackText(tr as Transaction, body))
const put = (person: HeadlessBody, body: DocumentJson) => {
  let done = false
  person.edit(tr => {
    done = putBackText(tr, body)
  })
  return done
}

describe('a text that is put back', () => {
  it('reads as it did, with the same ids, after any edits', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = new SeededRandom(seed)
      const person = writer('parley', 10, startOfRandomText(random))
      for (let edit = random.int(4); edit > 0; edit--) randomEdit(person, random, `before${edit}`)
      const then = readBody(person.doc)
      for (let edit = 1 + random.int(8); edit > 0; edit--) randomEdit(person, random, `after${edit}`)
      putBack(person, then)
      expect(readBody(person.doc), `seed ${seed}`).toEqual(then)
    }
  })

  it('has its own ids also where the words of a line stood in another one meanwhile', () => {
    const words = 'The fee is due monthly in arrears.'
    const person = writer('parley', 10, bodyOf([paragraph('a', words)]))
    const then = readBody(person.doc)
    const moved = [paragraph('a', 'Q'), paragraph('b', words)].map(line => editorSchema.nodeFromJSON(line))
    person.edit(tr => tr.replaceWith(0, tr.doc.content.size, moved))
    putBack(person, then)
    expect(readBody(person.doc)).toEqual(then)
  })

  it('writes nothing where the text reads so already', () => {
    const person = new HeadlessBody(10, three())
    expect(put(person, readBody(person.doc))).toBe(true)
    expect(person.takeSent()).toEqual([])
  })

  it('leaves every block alone that is the same, and what a partner writes in it meanwhile', () => {
    const [alice, bob] = [new HeadlessBody(10, three()), new HeadlessBody(20, three())]
    const then = readBody(alice.doc)
    alice.edit(tr => tr.insertText('!', 1).delete(tr.doc.child(0).nodeSize + 1, tr.doc.content.size))
    exchange(alice, bob)
    alice.edit(tr => tr.insert(tr.doc.content.size, editorSchema.nodeFromJSON(paragraph('c', 'charlie'))))
    exchange(alice, bob)
    const kept = alice.node.lastChild
    put(alice, then)
    bob.edit(tr => tr.insertText(' and more', bob.node.content.size - 1))
    exchange(alice, bob)
    expect(kept?.textContent).toBe('charlie')
    expect(texts(alice)).toEqual(['alpha', 'bravo', 'charlie and more'])
    expect(texts(bob)).toEqual(texts(alice))
  })

  it('changes only the letters that differ in a line, so that a partner’s words in it stay', () => {
    const [alice, bob] = [new HeadlessBody(10, three()), new HeadlessBody(20, three())]
    const then = readBody(alice.doc)
    alice.edit(tr => tr.insertText('XX', 2))
    exchange(alice, bob)
    put(alice, then)
    bob.edit(tr => tr.insertText(' bob', bob.node.child(0).nodeSize - 1))
    exchange(alice, bob)
    expect(texts(alice)).toEqual(['alpha bob', 'bravo', 'charlie'])
  })

  it('swallows no word of a partner unseen', () => {
    const base = three()
    const alice = writer('parley', 10, base)
    const then = readBody(alice.doc)
    alice.edit(tr => tr.insert(0, editorSchema.nodeFromJSON(paragraph('n', 'new words of alice'))))
    const common = Y.encodeStateAsUpdate(alice.doc)
    const [mine, bob] = [writer('parley', 30, common), writer('parley', 20, common)]
    putBack(mine, then)
    bob.edit(tr => tr.insert(1, editorSchema.text('BOBS ')))
    const { review } = mergeWork(common, mine.work(), bob.work())
    expect(review?.findings).toMatchObject([{ kind: 'swallowed', text: 'BOBS ' }])
  })

  it.each([
    ['a block of a newer version', { type: 'hologram', attrs: { id: 'z' } }],
    [
      'a mark of a newer version',
      { type: 'paragraph', content: [{ type: 'text', text: 'z', marks: [{ type: 'glow' }] }] },
    ],
    ['text where none may stand', { type: 'bulletList', content: [{ type: 'text', text: 'z' }] }],
  ])('is refused, with nothing done, where it holds %s', (_what, block) => {
    const person = new HeadlessBody(10, three())
    const then = readBody(person.doc)
    expect(put(person, { type: 'doc', content: [...(then.content ?? []), block] })).toBe(false)
    expect(person.takeSent()).toEqual([])
  })
})
