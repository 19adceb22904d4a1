/**
 * A passage and the measures that a careful reader finds in it: a word of the name (or several, `|` between them), baseline,
 * target and unit as written. `also` are other readings of the target that are right: the other end of a range.
 */
export interface KpiExample {
  readonly text: string
  readonly kpis: readonly {
    readonly name: string
    readonly target: string
    readonly baseline?: string
    readonly unit?: string
    readonly also?: readonly string[]
    readonly cadence?: string
    readonly owner?: string
  }[]
}

const one = (text: string, name: string, target: string, unit?: string, baseline?: string): KpiExample => ({
  text,
  kpis: [
    {
      name,
      target,
      ...(unit === undefined ? {} : { unit }),
      ...(baseline === undefined ? {} : { baseline }),
    },
  ],
})
const none = (text: string): KpiExample => ({ text, kpis: [] })

/** Written for this test, after how service agreements, grants and partnership agreements word their measures. */
export const KPI_EXAMPLES: readonly KpiExample[] = [
  one(
    'The booking platform shall be available 99.7% of the time in each calendar month.',
    'platform',
    '99.7',
    '%',
  ),
  one('Platform uptime will not fall below 99.95 percent, measured monthly.', 'uptime', '99.95', 'percent'),
  one('The Provider guarantees a monthly availability of at least 99.5%.', 'availability', '99.5', '%'),
  one('Severity 1 incidents shall be acknowledged within 30 minutes.', 'incidents', '30', 'minutes'),
  one('Calls to the service desk are answered within 45 seconds on average.', 'calls', '45', 'seconds'),
  one(
    'At least 90% of applications shall be decided within fifteen working days.',
    'applications',
    '90',
    '%',
  ),
  one(
    'The partners aim to raise the share of households that sort their waste from 41% to 60% by 2030.',
    'households',
    '60',
    '%',
    '41',
  ),
  one(
    'Average waiting time shall fall from 21 days to 10 days by the end of the second year.',
    'waiting time',
    '10',
    'days',
    '21',
  ),
  one('Client satisfaction: target 4.5 out of 5, surveyed every quarter.', 'satisfaction', '4.5'),
  one('No more than 2% of deliveries may arrive damaged in any quarter.', 'deliveries', '2', '%'),
  one('Reduce energy use per guest night by 15% against the 2024 baseline.', 'energy use', '15', '%'),
  one(
    'The Contractor will place a minimum of 120 participants in employment each year.',
    'participants',
    '120',
  ),
  one('Each dealer shall achieve a net promoter score of 45 or more.', 'net promoter score', '45'),
  one('Order accuracy must be 99% or better.', 'accuracy', '99', '%'),
  one('Mean time to repair shall not exceed four (4) hours.', 'mean time to repair', '4', 'hours'),
  one('The fill rate will be maintained at 96% or above.', 'fill rate', '96', '%'),
  one('Complaints are to stay under 3 per thousand rides.', 'complaints', '3'),
  one('The parties expect absence due to illness to drop from 7.2% to below 5%.', 'absence', '5', '%', '7.2'),
  one('Target: 85 percent of trainees complete the programme.', 'trainees', '85', 'percent'),
  one('Water losses in the network shall be kept below 12%.', 'water losses', '12', '%'),
  one('Response to emergency call-outs: two hours, day and night.', 'response', '2', 'hours'),
  one('The recycling rate shall reach 55% by 31 December 2029.', 'recycling rate', '55', '%'),
  one('Punctuality of the ferry service shall be no lower than 97%.', 'punctuality', '97', '%'),
  one('Invoices are processed with an error rate of less than 0.5%.', 'error rate', '0.5', '%'),
  one('By the third year, 70% of meals served will be made from regional produce.', 'meals', '70', '%'),
  one('Vacancies are filled within 60 days on average (baseline: 95 days).', 'vacancies', '60', 'days', '95'),
  one(
    'First-contact resolution | 68% | 80% | monthly | Service manager',
    'first-contact resolution',
    '80',
    '%',
    '68',
  ),
  one('Metric: packet loss; threshold: 0.1%; measured continuously.', 'packet loss', '0.1', '%'),
  one('The number of active volunteers is to grow from 240 to 400.', 'volunteers', '400', undefined, '240'),
  one(
    'We will halve the number of missed collections, from 80 a month to 40 a month.',
    'missed collections',
    '40',
    undefined,
    '80',
  ),
  one('Not less than 95% of prescriptions shall be dispensed on the same day.', 'prescriptions', '95', '%'),
  one('Attendance at training shall be 80% or higher.', 'attendance', '80', '%'),
  one(
    'The occupancy rate of the shared workshop should exceed 75% from the second year.',
    'occupancy rate',
    '75',
    '%',
  ),
  one('Bus kilometres run as planned: at least 99.2 %.', 'bus kilometres', '99.2', '%'),
  one(
    'The Operator shall keep the drinking water supply interrupted for no longer than 20 minutes per customer and year.',
    'interrupted',
    '20',
    'minutes',
  ),
  one(
    'Tickets with priority 2 must be resolved in under 8 business hours.',
    'tickets',
    '8',
    'business hours',
  ),
  one('Members rate the cooperation at 8 or more on a scale of 1 to 10.', 'cooperation', '8'),
  one('Cost per case shall decline from EUR 340 to EUR 290.', 'cost per case', '290', undefined, '340'),
  one('98 out of 100 parcels reach the recipient the next working day.', 'parcels', '98'),
  one('Greenhouse gas emissions of the fleet: minus 30% by 2030 compared with 2025.', 'emissions', '30', '%'),
  none('The Buyer shall pay a deposit of 10% of the purchase price within 14 days.'),
  none('Interest accrues at 5% per annum on late payments.'),
  none('Either party may terminate upon thirty (30) days written notice.'),
  none('The Company holds 51% of the outstanding shares.'),
  none('A penalty of 0.5% of the contract value per week of delay is owed, up to 5% in total.'),
  none('The meeting requires a quorum of at least 75% of the members.'),
  none('Royalties amount to 6% of net sales.'),
  none('Records shall be kept for at least 7 years after the end of the project.'),
  none('The insurance shall cover at least $2,000,000 per occurrence.'),
  none('Notices are deemed received within 3 business days of posting.'),
  none('The budget may be exceeded by no more than 10% with the consent of the board.'),
  none('The initial term is five (5) years from the Effective Date.'),
  none('VAT of 20% is added to all prices.'),
  none('Party A bears 60% of the cost and Party B bears 40%.'),
  none('The claim must be raised within 30 days of delivery.'),
  none('Confidential information shall be protected for 3 years after disclosure.'),
  none('The Supplier shall cure the breach within 15 days.'),
  none('The discount is 12% for orders above 500 units.'),
  none('A change of control means a transfer of more than 50% of the voting rights.'),
  none('Payment is due 30 days after receipt of the invoice.'),
]
