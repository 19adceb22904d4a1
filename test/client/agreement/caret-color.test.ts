import { describe, expect, it } from 'vitest'
import { caretColor } from '../../../client/agreement/caret-color.ts'
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
