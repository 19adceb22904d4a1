import { describe, expect, it } from 'vitest'
import {
  type KpiFigures,
  kpiChart,
  kpiChartInWords,
} from '../../../../client/editor/workshop/kpi-chart-model.ts'

const figures = (more: Partial<KpiFigures> = {}): KpiFigures => ({
  unit: '%',
  direction: 'up',
  baseline: '88',
  baselineDate: '2026-01-01',
  target: '97',
  targetDate: '2028-01-01',
  revisitOn: '2027-01-01',
  ...more,
})
const TODAY = '2026-07-02'

describe('the chart of a KPI', () => {
  it('places figures by height and dates by time', () => {
    const chart = kpiChart(figures(), TODAY)
    expect(chart?.points).toEqual([
      { kind: 'baseline', x: 0, y: 0, figure: '88 %', date: '1 January 2026' },
      { kind: 'target', x: 1, y: 1, figure: '97 %', date: '1 January 2028' },
    ])
    expect(chart?.days.map(day => [day.kind, day.x.toFixed(2)])).toEqual([
      ['revisit', '0.50'],
      ['today', '0.25'],
    ])
  })

  it('leaves out days beyond its time, but makes room for the day of revisit', () => {
    const chart = kpiChart(figures({ revisitOn: '2030-01-01' }), '2025-01-01')
    expect(chart?.days.map(day => [day.kind, day.x])).toEqual([['revisit', 1]])
    expect(chart?.points[1]?.x).toBeCloseTo(0.5)
  })

  it.each([
    ['without dates', { baselineDate: null, targetDate: null, revisitOn: null }, [0, 1]],
    ['with one date', { targetDate: null }, [0, 1]],
    ['with a date that cannot be read', { targetDate: 'after the harvest' }, [0, 1]],
  ])('%s has baseline to the left and target to the right, and no days', (_, more, places) => {
    const chart = kpiChart(figures(more), TODAY)
    expect(chart?.points.map(point => point.x)).toEqual(places)
    expect(chart?.days).toEqual([])
  })

  it('draws one figure alone in the middle, and equal ones on one level', () => {
    expect(kpiChart(figures({ target: null }), TODAY)?.points.map(point => point.y)).toEqual([0.5])
    expect(kpiChart(figures({ target: '88.0' }), TODAY)?.points.map(point => point.y)).toEqual([0.5, 0.5])
  })

  it('draws nothing from words', () => {
    expect(kpiChart(figures({ baseline: 'about a half', target: null }), TODAY)).toBeNull()
  })

  it('says the same in words', () => {
    expect(kpiChartInWords(figures())).toBe(
      'Baseline 88 % on 1 January 2026; target 97 % by 1 January 2028; higher is better; looked at again on 1 January 2027.',
    )
    expect(kpiChartInWords(figures({ baseline: null, target: null, direction: null, revisitOn: null }))).toBe(
      'Neither baseline nor target is set.',
    )
  })
})
