import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonInPieces } from '../../../client/record/json-in-pieces.ts'

it('says of every value what JSON says of it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      expect(JSON.parse(jsonInPieces(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

it('leaves out what is not set, and keeps the place of what has no form', () => {
  const value = { a: undefined, b: { c: undefined, d: 'ø “ü” 👍' }, e: [undefined, 1, null] }
  expect(jsonInPieces(value)).toBe(JSON.stringify(value))
})
