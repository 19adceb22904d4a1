import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { editLine, lineText } from '../../../client/editor/workshop/line-text.ts'
import { BODY_FRAGMENT, KPI_PARTS, NODE_ATTRIBUTES } from '../../../shared/document/node-types.ts'
import { mergeRangesOf } from '../../../shared/record/merge/merge-ranges.ts'
import { reviewMerge } from '../../../shared/record/merge/review-merge.ts'
import { bodyOf, exchange, HeadlessBody } from './headless-body.ts'

const ROWS = 4
const KPI_FIELDS = NODE_ATTRIBUTES.kpi.filter(name => name !== 'id')
const line = (text: string) => [{ type: 'text', text }]

const base = bodyOf([
  {
    type: 'kpi',
    attrs: { id: 'kpi' },
    content: KPI_PARTS.map(part => ({
      type: 'kpiPart',
      attrs: { id: `kpi-${part}`, part },
      content: line(`The ${part} as both know it.`),
    })),
  },
  {
    type: 'shareTable',
    attrs: { id: 'shares', basis: 'cost' },
    content: Array.from({ length: ROWS }, (_, row) => ({
      type: 'shareRow',
      attrs: { id: `row-${row}`, percent: '25' },
      content: line('as agreed'),
    })),
  },
])

const AS_TYPED = (id: string) => id

/** Where the block with this id begins. */
function placeOf(body: HeadlessBody, id: string): number {
  let found = -1
  body.node.descendants((node, pos) => {
    if (node.attrs.id === id) found = pos
    return found < 0
  })
  return found
}

const nodeOf = (body: HeadlessBody, id: string) => body.node.nodeAt(placeOf(body, id))
const textOfBlock = (body: HeadlessBody, id: string) => {
  const node = nodeOf(body, id)
  return node ? lineText(node, AS_TYPED) : ''
}
const set = (body: HeadlessBody, id: string, name: string, value: string) =>
  body.edit(tr => tr.setNodeAttribute(placeOf(body, id), name, value))
/** As the workshop writes: the whole text of the line, of which only the difference is sent. */
const write = (body: HeadlessBody, id: string, text: string) =>
  body.edit(tr => {
    const node = nodeOf(body, id)
    if (node) editLine(tr, placeOf(body, id) + 1, node, text, AS_TYPED)
  })

/** Splits a list between two people, each item to one of them. */
const divided = <T>(items: readonly T[]) =>
  fc.array(fc.boolean(), { minLength: items.length, maxLength: items.length }).map(sides => ({
    ada: items.filter((_, index) => sides[index]),
    ben: items.filter((_, index) => !sides[index]),
  }))

describe('two people who work offline on the same objects', () => {
  it('keep every field of one KPI, every row of one table and all they wrote into the same prose', () => {
    const rows = Array.from({ length: ROWS }, (_, row) => `row-${row}`)
    fc.assert(
      fc.property(
        divided(KPI_FIELDS),
        divided(rows),
        fc.constantFrom(...KPI_PARTS),
        fc.boolean(),
        (fields, tableRows, part, benFirst) => {
          const [ada, ben] = [new HeadlessBody(10, base), new HeadlessBody(11, base)]
          const work = (body: HeadlessBody, name: 'ada' | 'ben') => {
            for (const field of fields[name]) set(body, 'kpi', field, `${name} ${field}`)
            for (const row of tableRows[name]) {
              set(body, row, 'percent', name === 'ada' ? '30' : '20')
              write(body, row, `as agreed, says ${name}`)
            }
            const text = textOfBlock(body, `kpi-${part}`)
            write(body, `kpi-${part}`, name === 'ada' ? `ADA ${text}` : `${text} BEN`)
          }
          work(benFirst ? ben : ada, benFirst ? 'ben' : 'ada')
          work(benFirst ? ada : ben, benFirst ? 'ada' : 'ben')
          exchange(ada, ben)

          expect(ada.node.eq(ben.node)).toBe(true)
          expect(ada.reread.eq(ada.node)).toBe(true)
          for (const name of ['ada', 'ben'] as const) {
            for (const field of fields[name])
              expect(nodeOf(ada, 'kpi')?.attrs[field]).toBe(`${name} ${field}`)
            for (const row of tableRows[name]) {
              expect(nodeOf(ada, row)?.attrs.percent).toBe(name === 'ada' ? '30' : '20')
              expect(textOfBlock(ada, row)).toBe(`as agreed, says ${name}`)
            }
          }
          expect(textOfBlock(ada, `kpi-${part}`)).toBe(`ADA The ${part} as both know it. BEN`)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('keep one value of the field that both set, and the review names the other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KPI_FIELDS), fc.boolean(), (field, adaWins) => {
        const [ada, ben] = [
          new HeadlessBody(adaWins ? 11 : 10, base),
          new HeadlessBody(adaWins ? 10 : 11, base),
        ]
        set(ada, 'kpi', field, 'by ada')
        set(ben, 'kpi', field, 'by ben')
        const [mine, theirs] = [ada.takeSent(), ben.takeSent()]
        const answer = Y.mergeUpdates(theirs)
        for (const update of mine) ben.receive(update)
        const before = Y.snapshot(ada.doc)
        ada.receive(answer)
        const kept = nodeOf(ada, 'kpi')?.attrs[field]
        expect(nodeOf(ben, 'kpi')?.attrs[field]).toBe(kept)
        expect(['by ada', 'by ben']).toContain(kept)
        const ranges = mergeRangesOf({ at: before, mine, others: [], answer })
        if (!ranges) throw new Error('nothing met')
        const { findings } = reviewMerge({ ranges, doc: ada.doc, fragment: BODY_FRAGMENT })
        expect(findings).toMatchObject([
          { kind: 'field', name: field, mine: 'by ada', theirs: 'by ben', merged: kept },
        ])
      }),
      { numRuns: 12 },
    )
  })
})
