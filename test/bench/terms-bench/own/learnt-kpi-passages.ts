import { kpi } from './kpi-passage.ts'

/** Written after the later ones, to learn from too: their first figures are told where the others are. */
export const LEARNT_KPI_PASSAGES = [
  kpi(
    'The Council and the College agree that at least seven out of ten adult learners shall gain a certificate, a rate that the College publishes each July.',
    { name: 'learners', target: '7', owner: 'college' },
  ),
  kpi(
    'Average response to a category 2 call is nineteen minutes at present; the region has to get it under fifteen.',
    { name: 'category 2|response', target: '15', baseline: '19' },
  ),
  kpi('Stations are cleaned so that the monthly inspection gives 80 points or more.', {
    name: 'stations|inspection',
    target: '80',
    unit: 'points',
  }),
  kpi(
    'During the peak season the Operator shall supply no fewer than 240 cars an hour at the upper terminal.',
    { name: 'cars', target: '240' },
  ),
  kpi(
    'Gas: consumption per dwelling falls to 9,800 kWh. Electricity: to 2,400 kWh.',
    { name: 'gas|consumption', target: '9800', unit: 'kWh' },
    { name: 'electricity|consumption', target: '2400', unit: 'kWh' },
  ),
  kpi('The Publisher fulfils 98.5 per cent of book orders inside two working days.', {
    name: 'orders',
    target: '98.5',
    unit: 'per cent',
  }),
  kpi(
    'Measure\tThis year\tNext year\nChildren vaccinated\t88 %\t93 %\nNo-shows\t12 %\t8 %',
    { name: 'vaccinated', target: '93', unit: '%' },
    { name: 'no-shows', target: '8', unit: '%' },
  ),
  kpi(
    '“Service Availability” shall be at least 99.8 % and is computed as total minutes less downtime, divided by total minutes.',
    { name: 'availability', target: '99.8', unit: '%' },
  ),
  kpi('The error rate of the scanner is 0.4 % or lower, as verified by Quality Assurance once a quarter.', {
    name: 'error rate',
    target: '0.4',
    unit: '%',
    cadence: 'once a quarter',
    owner: 'quality assurance',
  }),
  kpi('We answer the phone before it rings six times, and we do so for 85 of every 100 callers.', {
    name: 'callers|phone',
    target: '85',
  }),
  kpi('Target for 2029: 40 community gardens (2025: 22).', { name: 'gardens', target: '40', baseline: '22' }),
  kpi('Suppliers with a late-delivery ratio above 4 % in a quarter are put on watch.', {
    name: 'late-delivery',
    target: '4',
    unit: '%',
  }),
  kpi('Not more than 5 of the 200 seats may be out of use on any day of operation.', {
    name: 'seats',
    target: '5',
  }),
  kpi('The parties shall procure that the average age of the fleet does not exceed six years.', {
    name: 'age of the fleet',
    target: '6',
    unit: 'years',
  }),
  kpi('Patients wait 24 days for an MRI scan now. In two years it shall be 14 days.', {
    name: 'mri',
    target: '14',
    unit: 'days',
    baseline: '24',
  }),
  kpi(
    '| Service | Availability | Response |\n| Payroll | 99.9 % | 30 minutes |\n| Intranet | 99.0 % | 4 hours |',
    { name: 'payroll', target: '99.9', unit: '%' },
    { name: 'payroll', target: '30', unit: 'minutes' },
    { name: 'intranet', target: '99.0', unit: '%' },
    { name: 'intranet', target: '4', unit: 'hours' },
  ),
  kpi(
    'The contractor has to collect bulky waste within ten working days of the order in at least 95 % of the orders.',
    { name: 'bulky waste|orders', target: '95', unit: '%', also: ['10'] },
  ),
  kpi('By the final year, 1 in 3 households in the upper valley will cook with biogas.', {
    name: 'households',
    target: '1',
    also: ['33.3', '33'],
  }),
  kpi(
    '- fruit and vegetables: at least 35 % of the weight handed out\n- goods past their date: 0 %',
    { name: 'fruit', target: '35', unit: '%' },
    { name: 'past their date', target: '0', unit: '%' },
  ),
  kpi('Voice quality must have a mean opinion score of 4.0 or higher on all routes.', {
    name: 'opinion score',
    target: '4.0',
  }),
  kpi(
    'The Managing Agent lets 96 per cent of the units and re-lets an empty one within 25 days.',
    { name: 'units', target: '96', unit: 'per cent' },
    { name: 're-let|empty', target: '25', unit: 'days' },
  ),
  kpi(
    'It is the aim of the partners that the number of rough sleepers in the borough be halved, from 84 to 42, by spring 2028.',
    { name: 'rough sleepers', target: '42', baseline: '84' },
  ),
  kpi(
    'Distributor shall achieve a minimum of $2,000,000 in net sales and 250 new accounts in each Contract Year.',
    { name: 'new accounts', target: '250' },
  ),
  kpi('Customer waiting time at the ramp: standard 20 min, tolerance 5 min.', {
    name: 'waiting time',
    target: '20',
    unit: 'min',
  }),
  kpi('The share of the budget spent with local firms goes up from a third to a half.', {
    name: 'local firms',
    target: '50',
    baseline: '33.3',
  }),
  kpi('The lessee pays 3 % more each year.'),
  kpi('A share may be pledged with the consent of 80 % of the partners.'),
  kpi('The archive holds 12 kilometres of shelves and 4,000 maps.'),
  kpi('Each side names one expert within three weeks.'),
  kpi('The subsidy is cut by 10 % for every month of delay.'),
  kpi('The lock-in period is 36 months; afterwards 25 % of the holding may be sold a year.'),
  kpi('In 2023, 61 % of the 9,000 members voted in the ballot.'),
  kpi('The crane lifts 40 tonnes and reaches 60 metres.'),
  kpi('Fuel surcharge: 0.5 % of the freight for each 3 cents above EUR 1.40 per litre.'),
  kpi('The offer stands for 60 days and covers 2,400 square metres.'),
  kpi('The partners split savings 50/50 after the first EUR 20,000.'),
  kpi('Working groups have between four and eight members and report to the board by 30 June.'),
]
