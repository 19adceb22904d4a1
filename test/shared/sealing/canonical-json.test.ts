import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, tryCanonicalJson } from '../../../shared/sealing/canonical-json.ts'

describe('canonical JSON', () => {
  it('sorts names by their UTF-16 code units and writes numbers as RFC 8785 does', () => {
    expect(canonicalJson({ b: [1.0, 1e21, -0], a: 'é\n"', '😀': null, ﬁ: true })).toBe(
      '{"a":"é\\n\\"","b":[1,1e+21,0],"😀":null,"ﬁ":true}',
    )
  })

  it('does not depend on the order in which names were set', () => {
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled)
      if (value === null || typeof value !== 'object') return value
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, child]) => [key, shuffled(child)]),
      )
    }
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  const circle: Record<string, unknown> = {}
  circle.self = circle
  it.each<[string, unknown]>([
    ['undefined', { a: undefined }],
    ['a hole in a list', { a: new Array(1) }],
    ['NaN', { a: Number.NaN }],
    ['infinity', { a: Number.POSITIVE_INFINITY }],
    ['a bigint', { a: 1n }],
    ['a function', { a: () => 1 }],
    ['half of a surrogate pair', { a: '\ud83d' }],
    ['a date', { a: new Date(0) }],
    ['a map', { a: new Map() }],
    ['a typed array', { a: new Uint8Array(1) }],
    ['an object with toJSON', { a: { toJSON: () => 'b' } }],
    ['a circle', { a: circle }],
  ])('refuses %s and names its place', (_, value) => {
    const result = tryCanonicalJson(value)
    expect(result.ok).toBe(false)
    expect(result.ok || result.error.path).toMatch(/^a/)
    expect(() => canonicalJson(value)).toThrow('Defect')
  })

  it('refuses a name with half of a surrogate pair', () => {
    expect(tryCanonicalJson({ '\ud83d': 1 }).ok).toBe(false)
  })
})
