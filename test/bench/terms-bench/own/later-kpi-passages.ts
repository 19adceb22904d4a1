import type { KpiExample } from '../../../shared/terms/recognise/kpi-examples.ts'
import { kpi } from './kpi-passage.ts'

/** Each lot of these was unseen until it was scored; then the rules were improved on it. */
export const LATER_KPI_PASSAGES: readonly KpiExample[] = [
  kpi('Trains run to time in 93 per cent of cases.', { name: 'trains', target: '93' }),
  kpi('The laboratory returns 9 in 10 samples within 36 hours.', {
    name: 'samples',
    target: '9',
    also: ['36'],
  }),
  kpi('The agreed uptime of the booking system is 99.8% in every month.', { name: 'uptime', target: '99.8' }),
  kpi('Staff turnover shall not be higher than 15% a year.', { name: 'turnover', target: '15' }),
  kpi('By 2031 the partners reduce landfill waste from 240 kg to 150 kg per resident.', {
    name: 'landfill waste',
    target: '150',
    baseline: '240',
  }),
  kpi('Calls dropped: at most 2%.', { name: 'calls dropped', target: '2' }),
  kpi('| KPI | Start | Aim |\n| Satisfied tenants | 71% | 85% |', {
    name: 'satisfied tenants',
    target: '85',
    baseline: '71',
  }),
  kpi('The clinic treats urgent patients within 20 minutes of arrival.', { name: 'patients', target: '20' }),
  kpi('Average occupancy of the vans is at least 65 percent.', { name: 'occupancy', target: '65' }),
  kpi('Each month no more than 5 parcels in 1,000 are damaged.', { name: 'parcels', target: '5' }),
  kpi('The network hosts 24 workshops a year.', { name: 'workshops', target: '24' }),
  kpi('Defects found at handover fall below 3 per dwelling.', { name: 'defects', target: '3' }),
  kpi('The share of the costs of Northwind is 40%.'),
  kpi('The deposit of EUR 500 is returned within 30 days.'),
  kpi('Two of the five seats on the board belong to the towns.'),
  kpi(
    'Provider will use reasonable efforts to make the platform available 99.9% of the time in each calendar month.',
    {
      name: 'platform',
      target: '99.9',
    },
  ),
  kpi(
    'The Vendor shall acknowledge severity 1 incidents within fifteen (15) minutes and resolve them within four (4) hours.',
    { name: 'incidents', target: '15' },
    { name: 'resol', target: '4' },
  ),
  kpi('Ninety percent (90%) of orders placed before noon shall ship the same day.', {
    name: 'orders',
    target: '90',
  }),
  kpi('The fill rate for each calendar quarter shall not fall below ninety-five percent (95%).', {
    name: 'fill rate',
    target: '95',
  }),
  kpi('The Distributor shall maintain a customer satisfaction score of no less than 8 on a scale of 10.', {
    name: 'satisfaction',
    target: '8',
  }),
  kpi('The municipal ambulance reaches the scene within 12 minutes in 85% of urgent calls.', {
    name: 'calls',
    target: '85',
  }),
  kpi('Server response: < 300 ms (95th percentile).', { name: 'server response', target: '300' }),
  kpi('Franchisee shall attain a minimum score of 85 on each quarterly inspection.', {
    name: 'score',
    target: '85',
  }),
  kpi(
    '| Service level | Target | Measured |\n| First response, urgent | 30 minutes | monthly |\n| Time to fix, urgent | 8 hours | monthly |',
    { name: 'first response', target: '30' },
    { name: 'time to fix', target: '8' },
  ),
  kpi('Goal: cut food waste in school kitchens by a third, from 90 g to 60 g per meal.', {
    name: 'food waste',
    target: '60',
    baseline: '90',
  }),
  kpi("The Supplier's defect rate shall not exceed 50 parts per million.", {
    name: 'defect rate',
    target: '50',
  }),
  kpi('The Operator shall keep 97 of every 100 street lamps lit.', { name: 'lamps', target: '97' }),
  kpi('Downtime is limited to 4 hours a month.', { name: 'downtime', target: '4' }),
  kpi('The partners want 300 more cycle parking places by 2029.', { name: 'parking', target: '300' }),
  kpi('KPI 3 - Turnaround of laboratory samples: 48 hours (today 72).', {
    name: 'turnaround',
    target: '48',
    baseline: '72',
  }),
  kpi('The library extends its opening hours from 42 to 56 a week.', {
    name: 'opening hours',
    target: '56',
    baseline: '42',
  }),
  kpi('Attendance at training sessions averages 80% or more.', { name: 'attendance', target: '80' }),
  kpi('Every tenant gets an answer within five working days.', { name: 'answer', target: '5' }),
  kpi('On-time delivery performance, measured monthly, shall be at least 96%.', {
    name: 'on-time delivery',
    target: '96',
  }),
  kpi('Fewer than 1 in 200 deliveries may contain a wrong item.', { name: 'deliveries', target: '1' }),
  kpi('The cooperative lowers the cost per collected tonne to EUR 110 or less.', {
    name: 'cost per',
    target: '110',
  }),
  kpi(
    'Data quality: completeness 98%, timeliness 95%.',
    { name: 'completeness', target: '98' },
    { name: 'timeliness', target: '95' },
  ),
  kpi('The share of women on the boards of the companies is to be 40% by 2030.', {
    name: 'share of women',
    target: '40',
  }),
  kpi('The Vendor may subcontract up to 30% of the work.'),
  kpi('Confidential information is kept for 5 years.'),
  kpi("The lease may be ended on three months' notice."),
  kpi('The loan bears interest at 4% a year.'),
  kpi('A quorum is two thirds of the members.'),
  kpi('Each party carries 50% of the cost of the audit.'),
  kpi('The service desk picks up seventy-five percent (75%) of calls within half a minute.', {
    name: 'calls',
    target: '75',
  }),
  kpi('Monthly availability of the payment gateway: 99.95 %.', { name: 'availability', target: '99.95' }),
  kpi('The Contractor must fix critical faults inside 6 hours.', { name: 'faults', target: '6' }),
  kpi('No more than 3% of meals may be returned uneaten.', { name: 'meals', target: '3' }),
  kpi('The museum welcomes a minimum of 40,000 visitors in each season.', {
    name: 'visitors',
    target: '40000',
  }),
  kpi('Noise at the fence is kept under 55 decibels at night.', { name: 'noise', target: '55' }),
  kpi('The reuse rate of pallets climbs from 35% in 2027 to 50% in 2029.', {
    name: 'reuse rate',
    target: '50',
    baseline: '35',
  }),
  kpi('We measure how many pupils finish the course: 82% is the goal.', { name: 'pupils', target: '82' }),
  kpi('Median time from request to quote does not exceed three business days.', {
    name: 'time from request to quote',
    target: '3',
  }),
  kpi('The care homes score at least 7.5 in the national survey of residents.', {
    name: 'score',
    target: '7.5',
  }),
  kpi(
    '| Measure | Unit | Target 2028 |\n| Empty runs | % | 12 |\n| Fuel per 100 km | l | 24 |',
    { name: 'empty runs', target: '12' },
    { name: 'fuel', target: '24' },
  ),
  kpi('Average delay per train is to come down to 2 minutes.', { name: 'delay', target: '2' }),
  kpi('Every dealer keeps stock accuracy above 97 percent.', { name: 'stock accuracy', target: '97' }),
  kpi('Of the apprentices, 9 out of 10 pass their first examination.', { name: 'apprentices', target: '9' }),
  kpi('Sick leave: 5.5% (target), 7.1% (2026).', { name: 'sick leave', target: '5.5' }),
  kpi('The pass rate for vehicle checks should be 98% or better.', { name: 'pass rate', target: '98' }),
  kpi('The licence fee rises by 2% a year.'),
  kpi('A member who holds 10% of the votes may call a meeting.'),
  kpi('Payment is due 14 days after delivery.'),
  kpi('The lease covers 300 square metres in two buildings.'),
]
