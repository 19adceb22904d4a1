import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase64, toBase64 } from '../../../../shared/terms/recognise/clauses/base64.ts'
import { CLAUSE_KINDS } from '../../../../shared/terms/recognise/clauses/clause-kind.ts'
import {
  LINEAR_SHARE,
  readModel,
  scoreSentence,
  storeWeights,
} from '../../../../shared/terms/recognise/clauses/clause-model.ts'
import { HiddenLayer, storeHidden } from '../../../../shared/terms/recognise/clauses/hidden-layer.ts'
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
    'June 7, 2027 ',
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
        const { plain, places } = plainText(text)
        for (let index = 0; index < plain.length; index += 1) {
          expect(places.of(index)).toBeGreaterThan(places.of(index - 1) ?? -1)
          expect(places.firstFrom(places.of(index) ?? 0)).toBe(index)
          if (/\p{L}/u.test(plain[index] ?? '')) expect(text[places.of(index) ?? -1]).toBe(plain[index])
        }
        expect(places.of(plain.length)).toBeNull()
        expect(places.firstFrom(text.length)).toBe(plain.length)
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
    const weights = (kind: number, weight: number) =>
      Float32Array.from(CLAUSE_KINDS, (_, index) => (index === kind ? weight : 0))
    const stored = storeWeights(
      [
        { bucket: 5, weights: weights(3, 2) },
        { bucket: 70_000, weights: weights(0, -1) },
        { bucket: BUCKETS - 1, weights: weights(25, 0.5) },
        { bucket: BUCKETS + 7, weights: weights(1, 1.5) },
      ],
      0.01,
    )
    const decision = { shared: [], offsets: [], slopes: [], threshold: 0.5 }
    const biases = new Array(CLAUSE_KINDS.length).fill(-1)
    // A net that says 0 of everything: the linear model has its share.
    const silent = storeHidden([], {
      hiddenBiases: [0],
      outputs: new Array(CLAUSE_KINDS.length).fill(0),
      outputBiases: new Array(CLAUSE_KINDS.length).fill(0),
    })
    const model = readModel({ ...stored, biases, hidden: silent, presence: decision, span: decision })
    const score = (words: number[], cues: number[], kind: number) =>
      (scoreSentence(model, { words, cues, affirmed: [], denied: [] })[kind] ?? Number.NaN) / LINEAR_SHARE
    expect(score([5], [], 3)).toBeCloseTo(1, 2)
    expect(score([70_000], [], 0)).toBeCloseTo(-2, 1)
    expect(score([BUCKETS - 1], [], 25)).toBeCloseTo(-0.5, 1)
    expect(score([6], [], 3)).toBeCloseTo(-1, 5)
    // A word counts the less, the longer its sentence; a turn of phrase counts wholly.
    expect(score([5, 6, 8, 9], [7], 3)).toBeCloseTo(0, 2)
    expect(score([6, 8, 9], [7], 1)).toBeCloseTo(0.5, 1)
  })

  test('has a net that reads as it was written: what is above 0 of a unit tells the kinds', () => {
    const outputs = new Array(2 * CLAUSE_KINDS.length).fill(0)
    outputs[3] = 2
    outputs[CLAUSE_KINDS.length + 3] = -1
    const hidden = new HiddenLayer(
      storeHidden(
        [
          { bucket: 5, weights: Float32Array.of(1, -1) },
          { bucket: BUCKETS + 7, weights: Float32Array.of(-1, 1) },
        ],
        { hiddenBiases: [0.5, 0], outputs, outputBiases: new Array(CLAUSE_KINDS.length).fill(-1) },
      ),
    )
    const score = (words: number[], cues: number[], weight: number) =>
      hidden.scoresOf({ words, cues, affirmed: [], denied: [] }, weight)[3]
    expect(score([5], [], 1)).toBeCloseTo(-1 + 2 * 1.5, 3)
    expect(score([5], [], 0.5)).toBeCloseTo(-1 + 2 * 1, 3)
    expect(score([6], [], 1)).toBeCloseTo(-1 + 2 * 0.5, 3)
    expect(score([], [7], 1)).toBeCloseTo(-1 - 1, 3)
  })

  test('lies in base64 that gives back every byte', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 255 })), bytes => {
        expect([...fromBase64(toBase64(bytes))]).toEqual(bytes)
      }),
    ))
})
