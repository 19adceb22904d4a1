import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonBytes } from '../../../server/terms/json-bytes.ts'

const written = (value: object) => new TextDecoder().decode(jsonBytes(value))

test('writes what JSON.stringify does', () =>
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.anything()), value => {
      // What cannot be written at all is refused in the same way.
      let expected: string
      try {
        expected = JSON.stringify(value)
      } catch {
        expect(() => jsonBytes(value)).toThrow()
        return
      }
      expect(written(value)).toBe(expected)
    }),
  ))

test.each([
  {},
  { none: undefined },
  {
    none: undefined,
    title: 'Fell',
    parties: [],
    facts: [{ start: 1, text: '“Łódź” 新浪' }, undefined, null],
  },
])('writes %j as JSON.stringify does', value => expect(written(value)).toBe(JSON.stringify(value)))

test('writes what is longer than there was room for, and keeps no byte of it', () => {
  const long = { clauses: Array.from({ length: 300 }, (_, index) => '€'.repeat(2000) + index) }
  const first = jsonBytes(long)
  expect(written({ title: 'short' })).toBe('{"title":"short"}')
  expect(new TextDecoder().decode(first)).toBe(JSON.stringify(long))
})
