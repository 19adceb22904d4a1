import { describe, expect, it } from 'vitest'
import { chosenFiles } from '../../../client/verify/verify-model.ts'

const file = (name: string, type = '') => new File(['x'], name, { type })
const pdf = file('signed.pdf', 'application/pdf')
const manifest = file('manifest.json', 'application/json')
const signatures = file('signatures.json', 'application/json')

describe('the files that were chosen to verify', () => {
  it('are checked at once when they are enough', () => {
    expect(chosenFiles([pdf], null)).toEqual({ kind: 'check', files: [pdf] })
    expect(chosenFiles([manifest, signatures], null)).toEqual({
      kind: 'check',
      files: [manifest, signatures],
    })
    expect(chosenFiles([signatures], manifest)).toEqual({ kind: 'check', files: [manifest, signatures] })
  })

  it('wait for the other one when it is a single JSON file', () => {
    expect(chosenFiles([manifest], null)).toEqual({ kind: 'wait', half: manifest })
    expect(chosenFiles([file('Manifest.JSON')], null)?.kind).toBe('wait')
  })

  it('are a PDF alone whenever there is one among them', () => {
    expect(chosenFiles([manifest, pdf, signatures], signatures)).toEqual({ kind: 'check', files: [pdf] })
    expect(chosenFiles([file('SIGNED.PDF')], null)?.kind).toBe('check')
  })

  it('are checked, and refused there, when they are of another kind', () => {
    const letter = file('letter.docx')
    expect(chosenFiles([letter], null)).toEqual({ kind: 'check', files: [letter] })
  })

  it('are nothing when the choice was cancelled', () => {
    expect(chosenFiles([], null)).toBeNull()
    expect(chosenFiles([], manifest)).toEqual({ kind: 'wait', half: manifest })
  })
})
