import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileName } from '../../../client/agreement/download.ts'

describe('the name of an exported file', () => {
  it.each([
    ['Regional delivery partnership', 'Regional-delivery-partnership.pdf'],
    ['Küstendienste / Verbund: 2026', 'Küstendienste-Verbund-2026.pdf'],
    ['../../etc/passwd', 'etc-passwd.pdf'],
    ['…', 'agreement.pdf'],
    ['', 'agreement.pdf'],
  ])('of %j is %s', (title, name) => {
    expect(fileName(title, 'pdf')).toBe(name)
  })

  it('holds no character that a file system or a header minds, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), title => {
        const name = fileName(title, 'pdf')
        expect(name).toMatch(/^[\p{L}\p{M}\p{N}-]+\.pdf$/u)
        expect([...name].length).toBeLessThanOrEqual(84)
      }),
    )
  })
})
