import { expect, it } from 'vitest'
import { valuePieces } from '../../../client/review/value-pieces.ts'

const MARKS = { same: ['', ''], added: ['[+', '+]'], removed: ['[-', '-]'] } as const

const shown = (before: string | null, value: string | null) =>
  valuePieces(before, value)
    .map(({ kind, text }) => MARKS[kind].join(text))
    .join('')

it.each([
  ['“Boxes by seven.”', '“Boxes sorted by round by seven.”', '“Boxes [+sorted by round +]by seven.”'],
  ['“by seven, with a log”', '“by seven”', '“by seven[-, with a log-]”'],
  ['“as it was”', '“as it was”', '“as it was”'],
  ['Ingrid Aune, managing director', 'ben@skarvoy.example', 'ben@skarvoy.example'],
  ['40 %', '60 %', '60 %'],
  [null, '60 %', '60 %'],
  ['40 %', null, 'nothing'],
])('%s → %s', (before, value, expected) => {
  expect(shown(before, value)).toBe(expected)
})
