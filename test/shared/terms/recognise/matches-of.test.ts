import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesOf } from '../../../../shared/terms/recognise/text/matches-of.ts'

const PATTERNS = [/a+/g, /(?<=b)(?=a)/g, /a*/g, /b(?<rest>.)/g, /(?:)/g]

test('finds what matchAll finds, also where nothing lies between two letters, and again in the next text', () =>
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', ' ') }),
      fc.constantFrom(...PATTERNS),
      (text, pattern) => {
        const found = matchesOf(text, pattern).map(({ index, 0: whole, groups }) => [
          index,
          whole,
          groups?.rest,
        ])
        expect(found).toEqual(
          [...text.matchAll(new RegExp(pattern))].map(({ index, 0: whole, groups }) => [
            index,
            whole,
            groups?.rest,
          ]),
        )
      },
    ),
  ))
