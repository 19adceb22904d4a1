import { kpi } from './kpi-passage.ts'

/** Written when measures were finished, by who had made the rules; nothing was changed for them. The rules of before found 40 %, and 77 % of that was right. */
export const LAST_KPI_PASSAGES = [
  kpi(
    'The Council undertakes that every resident has a bus stop within 400 metres of the door in 90 % of the built-up area.',
    { name: 'bus stop|resident|built-up', target: '90', unit: '%' },
  ),
  kpi('Urgent blood tests come back in under an hour ninety-five times in a hundred.', {
    name: 'blood tests',
    target: '95',
  }),
  kpi('The operator answers for a mean time between failures of 12,000 hours.', {
    name: 'failures',
    target: '12000',
    unit: 'hours',
  }),
  kpi('Pupils who leave without any certificate: 6.8 % (2024), 5.5 % (2026), 4 % (2029).', {
    name: 'pupils',
    target: '4',
    unit: '%',
  }),
  kpi(
    'The charity shall place volunteers with 220 isolated people in the first year and with 300 in each year after that.',
    { name: 'isolated people|volunteers', target: '300', also: ['220'] },
  ),
  kpi(
    'Service hours lost through strikes or breakdowns are not to come to more than 1.5 per cent of all planned hours.',
    { name: 'hours lost', target: '1.5', unit: 'per cent' },
  ),
  kpi(
    'Task\tStandard\tChecked by\tInterval\nWindows cleaned as planned\t98 %\tSite manager\tmonthly\nFloors free of dust\t95 %\tSite manager\tweekly',
    { name: 'windows', target: '98', unit: '%', cadence: 'monthly', owner: 'site manager' },
    { name: 'floors', target: '95', unit: '%', cadence: 'weekly', owner: 'site manager' },
  ),
  kpi('Grants are paid out no later than ten weeks after the application in nine cases out of ten.', {
    name: 'grants',
    target: '9',
    also: ['10'],
  }),
  kpi('Churn of subscribers, 2.4 % a month today, has to be 1.8 % or lower by the end of 2027.', {
    name: 'churn',
    target: '1.8',
    unit: '%',
    baseline: '2.4',
  }),
  kpi('Developer warrants that pages open in no more than 1.5 seconds on a standard connection.', {
    name: 'pages',
    target: '1.5',
    unit: 'seconds',
  }),
  kpi('The hospice takes in new guests within two days of being asked.', {
    name: 'guests|hospice',
    target: '2',
    unit: 'days',
  }),
  kpi('Freight is unloaded within 90 minutes of arrival; trucks waiting longer get EUR 60.', {
    name: 'freight',
    target: '90',
    unit: 'minutes',
  }),
  kpi(
    'Each quarter the Agency reports these figures:\n1. rent collected: at least 97 %\n2. empty homes: at most 2.5 %\n3. repairs right first time: at least 88 %',
    { name: 'rent collected', target: '97', unit: '%', cadence: 'quarter' },
    { name: 'empty homes', target: '2.5', unit: '%', cadence: 'quarter' },
    { name: 'repairs', target: '88', unit: '%', cadence: 'quarter' },
  ),
  kpi(
    'The partners hope to win back 150 hectares of wetland and to see at least 12 pairs of storks breed there.',
    { name: 'wetland', target: '150', unit: 'hectares' },
    { name: 'storks', target: '12' },
  ),
  kpi('Ratio of complaints to deliveries: 1 in 400 or better.', { name: 'complaints', target: '1' }),
  kpi(
    'A call centre seat is to be staffed for 97 percent of the booked hours, and shrinkage is to remain below 28 percent.',
    { name: 'seat|staffed', target: '97', unit: 'percent' },
    { name: 'shrinkage', target: '28', unit: 'percent' },
  ),
  kpi('Reported crime in the estate went down to 210 cases in 2025; the goal for 2027 is 160.', {
    name: 'crime',
    target: '160',
    baseline: '210',
  }),
  kpi('The kitchen sends back no more than 8 trays in every 1,000.', { name: 'trays', target: '8' }),
  kpi('At the end of the third year not less than four out of ten managers are women.', {
    name: 'managers',
    target: '4',
  }),
  kpi(
    'Network availability of 99.95 percent per quarter is assured by the Carrier for all sites of class 1.',
    { name: 'network availability', target: '99.95', unit: 'percent', cadence: 'quarter' },
  ),
  kpi('Northwind is paid 4 % of the turnover made with new customers.'),
  kpi('The guarantee sum is 5 % of the order and is released after 24 months.'),
  kpi('The hostel has 64 beds in 18 rooms.'),
  kpi('Anyone who has been a member for ten years pays 20 % less.'),
  kpi('The parties meet within 14 days if one of them asks for it.'),
  kpi('Delivery is free from 200 euros on and costs 6 % of the value below that.'),
  kpi('The capital is divided into 50,000 shares of 10 francs.'),
  kpi('The site lies 35 kilometres from the port and has two rail tracks of 600 metres.'),
  kpi('A change of control is a transfer of more than 50 % of the voting rights.'),
  kpi('Unused leave of up to five days is carried over to 31 March.'),
]
