import { describe, expect, it } from 'vitest'
import { waiverReports } from '../../../shared/sealing/waiver-report.ts'
import { manifestOf } from './fixture.ts'

describe('what was let stand, for people', () => {
  it('names the clause of the place, if it has one', () => {
    const manifest = manifestOf()
    const [waiver] = manifest.waivers
    if (!waiver) throw new Error('the fixture has a waiver')
    const places = ['block000000000000001', 'part0000000000000001', 'gone0000000000000001', null]
    const reports = waiverReports({ ...manifest, waivers: places.map(place => ({ ...waiver, place })) })
    expect(reports.map(({ clause }) => clause)).toEqual(['2 Fee', '2 Fee', null, null])
    expect(reports[0]).toEqual({
      clause: '2 Fee',
      message: waiver.message,
      reason: waiver.reason,
      waivedBy: 'Ada Lund',
    })
  })
})
