import { describe, expect, it } from 'vitest'
import { caretColor, distinctColors } from '../../../client/agreement/caret-color.ts'
import { contrast } from '../theme/contrast.ts'

const colors = new Set(Array.from({ length: 500 }, (_, index) => caretColor(`user-${index}`)))

describe('the colour of a person', () => {
  it('is the same for everyone who asks', () => {
    expect(caretColor('ada')).toBe(caretColor('ada'))
  })

  it('is one of several, all of which come up', () => {
    expect(colors.size).toBe(8)
  })

  it('carries a white name and is seen on light and on dark paper', () => {
    for (const color of colors) {
      expect(contrast(color, '#ffffff')).toBeGreaterThanOrEqual(4.5)
      expect(contrast(color, '#fffefb')).toBeGreaterThanOrEqual(3)
      expect(contrast(color, '#1d2026')).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('colours of people side by side', () => {
  const people = Array.from({ length: 20 }, (_, index) => `person-${index}`)
  const colorsOf = (ids: readonly string[]) => ids.map(distinctColors(ids))

  it('differ for as many people as there are colours, and are those of their carets where these differ', () => {
    for (let from = 0; from <= 12; from++)
      expect(new Set(colorsOf(people.slice(from, from + 8))).size).toBe(8)
    expect(colorsOf(['ada'])).toEqual([caretColor('ada')])
  })

  it('stay as they are when somebody joins, and more people than colours share some', () => {
    const few = people.slice(0, 5)
    expect(few.map(distinctColors(people))).toEqual(colorsOf(few))
    expect(new Set(colorsOf(people)).size).toBe(8)
  })
})
