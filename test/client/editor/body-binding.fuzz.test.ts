import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { canJoin, canSplit, findWrapping } from '@tiptap/pm/transform'
import { expect, it } from 'vitest'
import { tidy } from '../../../client/editor/local-tidy.ts'
import { readBody } from '../../../shared/document/yjs-body.ts'
import { SeededRandom } from '../../support/seeded-random.ts'
import { bodyOf, exchange, HeadlessBody, paragraph } from './headless-body.ts'

const WORDS = ['fee', 'party', 'shall', 'term', 'cost', 'weekly', 'notice', 'value']
let ids = 0

/** Places in text at which something can be typed. */
function textPlaces(doc: Node): number[] {
  const places: number[] = []
  doc.descendants((node, pos) => {
    if (node.inlineContent) for (let at = 0; at <= node.content.size; at++) places.push(pos + 1 + at)
    return !node.inlineContent
  })
  return places
}

const EDITS: readonly ((tr: Transaction, random: SeededRandom) => void)[] = [
  (tr, random) => {
    const places = textPlaces(tr.doc)
    if (places.length > 0) tr.insertText(`${random.pick(WORDS)} `, random.pick(places))
  },
  (tr, random) => {
    const places = textPlaces(tr.doc)
    if (places.length < 2) return
    const index = random.int(places.length - 1)
    const [from, to] = [places[index] ?? 0, places[Math.min(places.length - 1, index + random.int(30))] ?? 0]
    if (to > from) tr.delete(from, to)
  },
  (tr, random) => {
    const places = textPlaces(tr.doc)
    const at = places.length > 0 ? random.pick(places) : -1
    if (at < 0 || !canSplit(tr.doc, at)) return
    tr.split(at)
    tr.setNodeAttribute(at + 1, 'id', `s${ids++}`)
  },
  (tr, random) => {
    const at = blockStart(tr.doc, random)
    const $at = tr.doc.resolve(at)
    if ($at.nodeBefore?.type === $at.nodeAfter?.type && at > 0 && canJoin(tr.doc, at)) tr.join(at)
  },
  (tr, random) => {
    const places = textPlaces(tr.doc)
    if (places.length < 2) return
    const from = random.pick(places)
    const to = Math.min(tr.doc.content.size, from + 1 + random.int(20))
    const mark = tr.doc.type.schema.mark(random.pick(['bold', 'italic', 'term']))
    if (random.chance(0.7)) tr.addMark(from, to, mark)
    else tr.removeMark(from, to, mark)
  },
  (tr, random) => {
    const { schema } = tr.doc.type
    const places = textPlaces(tr.doc)
    if (places.length > 0)
      tr.insert(random.pick(places), schema.node('partyRef', { partyId: `p${random.int(3)}` }))
  },
  (tr, random) => {
    const at = blockStart(tr.doc, random)
    const node = tr.doc.nodeAt(at)
    if (!node) return
    if (node.type.name === 'paragraph')
      tr.setNodeMarkup(at, tr.doc.type.schema.nodes.heading, { ...node.attrs, level: 2 })
    else if (node.type.name === 'heading')
      tr.setNodeMarkup(at, tr.doc.type.schema.nodes.paragraph, { ...node.attrs })
    else if ('revisitOn' in node.attrs) tr.setNodeAttribute(at, 'revisitOn', `2027-0${1 + random.int(9)}-01`)
  },
  (tr, random) => {
    const at = blockStart(tr.doc, random)
    const node = tr.doc.nodeAt(at)
    if (node) tr.delete(at, at + node.nodeSize)
  },
  (tr, random) => {
    const from = blockStart(tr.doc, random)
    const node = tr.doc.nodeAt(from)
    if (!node) return
    tr.delete(from, from + node.nodeSize)
    tr.insert(blockStart(tr.doc, random), node)
  },
  (tr, random) => {
    const { schema } = tr.doc.type
    const at = blockStart(tr.doc, random)
    const cell = () => ({
      type: 'tableCell',
      attrs: { id: `c${ids++}`, colwidth: [random.int(9)] },
      content: [paragraph(`p${ids++}`, 'cell')],
    })
    const row = { type: 'tableRow', attrs: { id: `r${ids++}` }, content: [cell(), cell()] }
    const object = random.pick<object>([
      { type: 'table', attrs: { id: `t${ids++}` }, content: [row] },
      { type: 'kpi', attrs: { id: `k${ids++}` }, content: [{ type: 'kpiPart', attrs: { part: 'name' } }] },
      paragraph(`n${ids++}`, 'new clause'),
    ])
    tr.insert(at, schema.nodeFromJSON(object))
  },
  (tr, random) => {
    const at = blockStart(tr.doc, random)
    const $at = tr.doc.resolve(at)
    const range = $at.nodeAfter ? tr.doc.resolve(at + 1).blockRange() : null
    const wrapping = range && findWrapping(range, tr.doc.type.schema.nodes.blockquote ?? tr.doc.type)
    if (range && wrapping) tr.wrap(range, wrapping)
  },
]

function blockStart(doc: Node, random: SeededRandom): number {
  const place = random.int(doc.childCount + 1)
  let at = 0
  for (let index = 0; index < place; index++) at += doc.child(index).nodeSize
  return at
}

/** One seeded run; returns how many edits changed something. */
function run(seed: number): number {
  const random = new SeededRandom(seed)
  const base = bodyOf(WORDS.map((word, n) => paragraph(`b${n}`, `${word} clause ${n} of the agreement`)))
  const people = [new HeadlessBody(10, base), new HeadlessBody(20, base), new HeadlessBody(30, base)]
  let changes = 0
  for (let round = 0; round < 8; round++) {
    for (const person of people) {
      for (let edit = random.int(4); edit > 0; edit--) {
        person.edit(tr => {
          // Several changes in one transaction, far apart, as a script or a replacement of all makes them.
          for (let step = 1 + random.int(3); step > 0; step--) random.pick(EDITS)(tr, random)
          tidy(tr, [{ from: 0, to: tr.doc.content.size }], () => `i${ids++}`)
          if (tr.docChanged) changes++
        })
        expect(person.reread.toJSON()).toEqual(person.node.toJSON())
      }
    }
    exchange(...people)
    for (const person of people) {
      expect(readBody(person.doc)).toEqual(readBody((people[0] ?? person).doc))
      expect(person.node.toJSON()).toEqual(person.reread.toJSON())
      expect(() => person.node.check()).not.toThrow()
    }
  }
  return changes
}

it('shows every peer the same valid text after any edits in any order', () => {
  let changes = 0
  for (let seed = 1; seed <= 60; seed++) changes += run(seed)
  expect(changes).toBeGreaterThan(500)
}, 60_000)
