import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CLAUSE_KINDS } from '../../../../shared/terms/recognise/clauses/clause-kind.ts'
import {
  readModel,
  scoreSentence,
  storeModel,
} from '../../../../shared/terms/recognise/clauses/clause-model.ts'
import { BUCKETS } from '../../../../shared/terms/recognise/clauses/sentence-features.ts'
import { recogniseText } from '../../../../shared/terms/recognise/recognise-text.ts'
import { plainText } from '../../../../shared/terms/recognise/text/plain-text.ts'
import { sentencesOf } from '../../../../shared/terms/recognise/text/sentences.ts'

const PIECES = [
  'This Agreement ',
  'is made as of May 3, 2027 ',
  'by and between ',
  'Acme, Inc. ("Acme") ',
  'and ',
  'Beta LLC, ',
  '(the "Bank")',
  '\n\n',
  '  ',
  '\u00ad',
  '“',
  '”',
  'shall terminate ',
  'upon thirty (30) days notice. ',
  'governed by the laws of Norway. ',
  '$1,000,000 ',
  '50% of net revenue ',
  'insurance ',
  'renew for one year ',
  '99.5% availability ',
  '🙂',
  'Page 3 of 9\n',
  '(',
  ')',
  '1.',
  'a',
  'Z',
]
const prose = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map(pieces => pieces.join(''))
const anything = fc.oneof(prose, fc.string({ unit: 'binary', maxLength: 400 }))

describe('recogniseText', () => {
  test('gives places that lie in the text and hold what was found, on any text', () => {
    fc.assert(
      fc.property(anything, text => {
        for (const finding of recogniseText(text).findings) {
          expect(finding.start).toBeGreaterThanOrEqual(0)
          expect(finding.end).toBeLessThanOrEqual(text.length)
          expect(finding.text).toBe(text.slice(finding.start, finding.end))
          expect(finding.text.length).toBeGreaterThan(0)
          expect(finding.sentence.start).toBeLessThanOrEqual(finding.start)
          expect(finding.sentence.end).toBeGreaterThanOrEqual(finding.end)
          expect(finding.confidence).toBeGreaterThan(0)
          expect(finding.confidence).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('gives the same twice', () => {
    fc.assert(
      fc.property(prose, text => {
        expect(recogniseText(text)).toEqual(recogniseText(text))
      }),
      { numRuns: 30 },
    )
  })

  test.each([
    'a',
    '(',
    '("A") ',
    'by and between ',
    'A, ',
    '1,',
    '. ',
    '\n',
    ' ',
    'The Company shall ',
    'A and ',
    'one ',
    '"',
    'availability ',
    'terminate ',
  ])('takes no more than a few seconds for 2 MB of %j', piece => {
    const started = performance.now()
    recogniseText(piece.repeat(Math.ceil(2_000_000 / piece.length)))
    expect(performance.now() - started).toBeLessThan(12_000)
  })
})

describe('plainText', () => {
  test('keeps for each character the place it came from', () => {
    fc.assert(
      fc.property(anything, text => {
        const { plain, offsets } = plainText(text)
        expect(offsets.length).toBe(plain.length + 1)
        for (let index = 1; index < offsets.length; index += 1)
          expect(offsets[index]).toBeGreaterThanOrEqual(offsets[index - 1] ?? 0)
      }),
      { numRuns: 200 },
    )
  })

  test('leaves out what belongs to the page', () =>
    expect(plainText('The Supplier\n\nPage 3 of 9\n\nshall  deliver.').plain).toBe(
      'The Supplier\nshall deliver.',
    ))
})

describe('sentencesOf', () => {
  test('gives sentences in order that do not overlap and leave out only space', () => {
    fc.assert(
      fc.property(prose, text => {
        const { plain } = plainText(text)
        let end = 0
        for (const sentence of sentencesOf(plain)) {
          expect(plain.slice(end, sentence.start).trim()).toBe('')
          expect(sentence.end).toBeGreaterThan(sentence.start)
          end = sentence.end
        }
        expect(plain.slice(end).trim()).toBe('')
      }),
      { numRuns: 200 },
    )
  })

  test('goes on after an abbreviation and after a page', () =>
    expect(
      sentencesOf('Acme Inc. sells goods. It delivers\nwithin two days.').map(({ start, end }) => [
        start,
        end,
      ]),
    ).toEqual([
      [0, 22],
      [23, 51],
    ]))
})

describe('the stored model', () => {
  test('reads as it was written, within the rounding of eight bits', () => {
    const dense = new Float32Array(BUCKETS * CLAUSE_KINDS.length)
    dense[5 * CLAUSE_KINDS.length + 3] = 2
    dense[70_000 * CLAUSE_KINDS.length] = -1
    dense[(BUCKETS - 1) * CLAUSE_KINDS.length + 25] = 0.5
    const thresholds = CLAUSE_KINDS.map(() => ({ presence: 0.5, span: 0.5 }))
    const model = readModel(storeModel(dense, new Array(CLAUSE_KINDS.length).fill(0), thresholds, 0.01))
    const chance = (bucket: number, kind: number) => scoreSentence(model, Uint32Array.of(bucket))[kind]
    expect(chance(5, 3)).toBeCloseTo(1 / (1 + Math.exp(-2)), 2)
    expect(chance(70_000, 0)).toBeCloseTo(1 / (1 + Math.exp(1)), 2)
    expect(chance(BUCKETS - 1, 25)).toBeCloseTo(1 / (1 + Math.exp(-0.5)), 2)
    expect(chance(6, 3)).toBe(0.5)
  })
})
