import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CUES, cuesIn } from '../../../../shared/terms/recognise/clauses/clause-cues.ts'
import {
  chanceOf,
  likeliestOf,
  presenceFigures,
  spanFigures,
} from '../../../../shared/terms/recognise/clauses/clause-decision.ts'
import { shippedModel } from '../../../../shared/terms/recognise/clauses/shipped-model.ts'
import { minimise } from '../../../bench/terms-bench/minimise.ts'

const scoresOf = (odds: readonly number[]) => odds.map(one => [one])

describe('whether an agreement has a clause of a kind', () => {
  const { presence, span } = shippedModel()

  test('is a chance, whatever the sentences say, none at all included', () =>
    fc.assert(
      fc.property(fc.array(fc.float({ noNaN: true })), odds => {
        const chance = chanceOf(presence, 0, presenceFigures(scoresOf(odds), 0))
        expect(chance).toBeGreaterThanOrEqual(0)
        expect(chance).toBeLessThanOrEqual(1)
      }),
    ))

  test('is likelier with a sentence that tells it than with one that does not', () => {
    const chance = (odds: number[]) => chanceOf(presence, 9, presenceFigures(odds.map(row), 9))
    const row = (odds: number) => new Array<number>(26).fill(odds)
    expect(chance([-6, 3, -6])).toBeGreaterThan(presence.threshold)
    expect(chance([-6, -6, -6])).toBeLessThan(presence.threshold)
  })

  test('makes a sentence a part of the clause, the more the likelier it is itself', () => {
    const chance = (own: number) => {
      const scores = [own, 2].map(odds => new Array<number>(26).fill(odds))
      const about = { most: likeliestOf(scores)[9] ?? 0, presence: 0.9, length: 200 }
      return chanceOf(span, 9, spanFigures(scores, 0, 9, about))
    }
    const chances = [-4, -2, 0, 2].map(chance)
    expect(chances).toEqual(chances.toSorted((a, b) => a - b))
  })

  test('looks at the neighbours of a sentence, and beyond the ends there is nothing', () => {
    const about = { most: 1, presence: 0.5, length: 100 }
    expect(spanFigures(scoresOf([1, -3]), 0, 0, about).slice(0, 4)).toEqual([1 / 3, 0, -3, -1])
  })
})

describe('turns of phrase', () => {
  test.each([
    ['either party may terminate this agreement upon thirty days prior written notice.', true],
    ['either party may terminate this agreement upon thirty days notice of a breach by the other.', false],
  ])('tell an end without a reason from one with: %s', (sentence, without) => {
    const plain = cuesIn('a party may terminate it upon ten days notice.')
    const same = plain.filter(cue => cuesIn(sentence).includes(cue))
    expect(same.length === plain.length).toBe(without)
  })

  test('tell exclusive from non-exclusive', () => {
    const exclusive = cuesIn('licensor grants an exclusive license.')
    const open = cuesIn('licensor grants a non-exclusive license.')
    expect(exclusive.some(cue => !open.includes(cue))).toBe(true)
  })

  test('are found within bounded time and numbered within their count, on any text', () =>
    fc.assert(
      fc.property(fc.string(), text => {
        for (const cue of cuesIn(text.toLowerCase())) expect(cue).toBeLessThan(CUES)
      }),
    ))
})

test('the least of a bowl is found from anywhere', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 6 }), goal => {
      const found = minimise(
        (point, gradient) => {
          let value = 0
          for (const [index, at] of point.entries()) {
            const steep = index + 1
            value += (steep * (at - (goal[index] ?? 0)) ** 2) / 2
            gradient[index] = steep * (at - (goal[index] ?? 0))
          }
          return value
        },
        new Float32Array(goal.length),
        100,
      )
      for (const [index, at] of found.entries()) expect(at).toBeCloseTo(goal[index] ?? 0, 1)
    }),
  ))
