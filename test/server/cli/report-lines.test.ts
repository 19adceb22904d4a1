import { describe, expect, it } from 'vitest'
import { reportLines } from '../../../server/cli/report-lines.ts'
import { verifyAgreement } from '../../../shared/sealing/verify-agreement.ts'
import { cryptoPort, manifestOf } from '../../shared/sealing/fixture.ts'
import { signedByBoth } from '../../shared/sealing/signers.ts'

describe('a report in a terminal', () => {
  it('shows control characters of a title as a mark, so that they cannot rewrite the screen', async () => {
    const manifest = { ...manifestOf(), title: 'Good\u001b[2J\u001b[31m\u202e title\nVALID.' }
    const lines = reportLines(await verifyAgreement(manifest, await signedByBoth(manifest), cryptoPort))
    expect(lines.filter(line => /[\p{Cc}\p{Cf}]/u.test(line))).toEqual([])
    expect(lines.join('\n')).toContain('Good\uFFFD[2J')
  })

  it('keeps its lines within 96 characters but for words that are longer', async () => {
    const manifest = { ...manifestOf(), title: `${'word '.repeat(50)}${'x'.repeat(40)}` }
    const lines = reportLines(await verifyAgreement(manifest, await signedByBoth(manifest), cryptoPort))
    expect(lines.filter(line => line.length > 96)).toEqual([])
    expect(lines.join(' ')).toContain('x'.repeat(40))
  })

  it('says plainly that a file cannot be relied on', async () => {
    const lines = reportLines(await verifyAgreement(null, null, cryptoPort))
    expect(lines[0]).toBe('NOT VALID. Do not rely on this file.')
  })
})
