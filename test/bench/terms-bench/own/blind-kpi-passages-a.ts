import { kpi } from './kpi-passage.ts'

/** Half of the passages written before their writer saw the rules or the other sets, split by a seeded shuffle (mulberry32, 20261126). Rules may be improved by the misses of this half. */
export const BLIND_KPI_PASSAGES_A = [
  kpi(
    'The Company was founded in 1987, has a share capital of 2,000,000 francs and is entered in the register under number 4 118 207.',
  ),
  kpi('VAT at 20% is added. Mileage is refunded at 45p per mile; subsistence is limited to £35 a day.'),
  kpi(
    'Overheads may not exceed 7 % of the direct costs, and no budget line may be changed by more than 10 % without the Donor’s consent.',
  ),
  kpi(
    'The Licensor’s helpdesk is to answer e-mails the same working day (target value: 9 out of 10 e-mails; measurement: ticket system; reporting: first week of the month).',
    { name: 'e-mails', target: '9' },
  ),
  kpi('Void homes are let again in 21 calendar days on average (last year it took us 29).', {
    name: 'homes',
    target: '21',
    unit: 'days',
    baseline: '29',
  }),
  kpi(
    'RTO 4 h, RPO 15 min for all systems of class A.',
    { name: 'RTO', target: '4', unit: 'h' },
    { name: 'RPO', target: '15', unit: 'min' },
  ),
  kpi(
    'Inventory accuracy shall be maintained at or above ninety-nine point five percent (99.5%), as shown by the cycle counts that Carrier performs each month.',
    { name: 'inventory accuracy', target: '99.5', cadence: 'month' },
  ),
  kpi(
    'Where fewer than 92 in every 100 scheduled visits are attended in a month, the Commissioner may ask for a recovery plan.',
    { name: 'visits', target: '92', cadence: 'month' },
  ),
  kpi('The back-up shall be restorable so that no more than one hour of data is lost.', {
    name: 'data|back-up',
    target: '1',
    unit: 'hour',
  }),
  kpi('In 2024 the two towns together collected 18,400 tonnes of waste from 41,000 households.'),
  kpi(
    'Severity 1 tickets get a first reply in 20 minutes and a fix or workaround in six hours; Severity 2 tickets, one hour and two days.',
    { name: 'severity 1', target: '20', unit: 'minutes' },
    { name: 'severity 1', target: '6', unit: 'hours' },
    { name: 'severity 2', target: '1', unit: 'hour' },
    { name: 'severity 2', target: '2', unit: 'days' },
  ),
  kpi(
    'Objectives of the Alliance for the period 2026 to 2030: (i) fewer falls among residents over 75 – minus 15 % against 2024; (ii) at least 70 % of care plans reviewed jointly; (iii) waiting time for a place in respite care of four weeks at most.',
    { name: 'falls', target: '15', unit: '%' },
    { name: 'care plans', target: '70', unit: '%' },
    { name: 'waiting time', target: '4', unit: 'weeks' },
  ),
  kpi(
    'Cleaning: a score of 4 (good) or higher in the rooms inspected, inspected by the Facilities Manager at least fortnightly.',
    { name: 'cleaning|score', target: '4', cadence: 'fortnight', owner: 'facilities manager' },
  ),
  kpi('The cover shall not be less than £5,000,000 for each claim, with an excess of no more than £10,000.'),
  kpi('If the Contractor is late, it pays 0.5 % of the order value for each week begun, up to 5 % in all.'),
  kpi(
    'Members undertake jointly to cut the measured consumption of heat in the listed buildings by a quarter against 2022.',
    { name: 'consumption', target: '25', also: ['0.25'] },
  ),
  kpi(
    'The Alliance Partners commit to reducing unplanned readmissions within thirty days of discharge from 14.6 per cent to no more than 11 per cent by 31 March 2028.',
    { name: 'readmissions', target: '11', unit: 'per cent', baseline: '14.6' },
  ),
  kpi(
    'Two thirds of the apprentices are to be in permanent jobs twelve months after they finish the course.',
    { name: 'apprentices', target: '66.7', also: ['67', '2', '0.67', '66.67'] },
  ),
  kpi('The average speed of answer must not exceed half a minute.', {
    name: 'speed of answer',
    target: '0.5',
    unit: 'minute',
  }),
  kpi(
    'The Franchisee pays a royalty of 6% of Gross Sales and contributes 2% of Gross Sales to the Marketing Fund, monthly in arrears.',
  ),
  kpi('No patient waits longer than eighteen weeks for a hip operation.', {
    name: 'patient|hip',
    target: '18',
    unit: 'weeks',
  }),
  kpi(
    'Attendance of enrolled pupils shall rise year on year: 88 per cent in 2026/27, 90 per cent in 2027/28 and 93 per cent in 2028/29.',
    { name: 'attendance', target: '93', unit: 'per cent' },
  ),
  kpi(
    '| Result | Starting value | Year 1 | Year 2 | End value | Means of verification |\n| Trees alive after one season | 0 | 20,000 | 45,000 | 80,000 | Field count |\n| Village groups meeting monthly | 12 | 18 | 25 | 30 | Minutes |',
    { name: 'trees', target: '80000', baseline: '0' },
    { name: 'village groups', target: '30', baseline: '12' },
  ),
  kpi(
    'Each Hub will record the number of people helped with energy advice. The first-year figure was 640. For the coming years we agree on 800, 950 and 1,100.',
    { name: 'people helped', target: '1100', baseline: '640' },
  ),
  kpi('Costs are split by population: Ashford 46 %, Brook 33 %, Carlow 21 %.'),
  kpi('Confidential information stays protected for five years after the end of the agreement.'),
  kpi(
    'In any quarter the Contractor shall not exceed:\n- lost-time accidents: 2\n- near misses not investigated: 5\n- spills reported late: 1',
    { name: 'accidents', target: '2', cadence: 'quarter' },
    { name: 'near misses', target: '5', cadence: 'quarter' },
    { name: 'spills', target: '1', cadence: 'quarter' },
  ),
  kpi(
    'The lessor provides 40 bicycles. Of these, at least 36 must be ready to ride at any time of the day.',
    { name: 'bicycles|ready', target: '36' },
  ),
  kpi(
    'WITHOUT LIMITING THE FOREGOING, PROVIDER SHALL CAUSE NINETY-EIGHT PERCENT (98%) OF ALL CRITICAL ALARMS TO BE ACKNOWLEDGED WITHIN SIXTY (60) SECONDS OF RECEIPT.',
    { name: 'alarms', target: '98' },
  ),
  kpi(
    'Delivery reliability is determined monthly by the buyer. The agreed value is 97 %. Deviations of more than two percentage points are to be explained in writing.',
    { name: 'delivery reliability', target: '97', unit: '%', cadence: 'monthly', owner: 'buyer' },
  ),
  kpi('CO2 emissions of the shared fleet: 2025: 410 t; 2027: 330 t; 2030: 200 t.', {
    name: 'emissions',
    target: '200',
    unit: 't',
  }),
  kpi('The truck has a payload of 11.5 tonnes, is 2.55 metres wide and may carry two passengers.'),
  kpi(
    'Hospital transport. Patients who need dialysis shall be collected no later than 30 minutes after the end of their treatment in at least 19 out of 20 journeys.',
    { name: 'patients|dialysis|journeys', target: '19' },
  ),
  kpi(
    'KPI 4 (waiting time): Median waiting time from referral to first appointment. Currently 11 weeks; to be 6 weeks by December 2027. Lead: Northern Trust.',
    { name: 'waiting time', target: '6', unit: 'weeks', baseline: '11', owner: 'northern trust' },
  ),
  kpi('The Grower shall deliver tomatoes of which not more than 2 kg in each 100 kg are soft or split.', {
    name: 'tomatoes|soft',
    target: '2',
  }),
  kpi(
    'The degree of fulfilment of deliveries is to be 98 %. Responsible: logistics management of the Supplier. Evaluation: monthly.',
    { name: 'fulfilment', target: '98', unit: '%', cadence: 'monthly', owner: 'logistics management' },
  ),
  kpi(
    'Performance Standard\tThreshold\tDeduction\nGraffiti removed within 24 hours\t95%\t€ 500\nLitter bins emptied before overflow\t98%\t€ 250',
    { name: 'graffiti', target: '95', unit: '%' },
    { name: 'litter bins', target: '98', unit: '%' },
  ),
  kpi(
    'Mystery visits. A Franchisee whose outlets score under 85 out of 100 in a mystery visit shall present an improvement plan within 14 days.',
    { name: 'mystery|outlets', target: '85' },
  ),
  kpi(
    'Emergency repairs: attended within 4 hours. Urgent repairs: completed within 3 working days. Routine repairs: completed within 28 days. Gas safety certificates in date: 100%.',
    { name: 'emergency', target: '4', unit: 'hours' },
    { name: 'urgent', target: '3', unit: 'days' },
    { name: 'routine', target: '28', unit: 'days' },
    { name: 'gas safety', target: '100', unit: '%' },
  ),
  kpi(
    'Vendor will make the Hosted Service available 24 x 7 with a Monthly Uptime Percentage of at least 99.9%, excluding Scheduled Maintenance.',
    { name: 'uptime', target: '99.9', unit: '%', cadence: 'month' },
  ),
  kpi(
    'The grant amounts to 240,000 euros and is paid in three instalments: 40 % at the start, 40 % after the interim report and 20 % at the end.',
  ),
  kpi(
    '5.2.1 Network latency (round trip, measured every five minutes between the Customer’s two sites) ≤ 12 ms; packet loss ≤ 0.1 %; jitter < 3 ms.',
    { name: 'latency', target: '12', unit: 'ms' },
    { name: 'packet loss', target: '0.1', unit: '%' },
    { name: 'jitter', target: '3', unit: 'ms' },
  ),
  kpi(
    'It is agreed that, from the second year onwards, the share of journeys made by bicycle among pupils of the member schools, which was found to be 17 % in the survey of May 2025, shall have risen to not less than one quarter.',
    { name: 'bicycle', target: '25', baseline: '17', also: ['0.25'] },
  ),
  kpi(
    'Item\tQuantity\tPrice per unit\nBin 120 l\t400\t£21.50\nBin 240 l\t250\t£29.00\nPaper sack\t10,000\t£0.08',
  ),
  kpi(
    'The office is open Monday to Friday from 8.30 a.m. to 5 p.m. and on the first Saturday of each month from 9 to 12.',
  ),
  kpi(
    'The Partner shall deliver no fewer than twelve workshops and reach at least 300 participants, of whom a minimum of 40% shall be women, in each year of the Grant.',
    { name: 'workshops', target: '12' },
    { name: 'participants', target: '300' },
    { name: 'women', target: '40', unit: '%' },
  ),
  kpi(
    'Quality goal: the quota of rejected samples lies under 1,5 percent (actual value 2024: 2,8 percent).',
    { name: 'rejected', target: '1.5', unit: 'percent', baseline: '2.8' },
  ),
  kpi(
    'Response times are decisive for the residents. In the case of a lift failure with persons trapped, a technician is on site within 45 minutes; for other faults of the lift, the next working day suffices.',
    { name: 'lift|technician', target: '45', unit: 'minutes' },
  ),
  kpi(
    'Invoices are payable within 30 days of receipt; a discount of 2 % is granted for payment within ten days.',
  ),
  kpi('Training hours per employee per year: ≥ 24 (2025: 16).', {
    name: 'training hours',
    target: '24',
    baseline: '16',
  }),
  kpi(
    'Clause 14.3 and Annexes 2 to 5 apply from 1 January 2027; section 9 of the Act of 14 June 2012 stays unaffected.',
  ),
  kpi('The Steering Group has nine members, meets four times a year and decides by a majority of six.'),
  kpi(
    'Each restaurant must serve drive-through orders in 210 seconds or less on average, and must hold a guest satisfaction score of no lower than 4.3 out of 5.',
    { name: 'orders', target: '210', unit: 'seconds' },
    { name: 'satisfaction', target: '4.3' },
  ),
  kpi(
    'Eighty percent of calls shall be picked up within twenty seconds, and the abandonment rate shall stay under 5%, both measured daily and reported to the Client each Monday.',
    { name: 'calls', target: '80', unit: 'percent' },
    { name: 'abandonment', target: '5', unit: '%', cadence: 'daily' },
  ),
  kpi(
    '“On-time rate” means the number of consignments delivered inside the booked window divided by all consignments delivered in the month, and shall not fall below 96.5 %.',
    { name: 'on-time rate', target: '96.5', unit: '%' },
  ),
  kpi(
    'The parties will keep complaints to fewer than 8 per 1,000 customers, a figure that the Joint Office publishes at the end of each half-year.',
    { name: 'complaints', target: '8', cadence: 'half-year', owner: 'joint office' },
  ),
  kpi(
    'Indicator 1.3 – Proportion of girls completing lower secondary school. Baseline: 54% (2023). Target: 70% (2027). Source: district education office. Collected: annually.',
    { name: 'girls', target: '70', unit: '%', baseline: '54', cadence: 'annual' },
  ),
]
