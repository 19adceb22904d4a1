import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SAMPLE_TITLE, sample } from '../../../shared/agreement/templates/sample.ts'
import { type DocumentJson, walk } from '../../../shared/document/document-json.ts'
import type { Thread } from '../../../shared/document/threads.ts'
import { extractTerms } from '../../../shared/terms/extract-terms.ts'
import { readDocx } from '../../../shared/word/read-docx.ts'
import { writeDocx } from '../../../shared/word/write-docx.ts'
import { arbitraryDocument } from '../document/arbitrary-document.ts'
import { comparable } from './comparable.ts'

const counter = () => {
  let next = 0
  return () => `id${next++}`
}

/** A comment for every second anchor of the text. */
function threadsFor(body: DocumentJson): Thread[] {
  const ids = new Set<string>()
  walk(body, node => {
    for (const mark of node.marks ?? []) if (mark.type === 'comment') ids.add(String(mark.attrs?.id))
  })
  return [...ids].flatMap((id, index) =>
    index % 2 > 0
      ? []
      : [
          {
            id,
            author: 'Ada Lovelace',
            date: '2026-03-01T09:30:00Z',
            text: `Comment ${index}\nwith two lines`,
            resolved: index % 4 === 0,
            replies: index % 3 === 0 ? [{ author: 'Ben', date: null, text: 'An answer' }] : [],
          },
        ],
  )
}

const namesOf = (threads: readonly Thread[]) => new Map(threads.map(({ id, text }) => [id, text]))

function thereAndBack(body: DocumentJson, title: string) {
  const threads = threadsFor(body)
  const bytes = writeDocx({ title, body, terms: extractTerms(body, title), threads })
  const back = readDocx(bytes, counter())
  return { threads, bytes, back }
}

describe('a Word file written and read again', () => {
  it('gives the same agreement, but for the losses that are listed', () => {
    fc.assert(
      fc.property(arbitraryDocument, body => {
        const { threads, back } = thereAndBack(body, 'A title')
        const before = comparable(body, namesOf(threads))
        if (!back.ok) {
          expect(back.error).toEqual({ kind: 'empty' })
          expect(before.content).toEqual([])
          return
        }
        expect(back.value.title).toBe('A title')
        expect(comparable(back.value.body, namesOf(back.value.threads))).toEqual(before)
        expect(back.value.losses.filter(({ kind }) => kind !== 'comment-place')).toEqual([])
        const withoutId = ({ id: _id, ...rest }: Thread) => rest
        expect(back.value.threads.map(withoutId)).toEqual(threads.map(withoutId))
      }),
      { numRuns: 120 },
    )
  })

  it('brings the sample back with every object, and the same terms', () => {
    const body = sample()
    const { back } = thereAndBack(body, SAMPLE_TITLE)
    if (!back.ok) throw new Error(back.error.kind)
    expect(comparable(back.value.body, new Map())).toEqual(comparable(body, new Map()))
    const before = extractTerms(body, SAMPLE_TITLE)
    const after = extractTerms(back.value.body, SAMPLE_TITLE)
    expect(after.kpis.map(({ parts, target }) => ({ parts, target }))).toEqual(
      before.kpis.map(({ parts, target }) => ({ parts, target })),
    )
    expect(after.clauses.map(({ number, title }) => `${number} ${title}`)).toEqual(
      before.clauses.map(({ number, title }) => `${number} ${title}`),
    )
  })

  it('keeps two comments on the same words apart', () => {
    const on = (...ids: string[]) => ids.map(id => ({ type: 'comment', attrs: { id } }))
    const text = (words: string, ...ids: string[]) => ({ type: 'text', text: words, marks: on(...ids) })
    const line = { type: 'paragraph', content: [text('All of ', 'one'), text('it', 'one', 'two')] }
    const body: DocumentJson = { type: 'doc', content: [line] }
    const names = new Map([
      ['one', 'About all'],
      ['two', 'About it'],
    ])
    const threads = [...names].map(
      ([id, text]): Thread => ({ id, author: 'Ada', date: null, text, resolved: false, replies: [] }),
    )
    const bytes = writeDocx({ title: 'T', body, terms: extractTerms(body, 'T'), threads })
    const back = readDocx(bytes, counter())
    if (!back.ok) throw new Error(back.error.kind)
    expect(comparable(back.value.body, namesOf(back.value.threads))).toEqual(comparable(body, names))
  })

  it('is the same file for the same agreement', () => {
    const body = sample()
    expect(thereAndBack(body, 'T').bytes).toEqual(thereAndBack(body, 'T').bytes)
  })
})
