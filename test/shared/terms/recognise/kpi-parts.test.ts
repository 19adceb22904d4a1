import { describe, expect, test } from 'vitest'
import { figuresIn } from '../../../../shared/terms/recognise/facts/kpis/figures/figures-in.ts'
import { NO_MODELS, recogniseWith } from '../../../../shared/terms/recognise/recognise-text.ts'

const kpisIn = (text: string) =>
  recogniseWith(text, NO_MODELS).findings.flatMap(({ value }) => (value.kind === 'kpi' ? [value] : []))

describe('figures', () => {
  test.each([
    ['at least ninety-eight point five percent (98.5%) of trams', ['98.5 %']],
    ['eight trips in ten start within seven minutes', ['8 in ten', '7 minutes']],
    ['in 90 cases out of 100', ['90 out of 100']],
    ['six of the thirteen harbours', ['6 of the thirteen']],
    ['5 per 1,000 meals', ['5 per 1,000']],
    ['under 2,5 percent', ['2.5 percent']],
    ['12.000 seedlings', ['12000 -']],
    ['by a third against 2023', ['33.3 %']],
    ['three quarters of the boats', ['75 %']],
    ['a third party, once a quarter', []],
    ['half an hour', ['0.5 hour']],
    ['two and a half days', ['2.5 days']],
    ['call 1-800-555-0100', []],
    ['on a scale from 1 to 10', []],
  ])('%s', (text, figures) => {
    expect(figuresIn(text).map(({ decimal, unit }) => `${decimal} ${unit ?? '-'}`)).toEqual(figures)
  })
})

describe('tables', () => {
  test.each([
    [
      'Indicator\tUnit\tNow\tGoal\tOwner\tHow often\nFerries on time\t%\t81\t95\tHarbour master\tMonthly',
      {
        name: 'Ferries on time',
        unit: '%',
        baseline: '81',
        target: '95',
        owner: 'Harbour master',
        cadence: 'monthly',
      },
    ],
    [
      '| Result | 2026 | 2027 | 2028 |\n|---|---|---|---|\n| Wells in use | 40 | 70 | 110 |',
      { name: 'Wells in use', target: '110' },
    ],
    [
      'Goal\tIndicator\t2025\t2030\nQuieter nights\tFlights after ten\t14\t3',
      { name: 'Flights after ten', target: '3' },
    ],
    [
      'Fault\tResponse time\nBurst pipe\t30 minutes',
      { name: 'Response time, Burst pipe', target: '30', unit: 'minutes' },
    ],
    [
      'System\tMinimum availability per month\nTimetable\t99.9 %',
      { name: 'Timetable, availability', target: '99.9', cadence: 'per month' },
    ],
    [
      'Measure\nBaseline\nTarget\nFrequency\nTrees alive\n55 %\n80 %\nYearly',
      { name: 'Trees alive', baseline: '55', target: '80', cadence: 'yearly' },
    ],
    [
      'Lamps lit at dusk\t99 %\tweekly\tLighting Office',
      { name: 'Lamps lit at dusk', target: '99', cadence: 'weekly' },
    ],
  ])('%j', (text, kpi) => {
    const lone = text.includes('\n') ? text : `${text}\n${text}`
    expect(kpisIn(lone)[0]).toMatchObject(kpi)
  })

  test.each([
    'Item\tQuantity\tPrice\nBuoy\t40\t£21.50\nRope\t250\t£3.00',
    '| Milestone | Due | Payment |\n| Plans agreed | 1 May 2027 | 20 % |\n| Pilot running | 1 July 2027 | 30 % |',
  ])('of something else hold none: %j', text => {
    expect(kpisIn(text)).toEqual([])
  })
})

describe('parts in sentences of their own', () => {
  test.each([
    [
      'Share of pupils who swim. Baseline: 48% (2024). Target: 75% (2028). Collected: each year.',
      { name: 'Share of pupils who swim', baseline: '48', target: '75', cadence: 'each year' },
    ],
    [
      'Name of indicator: Boats repaired in time\nUnit: per cent\nStarting point (2025): 60\nGoal (2028): 85\nResponsible partner: Yard Ltd',
      { name: 'Boats repaired in time', unit: 'per cent', baseline: '60', target: '85', owner: 'Yard Ltd' },
    ],
    [
      'Berth occupancy is determined quarterly by the harbour office. The agreed value is 70 %.',
      { name: 'Berth occupancy', target: '70', cadence: 'quarterly', owner: 'harbour office' },
    ],
    [
      'The library answers 90 % of questions on the same day. The desk manager reports this every month.',
      { target: '90', cadence: 'every month', owner: 'desk manager' },
    ],
    ['Bus punctuality: 92 %. Owner: Head of Operations.', { target: '92', owner: 'Head of Operations' }],
  ])('%j', (text, kpi) => {
    expect(kpisIn(text)).toMatchObject([kpi])
  })

  test('a lead-in gives its items the rhythm', () => {
    const text =
      'In any quarter the Yard shall not exceed:\n- accidents at work: 3\n- boats late by a week: 2'
    expect(kpisIn(text)).toMatchObject([
      { name: 'accidents at work', target: '3', cadence: 'any quarter' },
      { name: 'boats late by a week', target: '2', cadence: 'any quarter' },
    ])
  })
})

describe('a sentence with several figures', () => {
  test.each([
    ['Occupancy of the berths rises: 60 % in 2026, 70 % in 2027 and 80 % in 2028.', '80', null],
    ['Fuel use per trip: 30 litres in 2025, 24 litres in 2028.', '24', null],
    ['Water temperature shall be kept between 26 °C and 28 °C.', '28', null],
    ['Waiting time for a berth: at most 5 weeks (last year 9).', '5', '9'],
    ['Lost parcels 0.9 → 0.4 %.', '0.4', '0.9'],
  ])('%s', (text, target, baseline) => {
    expect(kpisIn(text)).toMatchObject([{ target, baseline }])
  })

  test('tells each measure by its own name', () => {
    expect(
      kpisIn('Packet loss ≤ 0.2 %; jitter < 4 ms; round trip time ≤ 30 ms.').map(({ name }) => name),
    ).toEqual(['Packet loss', 'jitter', 'round trip time'])
  })
})
