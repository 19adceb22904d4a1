import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { authorMarks } from '../../../client/editor/author-marks.ts'
import type { DocumentJson } from '../../../shared/document/document-json.ts'
import { RecordStamps } from '../../../shared/record/record-stamps.ts'
import { stampedBody } from '../../../shared/record/stamped-body.ts'
import { type Writer, writer } from '../../support/merge-writers.ts'
import { randomEdit } from '../../support/random-edit.ts'
import { startOfRandomText } from '../../support/random-text.ts'
import { SeededRandom } from '../../support/seeded-random.ts'
import { bodyOf, HeadlessBody, paragraph } from './headless-body.ts'

const NAMES: Readonly<Record<number, string>> = { 1: 'ada', 2: 'ben', 3: 'cleo' }
const lookOf = (seq: number) => ({ color: 'red', says: NAMES[seq] ?? String(seq) })

/** The text as each of these entries of a record left it. */
class Recorded {
  readonly #stamps = new RecordStamps()
  readonly doc = new Y.Doc({ gc: false })
  #seq = 0

  add(update: Uint8Array): this {
    this.#seq += 1
    this.#stamps.add({ seq: this.#seq, update })
    Y.applyUpdate(this.doc, update)
    return this
  }

  stamped(live: Y.Doc = this.doc) {
    return stampedBody(live, (...range) => this.#stamps.inserted.split(...range))
  }
}

/** What is marked, in reading order: the words with whom they are shown as written by. */
function shown(person: Pick<Writer, 'node'>, stamped: DocumentJson): string[] {
  const blocks = new Map((stamped.content ?? []).map(block => [block.attrs?.id ?? null, block]))
  return authorMarks(person.node, blocks, lookOf).map(({ from, to, ...mark }) => {
    const attributes = (mark as unknown as { type: { attrs: { title: string } } }).type.attrs
    return `${person.node.textBetween(from, to)}<${attributes.title}>`
  })
}

const BASE = [
  paragraph('a', 'one two'),
  {
    type: 'bulletList',
    attrs: { id: 'u' },
    content: [{ type: 'listItem', attrs: { id: 'i' }, content: [paragraph('l', 'an item')] }],
  },
]

function twoAuthors() {
  const base = bodyOf(BASE)
  const ben = new HeadlessBody(20, base)
  ben.edit(tr => tr.insertText('and ', 5))
  const recorded = new Recorded().add(base)
  for (const update of ben.takeSent()) recorded.add(update)
  return { recorded, person: new HeadlessBody(30, Y.encodeStateAsUpdate(recorded.doc)) }
}

describe('who wrote what, shown in the text', () => {
  it('marks each stretch with its author, also in a list', () => {
    const { recorded, person } = twoAuthors()
    expect(shown(person, recorded.stamped())).toEqual(['one <ada>', 'and <ben>', 'two<ada>', 'an item<ada>'])
  })

  it('counts inline objects and lines of objects as the editor does', () => {
    const base = bodyOf([
      {
        type: 'paragraph',
        attrs: { id: 'a' },
        content: [
          { type: 'partyRef', attrs: { partyId: 'p' } },
          { type: 'text', text: ' pays' },
          { type: 'hardBreak' },
          { type: 'text', text: 'monthly', marks: [{ type: 'bold' }] },
        ],
      },
      { type: 'horizontalRule' },
      {
        type: 'kpi',
        attrs: { id: 'k', unit: '%' },
        content: [
          { type: 'kpiPart', attrs: { id: 'n', part: 'name' }, content: [{ type: 'text', text: 'On time' }] },
        ],
      },
    ])
    const recorded = new Recorded().add(base)
    const person = new HeadlessBody(30, base)
    expect(shown(person, recorded.stamped())).toEqual([' pays<ada>', 'monthly<ada>', 'On time<ada>'])
  })

  it('leaves plain what nobody is known to have written', () => {
    const { recorded, person } = twoAuthors()
    person.edit(tr => tr.insertText('mine ', 1))
    expect(shown(person, recorded.stamped(person.doc))).toEqual([
      'one <ada>',
      'and <ben>',
      'two<ada>',
      'an item<ada>',
    ])
  })

  it('leaves a block plain whose words changed since the stamps were read, also where as many letters came as went', () => {
    const { recorded, person } = twoAuthors()
    const stamped = recorded.stamped()
    person.edit(tr => tr.insertText('XXX', 1, 4))
    expect(person.node.child(0).textContent).toBe('XXX and two')
    expect(shown(person, stamped)).toEqual(['an item<ada>'])
  })

  it('marks every word of a text exactly as its stamps say, after any edits', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const random = new SeededRandom(seed)
      const base = startOfRandomText(random)
      const recorded = new Recorded().add(base)
      const person = writer('parley', 10, base)
      for (let edit = 1 + random.int(8); edit > 0; edit--) randomEdit(person, random, `word${edit}`)
      for (const update of person.work()) recorded.add(update)
      const stamped = recorded.stamped(person.doc)
      expect(
        shown(person, stamped)
          .map(text => text.replace(/<.*/, ''))
          .join(''),
        `seed ${seed}`,
      ).toBe(person.node.textBetween(0, person.node.content.size))
    }
  })
})
