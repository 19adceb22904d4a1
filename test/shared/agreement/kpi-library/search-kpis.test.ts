import { describe, expect, it } from 'vitest'
import { kpiLibrary } from '../../../../shared/agreement/kpi-library/kpi-library.ts'
import { libraryKpiNode } from '../../../../shared/agreement/kpi-library/library-kpi-node.ts'
import { searchKpis } from '../../../../shared/agreement/kpi-library/search-kpis.ts'
import { extractTerms } from '../../../../shared/terms/extract-terms.ts'

describe('searching the KPI library', () => {
  it('finds every definition by its name, and first', () => {
    for (const kpi of kpiLibrary) expect(searchKpis(kpiLibrary, kpi.parts.name)[0]).toBe(kpi)
  })

  it('finds all for an empty query and none for what nobody wrote', () => {
    expect(searchKpis(kpiLibrary, '  ')).toEqual(kpiLibrary)
    expect(searchKpis(kpiLibrary, 'zebra')).toEqual([])
  })

  it('wants every word, by its beginning, in whatever case and order', () => {
    const found = searchKpis(kpiLibrary, 'CLIENT goal')
    expect(found.length).toBeGreaterThan(0)
    expect(found).toEqual(searchKpis(kpiLibrary, 'goal client'))
    expect(searchKpis(kpiLibrary, 'client zebra')).toEqual([])
  })
})

it('puts every definition into an agreement as the KPI that it describes', () => {
  for (const kpi of kpiLibrary) {
    const [term] = extractTerms({ type: 'doc', content: [libraryKpiNode(kpi)] }, '').kpis
    expect(term).toMatchObject({
      parts: kpi.parts,
      unit: kpi.unit,
      direction: kpi.direction,
      cadence: kpi.cadence,
      maturity: 'draft',
      baseline: null,
      target: null,
      ownerPartyId: null,
    })
  }
})
