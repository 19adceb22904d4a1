import { describe, expect, it } from 'vitest'
import { changesOf } from '../../../shared/document/changes/changes-of.ts'
import { settleChanges } from '../../../shared/document/changes/settle-changes.ts'
import { numberClauses } from '../../../shared/document/clauses.ts'
import { type DocumentJson, type NodeJson, textOf } from '../../../shared/document/document-json.ts'
import { extractTerms } from '../../../shared/terms/extract-terms.ts'
import { readinessOf } from '../../../shared/terms/readiness/readiness.ts'
import { readDocx } from '../../../shared/word/read-docx.ts'
import { readMarkdown } from '../../../shared/word/read-markdown.ts'
import { docx, PART } from './small-docx.ts'

function read(body: string, parts: Readonly<Record<string, string>> = {}) {
  let next = 0
  const result = readDocx(docx(body, parts), () => `id${next++}`)
  if (!result.ok) throw new Error(result.error.kind)
  return result.value
}

const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (inside: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`
const who = 'w:author="Ada" w:date="2026-03-01T09:30:00Z"'
const ins = (text: string) => `<w:ins w:id="1" ${who}>${run(text)}</w:ins>`
const del = (text: string) =>
  `<w:del w:id="2" ${who}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const lines = (body: DocumentJson) => (body.content ?? []).map(textOf)

const LEGAL = PART(
  'w:numbering',
  `<w:abstractNum w:abstractNumId="0">${[0, 1, 2]
    .map(
      level =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${level < 2 ? 'decimal' : 'lowerLetter'}"/><w:lvlText w:val="${['%1.', '%1.%2', '(%3)'][level]}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
)
const numbered = (level: number, inside: string) =>
  p(inside, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`)

describe('clauses of a Word file', () => {
  it('are what the file numbers like clauses, and their numbers are not doubled', () => {
    const { body, losses } = read(
      numbered(0, run('Payment', '<w:b/>')) +
        numbered(1, run('When.', '<w:u w:val="single"/>') + run(' Within 30 days.')) +
        numbered(2, run('by transfer')) +
        numbered(2, run('in euros')) +
        numbered(0, run('Term')),
      { 'word/numbering.xml': LEGAL },
    )
    expect(numberClauses(body).map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 Payment',
      '1.1 When.',
      '2 Term',
    ])
    expect(lines(body)).toContain('Within 30 days.')
    expect(body.content?.find(({ type }) => type === 'orderedList')).toMatchObject({
      attrs: { start: 1, type: 'a' },
    })
    expect(losses).toEqual([])
  })

  it('are recognised by numbers that were typed, where these run on', () => {
    const { body } = read(
      p(run('1. Definitions', '<w:b/>')) +
        p(run('Words.')) +
        p(run('30 days is a month.')) +
        p(run('2. Payment', '<w:b/>')),
    )
    expect(numberClauses(body).map(({ title }) => title)).toEqual(['Definitions', 'Payment'])
    expect(lines(body)).toContain('30 days is a month.')
  })
})

describe('tracked changes', () => {
  const { body } = read(
    p(`${run('Pay within ')}${del('thirty')}${ins('sixty')}${run(' days.')}`) +
      p(ins('A new paragraph.'), `<w:rPr><w:ins w:id="3" ${who}/></w:rPr>`) +
      p(`${run('First half')}`, `<w:rPr><w:del w:id="4" ${who}/></w:rPr>`) +
      p(run(' and second.')),
  )

  it('arrive with author and date, and are never accepted by themselves', () => {
    expect(changesOf(body).map(({ kind, author, date, text }) => [kind, author, date, text])).toEqual([
      ['deletion', 'Ada', '2026-03-01T09:30:00Z', 'thirty'],
      ['insertion', 'Ada', '2026-03-01T09:30:00Z', 'sixty'],
      ['insertion', 'Ada', '2026-03-01T09:30:00Z', 'A new paragraph.'],
      ['deletion', 'Ada', '2026-03-01T09:30:00Z', ''],
    ])
  })

  it('are carried out one by one or all at once', () => {
    expect(lines(settleChanges(body, () => 'accept'))).toEqual([
      'Pay within sixty days.',
      'A new paragraph.',
      'First half and second.',
    ])
    expect(lines(settleChanges(body, () => 'reject'))).toEqual([
      'Pay within thirty days.',
      'First half',
      ' and second.',
    ])
    const [first] = changesOf(body)
    const one = settleChanges(body, id => (id === first?.id ? 'accept' : null))
    expect(changesOf(one)).toHaveLength(3)
    expect(one.content?.[1]).toBe(body.content?.[1])
  })

  it('change no term until somebody decides, and keep a text from being sealed', () => {
    const marked = (text: string, ...types: string[]): NodeJson => ({
      type: 'text',
      text,
      marks: types.map(type =>
        type === 'term' ? { type, attrs: { kind: 'amount', id: 't' } } : { type, attrs: { id: type } },
      ),
    })
    const text: DocumentJson = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { id: 'p' },
          content: [
            marked('EUR ', 'term'),
            marked('100', 'term', 'deletion'),
            marked('900', 'term', 'insertion'),
          ],
        },
      ],
    }
    const terms = extractTerms(text, 'T')
    expect(terms.facts.map(({ text }) => text)).toEqual(['EUR 100'])
    const found = readinessOf(text, terms).find(({ kind }) => kind === 'proposed-changes')
    expect(found).toMatchObject({ severity: 'error', blockId: 'p' })
    const accepted = settleChanges(text, () => 'accept')
    expect(extractTerms(accepted, 'T').facts.map(({ text }) => text)).toEqual(['EUR 900'])
    expect(readinessOf(accepted, terms).some(({ kind }) => kind === 'proposed-changes')).toBe(false)
  })

  it('keep both halves of a move together, and the deletion of what was moved', () => {
    const half = (name: string, id: number, inside: string) =>
      `<w:${name}RangeStart w:id="${id}" w:name="m1" ${who}/><w:${name} w:id="9" ${who}>${inside}</w:${name}><w:${name}RangeEnd w:id="${id}"/>`
    const moved = read(
      p(run('Here: ') + half('moveTo', 1, run('words') + del(' gone'))) +
        p(run('There: ') + half('moveFrom', 2, run('words'))),
    ).body
    expect(changesOf(moved).map(({ kind, text }) => [kind, text])).toEqual([
      ['move', 'words gone'],
      ['deletion', ' gone'],
    ])
    expect(lines(settleChanges(moved, () => 'accept'))).toEqual(['Here: words', 'There: '])
    expect(lines(settleChanges(moved, () => 'reject'))).toEqual(['Here: ', 'There: words'])
  })
})

