import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editLine, lineText } from '../../../../client/editor/workshop/line-text.ts'
import { bodyOf, exchange, HeadlessBody } from '../headless-body.ts'

const nameOf = (id: string) => (id === 'harbour' ? 'Harbour Ltd' : 'Nordlicht')

const kpi = {
  type: 'kpi',
  attrs: { id: 'k' },
  content: [
    {
      type: 'kpiPart',
      attrs: { id: 'line', part: 'definition' },
      content: [
        { type: 'text', text: 'Counted by ' },
        { type: 'partyRef', attrs: { partyId: 'harbour' } },
        { type: 'text', text: ' each ' },
        { type: 'text', text: 'month', marks: [{ type: 'bold' }] },
        { type: 'hardBreak' },
        { type: 'text', text: 'or quarter' },
      ],
    },
  ],
}
const TEXT = 'Counted by Harbour Ltd each month\nor quarter'

const person = (id: number) => new HeadlessBody(id, bodyOf([kpi]))
const lineOf = (body: HeadlessBody) => body.node.child(0).child(0)
const read = (body: HeadlessBody) => lineText(lineOf(body), nameOf)
const write = (body: HeadlessBody, text: string) =>
  body.edit(tr => editLine(tr, 2, lineOf(body), text, nameOf))
const types = (body: HeadlessBody) => lineOf(body).content.content.map(node => node.type.name)

describe('a line of prose as plain text', () => {
  it('reads parties by their names and breaks as line feeds', () => {
    expect(read(person(1))).toBe(TEXT)
  })

  it.each([
    ['Counted daily by Harbour Ltd each month\nor quarter', 1],
    ['Counted by Harbour Ltd every month\nor quarter', 1],
    ['Counted by Harbour Ltd each month or quarter', 1],
    ['Counted by Harbour Ltd each month\n\nor quarter', 1],
    ['Counted by Harbour Limited each month\nor quarter', 0],
    ['Counted by  each month\nor quarter', 0],
    ['', 0],
  ])('reads %j after it was written, and keeps %i party', (text, parties) => {
    const ada = person(1)
    write(ada, text)
    expect(read(ada)).toBe(text)
    expect(types(ada).filter(type => type === 'partyRef')).toHaveLength(parties)
    expect(ada.reread.eq(ada.node)).toBe(true)
  })

  it('keeps the marks of what it leaves alone', () => {
    const ada = person(1)
    write(ada, TEXT.replace('Counted', 'Read'))
    write(ada, read(ada).replace('quarter', 'year'))
    const bold = lineOf(ada).content.content.filter(node => node.marks.length > 0)
    expect(bold.map(node => node.text)).toEqual(['month'])
  })

  it('reads as whatever was written, in any text', () => {
    const texts = fc.array(fc.constantFrom('Harbour Ltd', 'a', ' ', '\n', 'month', 'é', '😀', 'each'), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 4 }), steps => {
        const ada = person(1)
        for (const words of steps) {
          write(ada, words.join(''))
          expect(read(ada)).toBe(words.join(''))
        }
        expect(ada.reread.eq(ada.node)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('keeps what a partner types into the same line meanwhile', () => {
    const [ada, ben] = [person(10), person(11)]
    ben.edit(tr => tr.insertText(' year', tr.doc.content.size - 2))
    write(ada, TEXT.replace('Counted', 'Counted and read'))
    exchange(ada, ben)
    expect(read(ada)).toBe('Counted and read by Harbour Ltd each month\nor quarter year')
    expect(ada.node.eq(ben.node)).toBe(true)
  })
})
