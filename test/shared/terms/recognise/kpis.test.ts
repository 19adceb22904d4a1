import { expect, test } from 'vitest'
import { NO_MODELS, recogniseWith } from '../../../../shared/terms/recognise/recognise-text.ts'
import { KPI_EXAMPLES } from './kpi-examples.ts'

const kpisIn = (text: string) =>
  recogniseWith(text, NO_MODELS).findings.flatMap(({ value }) => (value.kind === 'kpi' ? [value] : []))

/** Counts as found with its name, target and, where the text states one, its baseline. */
test('finds KPIs in prose, lists and rows: nine of ten, and what it finds is right nine times of ten', () => {
  let [found, missed, wrong] = [0, 0, 0]
  for (const { text, kpis } of KPI_EXAMPLES) {
    const got = kpisIn(text)
    const right = kpis.filter(wanted =>
      got.some(
        kpi =>
          kpi.name.toLowerCase().includes(wanted.name) &&
          kpi.target === wanted.target &&
          (wanted.baseline === undefined || kpi.baseline === wanted.baseline),
      ),
    )
    found += right.length
    missed += kpis.length - right.length
    wrong += got.length - right.length
  }
  expect(found / (found + missed)).toBeGreaterThanOrEqual(0.9)
  expect(found / (found + wrong)).toBeGreaterThanOrEqual(0.9)
})

test.each([
  [
    'Calls are answered within 45 seconds on average, reported monthly by the Operator.',
    { target: '45', unit: 'seconds', cadence: 'monthly' },
  ],
  ['Food waste falls from 14% to 9%.', { name: 'Food waste', baseline: '14', target: '9', unit: '%' }],
  ['The harbour brings the share of clean berths to 70% by 2029.', { target: '70', unit: '%' }],
  ['Staff absence: baseline 8%, target 5%.', { name: 'Staff absence', baseline: '8', target: '5' }],
  ['No more than three outages may occur in a month.', { name: 'outages', target: '3' }],
  ['Seaview serves 900 meals each week.', { name: 'meals', target: '900' }],
  ['Tickets closed within two days: 85%', { target: '85', unit: '%' }],
  ['The shop keeps a quality score of 90 points.', { name: 'quality score', target: '90' }],
  ['Thirty-five percent of trainees are placed.', { target: '35' }],
  [
    'Monthly availability of the payment desk: 99.95 %.',
    { name: 'Monthly availability of the payment desk', target: '99.95' },
  ],
  ['Ninety percent (90%) of orders shall ship the same day.', { target: '90', unit: '%' }],
  ['The Operator shall keep 97 of every 100 street lamps lit.', { name: 'street lamps lit', target: '97' }],
  ['Server response: < 300 ms.', { name: 'Server response', target: '300', unit: 'ms' }],
  ['The reuse rate of pallets climbs from 35% in 2027 to 50% in 2029.', { baseline: '35', target: '50' }],
  ['On-time delivery shall be at least 96%.', { name: 'On-time delivery', target: '96' }],
  // What no rule knows by its words is known by how its figure stands.
  ['The clinic sees new patients in three weeks or less.', { name: 'clinic sees new patients', target: '3' }],
  ['The forest trust restores 150 hectares of peat each year.', { target: '150', unit: 'hectares' }],
  ['Mean repair time is brought from 9 hours to 5.', { baseline: '9', target: '5', unit: 'hours' }],
  ['The bakery wastes less than 2% of its flour.', { name: 'bakery wastes … of flour', target: '2' }],
  ['Lessons cancelled shall be fewer than 3 in 100.', { target: '3', unit: 'in 100' }],
  ['| Fill rate | 91% | 96% | quarterly |', { name: 'Fill rate', baseline: '91', target: '96' }],
])('tells the parts of %s', (text, parts) => {
  expect(kpisIn(text)).toMatchObject([parts])
})

test.each([
  'The help desk can be reached 24 hours a day.',
  'The Agent gets a commission of 10% of net sales.',
  'The board has seven members, of whom two are elected each year.',
  'The term is renewed for 1 year at a time.',
  'Clause 4.2 applies to the 12 towns of Annex 1.',
  'The Caterer shall deliver meals by 11:30 on every school day.',
])('finds no measure in %s', text => expect(kpisIn(text)).toEqual([]))
