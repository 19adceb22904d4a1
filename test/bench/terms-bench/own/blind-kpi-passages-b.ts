import { kpi } from './kpi-passage.ts'

/** The other half of the blind passages. Its misses are never looked at and nothing is trained on it: its figures are what new agreements give. */
export const BLIND_KPI_PASSAGES_B = [
  kpi('The warranty lasts 24 months for parts and 12 months for labour.'),
  kpi('A deposit of three months’ rent is due; it bears interest at 1.5 % a year.'),
  kpi('Average length of stay will come down to 6.2 days (2025: 7.9 days).', {
    name: 'length of stay',
    target: '6.2',
    unit: 'days',
    baseline: '7.9',
  }),
  kpi(
    'Within three years, ten of the fifteen villages should be served by the shared refuse truck at least once a week.',
    { name: 'villages', target: '10' },
  ),
  kpi(
    'This Agreement runs for five years and renews for two years at a time unless ended with six months’ notice.',
  ),
  kpi(
    'The Food Bank aims to hand out 14,000 parcels a year by 2028, against 9,300 in 2025, and to throw away no more than four in every hundred crates.',
    { name: 'parcels', target: '14000', baseline: '9300' },
    { name: 'crates', target: '4' },
  ),
  kpi(
    'In performing the Collection Services the Contractor shall ensure that, in each Contract Quarter, not fewer than ninety-seven per cent of scheduled household collections are completed on the day stated in the published calendar, save where the Council has agreed in writing to a revised round.',
    { name: 'collections', target: '97', unit: 'per cent', cadence: 'quarter' },
  ),
  kpi('The availability of the platform amounts to at least 99,5 % in the yearly average.', {
    name: 'availability',
    target: '99.5',
    unit: '%',
    cadence: 'year',
  }),
  kpi('The pilot took place from March to June 2025 with 3 schools and 210 pupils; it cost 64,000 euros.'),
  kpi('Storage temperature shall be kept between 2 °C and 8 °C at all times and logged hourly.', {
    name: 'temperature',
    target: '8',
    unit: '°C',
    also: ['2'],
    cadence: 'hour',
  }),
  kpi(
    'The Contractor guarantees a reaction time of maximally 2 hours and a restoration time of maximally 8 hours, counted from the moment of the notification.',
    { name: 'reaction', target: '2', unit: 'hours' },
    { name: 'restoration', target: '8', unit: 'hours' },
  ),
  kpi(
    'The first measure is customer satisfaction. It is taken from the yearly survey. It stood at 7.1 in 2024 and is to be 8.0 or better from 2027 on.',
    { name: 'satisfaction', target: '8.0', baseline: '7.1', cadence: 'year' },
  ),
  kpi('In every month the booking website is down for less than 45 minutes in total.', {
    name: 'website',
    target: '45',
    unit: 'minutes',
    cadence: 'month',
  }),
  kpi(
    'Service Level A applies to the ambulance desk: 90 % of emergency calls shall be answered in 5 seconds and 99 % in 15 seconds.',
    { name: 'calls', target: '90', unit: '%' },
    { name: 'calls', target: '99', unit: '%' },
  ),
  kpi(
    'Service\tMinimum availability per month\nPayments\t99.95 %\nRegister of residents\t99.5 %\nWebsite\t99.0 %',
    { name: 'payments', target: '99.95', unit: '%', cadence: 'month' },
    { name: 'register', target: '99.5', unit: '%', cadence: 'month' },
    { name: 'website', target: '99.0', unit: '%', cadence: 'month' },
  ),
  kpi(
    'No.\tMeasure\tUnit\tToday\tAim\tWho reports\tHow often\n1\tCalls answered\t%\t82\t90\tContact centre\tWeekly\n2\tEmails answered in 24 h\t%\t67\t85\tContact centre\tWeekly\n3\tMean handling time\tmin\t7.5\t6\tOperations\tMonthly',
    {
      name: 'calls answered',
      target: '90',
      unit: '%',
      baseline: '82',
      cadence: 'weekly',
      owner: 'contact centre',
    },
    { name: 'emails', target: '85', unit: '%', baseline: '67', cadence: 'weekly', owner: 'contact centre' },
    {
      name: 'handling time',
      target: '6',
      unit: 'min',
      baseline: '7.5',
      cadence: 'monthly',
      owner: 'operations',
    },
  ),
  kpi('The Borrower may prepay at par on 10 days’ notice; the margin is 185 basis points and the floor 0 %.'),
  kpi('Net Promoter Score: currently +21, goal +35, asked twice a year by the Franchisor.', {
    name: 'promoter',
    target: '35',
    baseline: '21',
    cadence: 'twice a year',
    owner: 'franchisor',
  }),
  kpi('The hall holds 450 seated guests and has 12 parking bays for coaches.'),
  kpi('Utilisation of the warehouse: Q1 70 %, Q2 75 %, Q3 80 %, Q4 85 %.', {
    name: 'utilisation',
    target: '85',
    unit: '%',
  }),
  kpi('Library: loans per head of population 5.2 → 6.0 (2028).', {
    name: 'loans',
    target: '6.0',
    baseline: '5.2',
  }),
  kpi(
    'The Supplier shall meet each month the following minimum levels:\n(a) order fill rate: 97%;\n(b) invoices without error: 99%;\n(c) complaints answered within two days: 90%.',
    { name: 'fill rate', target: '97', unit: '%', cadence: 'month' },
    { name: 'invoices', target: '99', unit: '%', cadence: 'month' },
    { name: 'complaints', target: '90', unit: '%', cadence: 'month' },
  ),
  kpi('Revenue from the app is divided 70 % to the Developer and 30 % to the Publisher.'),
  kpi(
    'An increase in fees of more than 5 percent gives the Customer a right to terminate at the end of the quarter.',
  ),
  kpi('The annual fee is EUR 48,000 and rises each January by 2.5 %, for the first time in 2027.'),
  kpi(
    'Arbitration is conducted by three arbitrators; for disputes under EUR 50,000 a single arbitrator decides within 90 days.',
  ),
  kpi(
    'A party that fails to remedy a breach within 20 Business Days of notice may be expelled by a vote of at least three of the five members.',
  ),
  kpi(
    '| Priority | First response | Resolution |\n|---|---|---|\n| P1 Critical | 15 minutes | 4 hours |\n| P2 High | 1 hour | 8 hours |\n| P3 Normal | 8 hours | 3 working days |',
    { name: 'response', target: '15', unit: 'minutes' },
    { name: 'resolution', target: '4', unit: 'hours' },
    { name: 'response', target: '1', unit: 'hour' },
    { name: 'resolution', target: '8', unit: 'hours' },
    { name: 'response', target: '8', unit: 'hours' },
    { name: 'resolution', target: '3', unit: 'working days' },
  ),
  kpi(
    'The Operator shall run at least 98.5% of the timetabled mileage. Punctuality, meaning departures no more than one minute early and five minutes late, shall reach 92% by the end of the second Service Year and 94% thereafter.',
    { name: 'mileage', target: '98.5', unit: '%' },
    { name: 'punctuality', target: '94', unit: '%', also: ['92'] },
  ),
  kpi(
    '| Milestone | Due | Payment |\n| Design signed off | 15 March 2027 | 20 % |\n| Pilot running | 1 September 2027 | 30 % |\n| All sites live | 31 January 2028 | 50 % |',
  ),
  kpi(
    'Missed bins. We will put right a missed bin by the end of the next working day in 95 cases out of 100.',
    { name: 'missed bin', target: '95' },
  ),
  kpi('Occupancy of the day centre should lie in the range of 80 to 90 per cent.', {
    name: 'occupancy',
    target: '80',
    unit: 'per cent',
    also: ['90'],
  }),
  kpi(
    'Damage: max. 0.3 % of parcels. Loss: max. 0.05 % of parcels. First-attempt delivery: min. 93 %.',
    { name: 'damage', target: '0.3', unit: '%' },
    { name: 'loss', target: '0.05', unit: '%' },
    { name: 'first-attempt', target: '93', unit: '%' },
  ),
  kpi(
    'The lease covers 1,250 square metres on the second floor and 18 parking spaces at a yearly rent of 96 euros per square metre.',
  ),
  kpi(
    'Contributions for 2027: Town A £120,000; Town B £85,000; County £200,000. They follow the consumer price index plus 1 %, capped at 4 %.',
  ),
  kpi(
    'The members’ meeting has a quorum when at least two thirds of the votes are present; changes of the statutes need three quarters.',
  ),
  kpi(
    'For eighteen months after leaving, the Franchisee shall not open a similar shop within 15 kilometres.',
  ),
  kpi('Laundry: items lost per thousand delivered: not above 3.', { name: 'lost', target: '3' }),
  kpi(
    '7. Service levels\n7.1 The Provider runs the ticket desk from 7:00 to 19:00 on working days.\n7.2 Ninety per cent of tickets opened before noon are answered on the same day; the remainder within one further working day.\n7.3 The fee is reduced by 3 % for a month in which the level of 7.2 is missed.\n7.4 The desk manager sends the figures to both members by the fifth of each month.',
    { name: 'tickets', target: '90', unit: 'per cent', cadence: 'month', owner: 'desk manager' },
  ),
  kpi(
    'Indicator\t2024 outturn\t2026\t2028\nRecycling rate\t48.2 %\t55 %\t60 %\nResidual waste per household\t512 kg\t470 kg\t430 kg',
    { name: 'recycling', target: '60', unit: '%', baseline: '48.2' },
    { name: 'residual', target: '430', unit: 'kg', baseline: '512' },
  ),
  kpi(
    'Outcome 2: By the close of the grant 1,200 smallholder families report at least two meals a day, up from 730 at the baseline survey.',
    { name: 'families', target: '1200', baseline: '730' },
  ),
  kpi(
    'Our carers arrive when we said they would. Nine visits in ten begin within fifteen minutes of the planned time. The care coordinator checks this every week.',
    { name: 'visits', target: '9', cadence: 'week', owner: 'care coordinator' },
  ),
  kpi(
    'Success criteria\n• 85 % of participants finish the programme\n• 60 % find work within six months\n• Average wage at least 10 % above the minimum wage',
    { name: 'participants', target: '85', unit: '%' },
    { name: 'work', target: '60', unit: '%' },
    { name: 'wage', target: '10', unit: '%' },
  ),
  kpi(
    'The Association makes sure that four fifths of the flats built are affordable for households below the median income.',
    { name: 'flats', target: '80', also: ['4', '0.8'] },
  ),
  kpi('Staff turnover: 11 % a year or less. Owner: Head of People. Reviewed: every six months.', {
    name: 'staff turnover',
    target: '11',
    unit: '%',
    cadence: 'six months',
    owner: 'head of people',
  }),
  kpi(
    'Indicator\nBaseline\nTarget\nFrequency\nResponsible\nWater points working\n61 %\n85 %\nTwice a year\nField office\nLatrines in schools\n110\n260\nYearly\nBuilding team',
    {
      name: 'water points',
      target: '85',
      unit: '%',
      baseline: '61',
      cadence: 'twice a year',
      owner: 'field office',
    },
    { name: 'latrines', target: '260', baseline: '110', cadence: 'year', owner: 'building team' },
  ),
  kpi(
    'Name of indicator: Rate of reused furniture\nUnit: per cent\nStarting point (2025): 18\nGoal (2029): 35\nFrequency of measurement: half-yearly\nResponsible partner: Resource Workshop Ltd',
    {
      name: 'reused furniture',
      target: '35',
      unit: 'per cent',
      baseline: '18',
      cadence: 'half-yearly',
      owner: 'resource workshop',
    },
  ),
  kpi(
    'Mean time to repair for street lighting outages should drop by 20 percent, from 5 days to 4 days, by the second anniversary.',
    { name: 'time to repair', target: '4', unit: 'days', baseline: '5' },
  ),
  kpi('More than half of the volunteers stay with us for at least a year.', {
    name: 'volunteers',
    target: '50',
    also: ['0.5'],
  }),
  kpi(
    'Records shall be kept for seven years after the end of the grant and shown to auditors on 5 working days’ notice.',
  ),
  kpi(
    'Meals on wheels shall arrive hot, that is to say at 65 degrees or warmer, in at least 99 of 100 checks made by the Council’s officer.',
    { name: 'meals|checks', target: '99' },
  ),
  kpi('Late payment bears interest of 8 percentage points above the base rate.'),
  kpi(
    'Seller shall achieve an On-Time In-Full (“OTIF”) rate of no less than ninety-five percent (95%) during each calendar quarter of the Term, such rate to be calculated by Buyer’s Supply Chain Department.',
    { name: 'in-full', target: '95', cadence: 'quarter', owner: 'supply chain' },
  ),
  kpi('At signing the Operator employs 86 people, 31 of them part-time, at three depots.'),
  kpi(
    'The total liability of either side in any contract year is limited to 125 % of the charges paid in that year.',
  ),
  kpi(
    'If Availability in a calendar month is below 99.5% but not below 99.0%, Customer is entitled to a credit of 5% of that month’s fees; below 99.0%, the credit is 12%.',
    { name: 'availability', target: '99.5', unit: '%', also: ['99.0'] },
  ),
  kpi(
    'Each Party holds fifty per cent of the shares of the Joint Company; a sale of more than 10 % requires the consent of the other.',
  ),
  kpi('Shifts last no longer than ten hours and are followed by eleven hours of rest, as the law demands.'),
]
