import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareLines, type RedlineClause } from '../../../../shared/document/compare/compare-texts.ts'
import { textLines } from '../../../../shared/document/compare/text-lines.ts'
import type { NodeJson } from '../../../../shared/document/document-json.ts'
import { objectNames } from '../../../../shared/document/object-view.ts'
import { extractTerms } from '../../../../shared/terms/extract-terms.ts'

const block = (type: string, id: string, text: string, attrs = {}): NodeJson => ({
  type,
  attrs: { id, ...attrs },
  ...(text !== '' && { content: [{ type: 'text', text }] }),
})
const h = (id: string, text: string) => block('heading', id, text, { level: 1 })
const p = (id: string, text: string) => block('paragraph', id, text)

function lines(content: readonly NodeJson[]) {
  const body = { type: 'doc', content } as const
  return textLines(body, objectNames(extractTerms(body, 'T')))
}
const compare = (before: readonly NodeJson[], after: readonly NodeJson[]) =>
  compareLines(lines(before), lines(after))

/** A redline as text: `[-gone-]`, `[+new+]`, and the change in front of the line. */
const shown = (clauses: readonly RedlineClause[]) =>
  clauses.flatMap(({ lines }) =>
    lines.map(
      ({ change, parts }) =>
        `${change}: ${parts.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}+]` : `[-${text}-]`)).join('')}`,
    ),
  )

describe('a comparison', () => {
  it('shows words within a line that stayed', () => {
    expect(shown(compare([p('a', 'The term is ten years.')], [p('a', 'The term is twelve years.')]))).toEqual(
      ['changed: The term is [-ten-][+twelve+] years.'],
    )
  })

  it.each([
    ['the party pays', 'the party pays the party pays', 'the party pays[+ the party pays+]'],
    ['the party pays and the party pays', 'the party pays', 'the party pays[- and the party pays-]'],
    ['The fee.', 'The fee, due', 'The fee[-.-][+, due+]'],
    [
      'a fee of 10 is due in May',
      'a price of 10 is due in June',
      'a [-fee-][+price+] of 10 is due in [-May-][+June+]',
    ],
    ['yearly fee paid on time', 'weekly fee paid on time', '[-yearly-][+weekly+] fee paid on time'],
    ['paid on 👍 time', 'paid on 👎 time', 'paid on [-👍-][+👎+] time'],
    ['two words', 'two  words', 'two [+ +]words'],
    ['', 'new', '[+new+]'],
    ['nothing of it', 'all another', '[-nothing of it-][+all another+]'],
  ])('of “%s” and “%s” cuts between words', (before, after, expected) => {
    expect(shown(compare([p('a', before)], [p('a', after)]))).toEqual([`changed: ${expected}`])
  })

  it('keeps clauses in their place and says what is gone where it stood', () => {
    const before = [
      h('1', 'One'),
      p('a', 'first text'),
      h('2', 'Two'),
      p('b', 'second text'),
      h('3', 'Three'),
    ]
    const after = [h('1', 'One'), p('a', 'first text'), h('3', 'Three'), p('c', 'something else entirely')]
    const redline = compare(before, after)
    expect(redline.map(({ clause, change }) => [clause?.title, change])).toEqual([
      ['One', 'same'],
      ['Two', 'removed'],
      ['Three', 'changed'],
    ])
    expect(redline.map(({ added, removed }) => [added, removed])).toEqual([
      [0, 0],
      [0, 3],
      [3, 0],
    ])
  })

  it('knows a line that moved, and one that was made anew', () => {
    const before = [p('a', 'alpha'), p('b', 'beta'), p('c', 'gamma'), p('d', 'delta three words here')]
    const after = [p('b', 'beta'), p('c', 'gamma'), p('x', 'delta three words here now'), p('a', 'alpha')]
    expect(shown(compare(before, after))).toEqual([
      'departed: [-alpha-]',
      'same: beta',
      'same: gamma',
      'changed: delta three words here[+ now+]',
      'moved: alpha',
    ])
  })

  it('tells formatting from words', () => {
    const bold: NodeJson = {
      type: 'paragraph',
      attrs: { id: 'a' },
      content: [{ type: 'text', text: 'text', marks: [{ type: 'bold' }] }],
    }
    expect(shown(compare([p('a', 'text')], [bold]))).toEqual(['format: text'])
    expect(shown(compare([p('a', 'text')], [h('a', 'text')]))).toEqual(['format: text'])
  })

  it('reads objects, lists and tables as lines of their own', () => {
    const share = (percent: string) => ({
      type: 'shareTable',
      attrs: { id: 's', basis: 'cost' },
      content: [{ type: 'shareRow', attrs: { id: 'r', partyId: 'p', percent } }],
    })
    const party = { type: 'party', attrs: { id: 'p', name: 'Aarau' } }
    const [redline] = compare([party, share('40')], [party, share('60')])
    expect(redline?.lines.filter(({ change }) => change !== 'same').map(({ label }) => label)).toEqual([
      'Aarau',
      'Together',
    ])
    const list = (second: string): NodeJson => ({
      type: 'orderedList',
      attrs: { id: 'l' },
      content: ['one', second].map((text, index) => ({
        type: 'listItem',
        attrs: { id: `i${index}` },
        content: [p(`q${index}`, text)],
      })),
    })
    expect(
      compare([list('two')], [list('too')])[0]?.lines.map(({ label, change, kind }) => [label, change, kind]),
    ).toEqual([
      ['1.', 'same', 'item'],
      ['2.', 'changed', 'item'],
    ])
  })

  it('holds all of both texts, whatever was done', () => {
    const word = fc.constantFrom('alpha', 'beta', 'gamma', 'delta', '')
    const blocks = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(...'abcdefgh'),
        type: fc.constantFrom('paragraph', 'heading'),
        text: fc.array(word, { maxLength: 5 }).map(words => words.join(' ')),
      }),
      { selector: ({ id }) => id, maxLength: 8 },
    )
    fc.assert(
      fc.property(blocks, blocks, (before, after) => {
        const of = (list: typeof before) =>
          list.map(({ id, type, text }) => block(type, id, text, type === 'heading' ? { level: 1 } : {}))
        const redline = compare(of(before), of(after)).flatMap(({ lines }) => lines)
        const read = (without: readonly string[], kind: string) =>
          redline
            .filter(({ change }) => !without.includes(change))
            .map(({ parts }) =>
              parts
                .filter(part => part.kind !== kind)
                .map(({ text }) => text)
                .join(''),
            )
        expect(read(['removed', 'departed'], 'removed')).toEqual(after.map(({ text }) => text))
        expect(read(['added', 'moved'], 'added')).toEqual(before.map(({ text }) => text))
      }),
    )
  })
})