describe('what else a Word file holds', () => {
  it('keeps comments with their words, their author and their date', () => {
    const { body, threads } = read(
      p(
        `<w:commentRangeStart w:id="0"/>${run('These words')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${run(' not.')}`,
      ),
      { 'word/comments.xml': PART('w:comments', `<w:comment w:id="0" ${who}>${p(run('Why?'))}</w:comment>`) },
    )
    expect(threads).toMatchObject([{ author: 'Ada', date: '2026-03-01T09:30:00Z', text: 'Why?' }])
    expect(body.content?.[0]?.content).toEqual([
      { type: 'text', text: 'These words', marks: [{ type: 'comment', attrs: { id: threads[0]?.id } }] },
      { type: 'text', text: ' not.' },
    ])
  })

  it('keeps footnotes as numbered notes at the end, and says so', () => {
    const { body, losses } = read(p(`${run('Fair')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('.')}`), {
      'word/footnotes.xml': PART(
        'w:footnotes',
        `<w:footnote w:id="2">${p(run(' As both say.'))}</w:footnote>`,
      ),
    })
    expect(lines(body)).toEqual(['Fair[1].', '', 'Notes', '[1] As both say.'])
    expect(losses).toEqual([{ kind: 'footnote', count: 1, example: null }])
  })

  it('keeps merged cells', () => {
    const cell = (text: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${p(run(text))}</w:tc>`
    const { body } = read(
      `<w:tbl><w:tr>${cell('wide', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('tall', '<w:vMerge w:val="restart"/>')}${cell('b')}</w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>${cell('c')}</w:tr></w:tbl>`,
    )
    const spans = (body.content?.[0]?.content ?? []).map(row => row.content?.map(({ attrs }) => attrs))
    expect(spans).toEqual([
      [{ colspan: 2, rowspan: 1 }],
      [
        { colspan: 1, rowspan: 2 },
        { colspan: 1, rowspan: 1 },
      ],
      [{ colspan: 1, rowspan: 1 }],
    ])
  })

  it('lists what it cannot keep', () => {
    const { losses, body } = read(
      p(`${run('Seen')}${run(' unseen', '<w:vanish/>')}<w:r><w:drawing/></w:r>`) +
        p(run('x', '<w:vertAlign w:val="superscript"/>')),
    )
    expect(losses.map(({ kind }) => kind)).toEqual(['picture', 'hidden-text', 'raised-text'])
    expect(lines(body)).toEqual(['Seen', 'x'])
  })
})

describe('Markdown', () => {
  it('becomes clauses, lists and tables; typed numbers and tags go, placeholders stay', () => {
    const result = readMarkdown(
      '# Service agreement\n\n## 1. Scope\n\nFor **<Customer>**.<br>\n\n- a\n  - b\n\n### 1.1 Price\n\n| A | B |\n| --- | --- |\n| 1 | [x](javascript:alert(1)) |\n',
    )
    if (!result.ok) throw new Error(result.error.kind)
    const { title, body, losses } = result.value
    expect(title).toBe('Service agreement')
    expect(numberClauses(body).map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 Scope',
      '1.1 Price',
    ])
    expect(body.content?.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'bulletList',
      'heading',
      'table',
    ])
    expect(lines(body)[1]?.trim()).toBe('For <Customer>.')
    expect(losses).toEqual([{ kind: 'unsafe-link', count: 1, example: 'javascript:alert(1)' }])
  })
})
