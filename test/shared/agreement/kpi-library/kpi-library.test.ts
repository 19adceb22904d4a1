import { describe, expect, test } from 'vitest'
import { kpiLibrary, kpisForModel } from '../../../../shared/agreement/kpi-library/kpi-library.ts'
import { MODELS } from '../../../../shared/agreement/models.ts'
import { templateFor } from '../../../../shared/agreement/templates/template-for.ts'
import { KPI_PARTS } from '../../../../shared/document/node-types.ts'
import { periodOf } from '../../../../shared/terms/dates/periods.ts'
import { extractTerms } from '../../../../shared/terms/extract-terms.ts'
import { formulaProblems } from '../../../../shared/terms/formula/formula-problems.ts'
import { kpiProblems } from '../../../../shared/terms/readiness/kpi-problems.ts'
import { completeTerms } from '../../terms/complete-terms.ts'

const named = kpiLibrary.map(kpi => [kpi.parts.name, kpi] as const)

describe('the KPI library', () => {
  test('has at least 24 definitions, each with a key and a name of its own', () => {
    expect(kpiLibrary.length).toBeGreaterThanOrEqual(24)
    for (const values of [kpiLibrary.map(kpi => kpi.key), kpiLibrary.map(kpi => kpi.parts.name)])
      expect(new Set(values).size).toBe(values.length)
    for (const { key } of kpiLibrary) expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })

  test.each(MODELS)('offers at least eight definitions for %s', model => {
    const offered = kpisForModel(model)
    expect(offered.length).toBeGreaterThanOrEqual(model === 'blank' ? kpiLibrary.length : 8)
    expect(offered.every(kpi => model === 'blank' || kpi.models.includes(model))).toBe(true)
  })

  test.each(named)(
    '“%s” says for whom, what counts and what does not, and how it could mislead',
    (_, kpi) => {
      for (const part of KPI_PARTS) expect(kpi.parts[part].trim(), part).toBe(kpi.parts[part])
      expect(kpi.parts.value).toMatch(/^For [^:]+: .+\.$/)
      expect(kpi.parts.definition.split(/\.\s/).length).toBeGreaterThanOrEqual(2)
      expect(kpi.parts.definition.length).toBeGreaterThan(100)
      expect(kpi.parts.limits.length).toBeGreaterThan(80)
      expect(kpi.parts.source).toMatch(/\.$/)
      expect(kpi.models.length).toBeGreaterThan(0)
      expect(kpi.unit).not.toBe('')
      expect(periodOf(kpi.cadence)).not.toBeNull()
    },
  )

  test('has formulas in which nothing is wrong, alone and beside the KPIs of each template', () => {
    const inserted = kpiLibrary.map(({ key, parts }) => ({
      id: key,
      name: parts.name,
      formula: parts.formula,
    }))
    for (const { title, body } of MODELS.map(templateFor)) {
      const { kpis } = extractTerms(body, title)
      const own = kpis.map(({ id, parts }) => ({ id, name: parts.name, formula: parts.formula }))
      expect(formulaProblems([...own, ...inserted])).toEqual([])
    }
  })

  test.each(named)(
    '“%s” lacks nothing but what the parties have to agree',
    (_, { parts, unit, direction, cadence }) => {
      const [kpi] = completeTerms.kpis
      if (!kpi) throw new Error('no KPI')
      expect(kpiProblems({ ...completeTerms, kpis: [{ ...kpi, parts, unit, direction, cadence }] })).toEqual(
        [],
      )
    },
  )
})
