import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redlineDocx } from '../../../server/export/redline/redline-docx.ts'
import { changesOf } from '../../../shared/document/changes/changes-of.ts'
import { settleChanges } from '../../../shared/document/changes/settle-changes.ts'
import { type DocumentJson, type NodeJson, textOf } from '../../../shared/document/document-json.ts'
import { comparable, compareStates } from '../../../shared/record/history/compare-states.ts'
import { readDocx } from '../../../shared/word/read-docx.ts'

const DATE = '2026-11-26T09:30:00Z'
const PEOPLE = [
  { name: 'Ada “A” <Lund>', at: '2026-11-24T08:00:00.123Z' },
  { name: 'Ben Ödegård', at: '2026-11-25T09:15:00Z' },
]

const block = (type: string, id: string, text: string, seq?: number): NodeJson => ({
  type,
  attrs: { id, ...(type === 'heading' && { level: 1 }) },
  ...(text !== '' && {
    content: [{ type: 'text', text, ...(seq && { attrs: { '@seq': seq } }) }],
  }),
})
const doc = (...content: NodeJson[]): DocumentJson => ({ type: 'doc', content })

/** The redline of two states as a Word file, read back as any Word file is that somebody imports. */
function throughWord(before: DocumentJson, after: DocumentJson): DocumentJson {
  const file = redlineDocx({
    comparison: compareStates(
      comparable({ title: 'Old name', body: before }),
      comparable({ title: 'Valley', body: after }),
    ),
    from: 'then',
    to: 'now',
    authorOf: seq => (seq === null ? null : (PEOPLE[seq - 1] ?? null)),
    date: DATE,
  })
  let ids = 0
  const read = readDocx(file, () => `id${ids++}`)
  if (!read.ok) throw new Error(read.error.kind)
  return read.value.body
}

/** The words of each line; the line that says what is compared, and empty ones, are left out. */
const lines = (body: DocumentJson) =>
  (body.content ?? [])
    .map(textOf)
    .filter(line => line !== '')
    .slice(1)

const accepted = (body: DocumentJson) => lines(settleChanges(body, () => 'accept'))
const rejected = (body: DocumentJson) => lines(settleChanges(body, () => 'reject'))

describe('a redline as a Word file', () => {
  it('tracks each change with who made it and when', () => {
    const read = throughWord(
      doc(block('paragraph', 'a', 'The fee is due monthly.', 2), block('paragraph', 'b', 'Gone.', 1)),
      doc(
        block('paragraph', 'a', 'The fee is due yearly.', 1),
        block('paragraph', 'c', 'A new line & <more>.', 2),
      ),
    )
    expect(
      changesOf(read).flatMap(({ kind, author, date, text }) =>
        text === '' ? [] : [[kind, author, date, text]],
      ),
    ).toEqual([
      ['deletion', 'Ben Ödegård', '2026-11-25T09:15:00Z', 'monthly'],
      ['insertion', 'Ada “A” <Lund>', '2026-11-24T08:00:00Z', 'yearly'],
      ['deletion', 'Ada “A” <Lund>', '2026-11-24T08:00:00Z', 'Gone.'],
      ['insertion', 'Ben Ödegård', '2026-11-25T09:15:00Z', 'A new line & <more>.'],
    ])
  })

  it('moves a line with the name of who took it from where it stood, and back when that is rejected', () => {
    const [fee, notice] = [block('paragraph', 'a', 'The fee.'), block('paragraph', 'b', 'The notice.')]
    const last = block('paragraph', 'c', 'The last words of all.')
    const before = doc(block('paragraph', 'a', 'The fee.', 2), notice, last)
    const read = throughWord(before, doc(notice, last, fee))
    const words = changesOf(read).flatMap(({ kind, author, text }) =>
      text === '' ? [] : [[kind, author, text]],
    )
    expect(words).toEqual([['move', 'Ben Ödegård', 'The fee.']])
    expect(accepted(read)).toEqual(['The notice.', 'The last words of all.', 'The fee.'])
    expect(rejected(read)).toEqual(['The fee.', 'The notice.', 'The last words of all.'])
  })

  it('calls unknown whom the record does not name, at the time of the file', () => {
    const [change] = changesOf(throughWord(doc(), doc(block('paragraph', 'a', 'New.'))))
    expect(change).toMatchObject({ author: 'Unknown', date: DATE, text: 'New.' })
  })

  it('holds what Word cannot print as something that it can', () => {
    const read = throughWord(doc(), doc(block('paragraph', 'a', 'x\u0000y\uD800z 👍')))
    expect(accepted(read)).toEqual(['x\uFFFDy\uFFFDz 👍'])
  })

  it('is the later text when all is accepted, and the earlier one when all is rejected', () => {
    const word = fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'epsilon')
    const texts = fc.array(fc.option(fc.array(word, { minLength: 1, maxLength: 6 }), { nil: null }), {
      minLength: 6,
      maxLength: 6,
    })
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 })
    const state = fc.tuple(texts, order).map(([each, places]) =>
      places.flatMap(index => {
        const words = each[index]
        return words ? [block('paragraph', `p${index}`, words.join(' '), 1)] : []
      }),
    )
    fc.assert(
      fc.property(state, state, (before, after) => {
        const read = throughWord(doc(...before), doc(...after))
        expect(accepted(read)).toEqual(after.map(textOf))
        expect(rejected(read)).toEqual(before.map(textOf))
      }),
      { numRuns: 60 },
    )
  })
})
