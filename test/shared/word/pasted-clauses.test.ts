import { describe, expect, it } from 'vitest'
import { textOf } from '../../../shared/document/document-json.ts'
import { formatOfCss, MarkerReader, withOutlines } from '../../../shared/word/read/marker-label.ts'
import { clausesOfPaste, type PastedBlock } from '../../../shared/word/read/pasted-clauses.ts'

const labelsOf = (markers: readonly (readonly [text: string, level: number])[]) => {
  const reader = new MarkerReader()
  return markers.map(([text, level]) => reader.label({ text, list: 'l', level }))
}
const said = (...markers: (readonly [text: string, level: number])[]) =>
  labelsOf(markers).map(({ format, ordinal }) => `${format} ${ordinal}`)

describe('written markers', () => {
  it.each([
    ['1.', 'decimal 1'],
    ['2.10', 'decimal 10'],
    ['(a)', 'lowerLetter 1'],
    ['B.', 'upperLetter 2'],
    ['(i)', 'lowerRoman 1'],
    ['iv.', 'lowerRoman 4'],
    ['Article II', 'upperRoman 2'],
    ['Section 3', 'decimal 3'],
    ['\u00b7', 'bullet 1'],
    ['o', 'bullet 1'],
    ['\u00a7', 'bullet 1'],
  ])('%j is %s', (text, label) => expect(said([text, 0])).toEqual([label]))

  it('count on in the figures of the one before', () => {
    expect(said(['(h)', 0], ['(i)', 0], ['(j)', 0])).toEqual([
      'lowerLetter 8',
      'lowerLetter 9',
      'lowerLetter 10',
    ])
    expect(said(['(a)', 0], ['(i)', 1], ['(ii)', 1], ['(b)', 0], ['(i)', 1])).toEqual([
      'lowerLetter 1',
      'lowerRoman 1',
      'lowerRoman 2',
      'lowerLetter 2',
      'lowerRoman 1',
    ])
  })

  it('are those of clauses at each level of a list with a 1.1', () => {
    const labels = withOutlines(
      labelsOf([
        ['1.', 0],
        ['1.1', 1],
        ['\u00b7', 2],
      ]),
    )
    expect(labels.map(label => label?.isOutline)).toEqual([true, true, false])
    expect(
      withOutlines(
        labelsOf([
          ['1.', 0],
          ['2.', 0],
        ]),
      ).some(label => label?.isOutline),
    ).toBe(false)
  })

  it('have the names of CSS too', () => {
    expect(['decimal', 'lower-alpha', 'disc', 'none'].map(formatOfCss)).toEqual([
      'decimal',
      'lowerLetter',
      'bullet',
      'bullet',
    ])
  })
})

describe('pasted blocks', () => {
  const line = (words: string, type = 'paragraph'): PastedBlock => ({
    node: {
      type,
      ...(type === 'heading' && { attrs: { level: 2 } }),
      content: [{ type: 'text', text: words }],
    },
    label: null,
    more: [],
  })
  const shown = (blocks: readonly PastedBlock[]) =>
    clausesOfPaste(blocks)?.map(node => `${node.type}${node.attrs?.level ?? ''} ${textOf(node)}`) ?? null

  it('with numbers typed in front are clauses', () =>
    expect(shown([line('1. Term'), line('Two years.'), line('2. Law'), line('That of Norway.')])).toEqual([
      'heading1 Term',
      'paragraph Two years.',
      'heading1 Law',
      'paragraph That of Norway.',
    ]))

  it('without numbers stay as they are', () =>
    expect(shown([line('Term', 'heading'), line('Two years.')])).toBeNull())

  it('that are steps below headings stay steps', () =>
    expect(
      shown([
        line('Open', 'heading'),
        line('1. Knock.'),
        line('2. Enter.'),
        line('Close', 'heading'),
        line('Leave.'),
      ]),
    ).toBeNull())

  it('keep what else stands in an item inside it', () => {
    const reader = new MarkerReader()
    const label = (text: string, level: number) => reader.label({ text, list: 'l', level })
    const [one, two, deep] = withOutlines([label('1.', 0), label('1.1', 1), label('(a)', 2)])
    const blocks = clausesOfPaste([
      { ...line('Term'), label: one ?? null },
      { ...line('Lasts:'), label: two ?? null },
      { ...line('two years'), label: deep ?? null, more: [line('in full').node] },
    ])
    expect(blocks?.map(node => node.type)).toEqual(['heading', 'heading', 'orderedList'])
    expect(blocks?.[2]?.content?.[0]?.content?.map(textOf)).toEqual(['two years', 'in full'])
  })
})
