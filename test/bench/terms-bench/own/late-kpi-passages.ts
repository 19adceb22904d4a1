import { kpi } from './kpi-passage.ts'

/** Written after measures were read figure by figure, to learn from: their first figures are told where the others are. */
export const LATE_KPI_PASSAGES = [
  kpi(
    'The Carrier undertakes that its lorries are at the loading bay within twenty minutes of the agreed slot on no fewer than nineteen days out of twenty.',
    { name: 'lorries|days|loading bay', target: '19', also: ['20'] },
  ),
  kpi(
    'Service desk performance\nMeasure | Level | Reported\nCalls answered in 20 seconds | 85 % | every week\nTickets closed at first contact | 60 % | every month',
    { name: 'calls answered', target: '85', unit: '%', cadence: 'week' },
    { name: 'tickets closed', target: '60', unit: '%', cadence: 'month' },
  ),
  kpi(
    'The Trust will see to it that no more than one resident in twenty has a fall with injury in any quarter.',
    { name: 'resident|fall', target: '1' },
  ),
  kpi('Average occupancy of the shelter is expected to be around 85 per cent.', {
    name: 'occupancy',
    target: '85',
    unit: 'per cent',
  }),
  kpi(
    'By year 5 the scheme shall have insulated 3,500 homes and saved 9,000 tonnes of carbon dioxide.',
    { name: 'homes', target: '3500' },
    { name: 'carbon dioxide', target: '9000', unit: 'tonnes' },
  ),
  kpi('The rate at which donated items are sold within four weeks shall not be lower than 62%.', {
    name: 'items',
    target: '62',
    unit: '%',
  }),
  kpi(
    'A bed is found for every person who asks before 6 p.m.; in at most three nights a year may anybody be turned away.',
    { name: 'nights|turned away', target: '3' },
  ),
  kpi('Energy intensity (kWh/m²): 182 in 2024, 150 in 2027, 120 in 2030.', {
    name: 'energy intensity',
    target: '120',
  }),
  kpi(
    'Seventy-five per cent of all learners who start a course finish it; the figure was 66 per cent last year.',
    { name: 'learners', target: '75', unit: 'per cent', baseline: '66' },
  ),
  kpi('The Licensee shall maintain a minimum inventory turnover of six times per year.', {
    name: 'inventory turnover',
    target: '6',
  }),
  kpi(
    'Client shall be notified of any security incident without delay and in any case within four hours; this was achieved in 92 % of cases in 2025 and has to be achieved in 99 % from 2026.',
    { name: 'incident|notified', target: '99', unit: '%', baseline: '92' },
  ),
  kpi(
    'Punctuality target 94 %, cancellation target 0.5 %, seat availability target 99 %.',
    { name: 'punctuality', target: '94', unit: '%' },
    { name: 'cancellation', target: '0.5', unit: '%' },
    { name: 'seat availability', target: '99', unit: '%' },
  ),
  kpi('Quality of translation: fewer than two serious mistakes per 1,000 words.', {
    name: 'mistakes',
    target: '2',
  }),
  kpi('The school meals service wastes no more than 60 grams of food per child and day.', {
    name: 'food|meals',
    target: '60',
    unit: 'grams',
  }),
  kpi('Throughput shall be no lower than 450 parcels per hour at peak.', {
    name: 'throughput|parcels',
    target: '450',
  }),
  kpi('KPI: Employee engagement\nBaseline: 61\nTarget: 75\nMeasured: annually by the HR Partner', {
    name: 'engagement',
    target: '75',
    baseline: '61',
    cadence: 'annual',
    owner: 'hr partner',
  }),
  kpi('The Hub answers written enquiries on average within 1.5 working days and never later than five.', {
    name: 'enquiries',
    target: '1.5',
    unit: 'working days',
  }),
  kpi('Eleven of the twelve wards shall be free of mould by the end of 2027.', {
    name: 'wards',
    target: '11',
  }),
  kpi(
    'A rise in the number of women-led cooperatives from 14 to at least 40 is the second outcome of the programme.',
    { name: 'cooperatives', target: '40', baseline: '14' },
  ),
  kpi(
    'More than 4 out of 5 users would recommend the service, according to the survey that Healthwatch runs each spring.',
    { name: 'users', target: '4' },
  ),
  kpi('Page views are served in 1.2 seconds or faster at the 95th percentile.', {
    name: 'page views',
    target: '1.2',
    unit: 'seconds',
  }),
  kpi(
    'For category A faults the on-site time is two hours, for category B faults eight hours and for category C faults two working days.',
    { name: 'on-site time', target: '2', unit: 'hours' },
    { name: 'category b', target: '8', unit: 'hours' },
    { name: 'category c', target: '2', unit: 'working days' },
  ),
  kpi(
    'Response and repair times:\n- burst main: 1 hour / 12 hours\n- low pressure: 24 hours / 5 days',
    { name: 'burst main', target: '1', unit: 'hour', also: ['12'] },
    { name: 'low pressure', target: '24', unit: 'hours', also: ['5'] },
  ),
  kpi(
    'The proportion of agency staff must come down to 8 per cent of all hours worked; at present it is 15 per cent.',
    { name: 'agency staff', target: '8', unit: 'per cent', baseline: '15' },
  ),
  kpi('The Grantee expects to vaccinate 90,000 animals against rabies in each campaign.', {
    name: 'animals',
    target: '90000',
  }),
  kpi('Turnaround of test results shall be 36 hours or better for 97 of each 100 samples.', {
    name: 'test results|turnaround',
    target: '97',
    also: ['36'],
  }),
  kpi('Uptime commitment: 99.95% per calendar month, calculated by the Provider.', {
    name: 'uptime',
    target: '99.95',
    unit: '%',
    cadence: 'month',
    owner: 'provider',
  }),
  kpi(
    'The Vendor’s mean resolution time for high-priority cases shall be less than or equal to ten (10) hours.',
    { name: 'resolution time', target: '10', unit: 'hours' },
  ),
  kpi('Cost per tonne collected: EUR 118 now, EUR 105 by 2028.', {
    name: 'cost per tonne',
    target: '105',
    baseline: '118',
  }),
  kpi('Each depot shall have at least 92 per cent of its vehicles on the road every weekday morning.', {
    name: 'vehicles',
    target: '92',
    unit: 'per cent',
  }),
  kpi('Rate of repeat visits must be brought below one in eight.', {
    name: 'repeat visits',
    target: '1',
    also: ['12.5'],
  }),
  kpi(
    'As a rule the doctor phones the patient back on the same day; after a hospital stay a home visit follows within three days in 85 % of all cases.',
    { name: 'home visit|hospital stay', target: '85', unit: '%' },
  ),
  kpi(
    'The parties measure success by the rent loss from empty homes, which shall not be more than 1.8 % of the rent due.',
    { name: 'rent loss|empty homes', target: '1.8', unit: '%' },
  ),
  kpi('Milk shall contain no more than 100,000 germs per ml.', { name: 'germs|milk', target: '100000' }),
  kpi('The signal is strong enough (-85 dBm or better) at 98 % of the measuring points.', {
    name: 'signal',
    target: '98',
    unit: '%',
  }),
  kpi('Participants give the course an average mark of 8 on a scale from 1 to 10.', {
    name: 'mark|course',
    target: '8',
  }),
  kpi(
    'Attainment: 70 % of pupils at grade 4 or above in English, 65 % in mathematics.',
    { name: 'pupils|attainment', target: '70', unit: '%' },
    { name: 'mathematics|attainment', target: '65', unit: '%' },
  ),
  kpi('Within two years the volume of residual waste is to be one fifth lower than in the base year.', {
    name: 'residual waste',
    target: '20',
  }),
  kpi('The availability which the Operator owes for each charging point is 97 % in the quarter.', {
    name: 'availability',
    target: '97',
    unit: '%',
    cadence: 'quarter',
    owner: 'operator',
  }),
  kpi('Membership stands at 310 households and should reach 500 by the third anniversary.', {
    name: 'membership',
    target: '500',
    baseline: '310',
  }),
  kpi(
    'Fire doors inspected on time\t100 %\tmonthly\tSafety Officer\nWater samples taken on time\t98 %\tquarterly\tSafety Officer',
    { name: 'fire doors', target: '100', unit: '%', cadence: 'monthly' },
    { name: 'water samples', target: '98', unit: '%', cadence: 'quarterly' },
  ),
  kpi(
    'Objective\tIndicator\t2025\t2030\nLess traffic\tCar trips per inhabitant and day\t1.9\t1.4\nBetter air\tDays above the NO2 limit\t21\t5',
    { name: 'car trips', target: '1.4' },
    { name: 'no2', target: '5' },
  ),
  kpi('Not a single lift may be out of service for more than 24 hours.', {
    name: 'lift',
    target: '24',
    unit: 'hours',
  }),
  kpi('The Processor restores access to the data within eight hours after an incident.', {
    name: 'access|data',
    target: '8',
    unit: 'hours',
  }),
  kpi('Volunteers’ hours: 5,200 (2025) – 6,500 (2027) – 8,000 (2029)', {
    name: 'volunteers',
    target: '8000',
  }),
  kpi(
    'Speed is what counts at the counter. Nobody should have to queue for longer than ten minutes, and the average should lie at four.',
    { name: 'queue|counter', target: '10', unit: 'minutes' },
  ),
  kpi('The contractor’s crews must sweep 100 kilometres of kerb in each shift.', {
    name: 'kerb|sweep',
    target: '100',
    unit: 'kilometres',
  }),
  kpi('The percentage of calls that reach voicemail shall at no time be above 3.', {
    name: 'voicemail',
    target: '3',
  }),
  kpi('In 80 % of the cases the mediator is named within a week.', {
    name: 'mediator',
    target: '80',
    unit: '%',
  }),
  kpi('The partner hospitals bring the caesarean rate down to the national mean of 29 %.', {
    name: 'caesarean',
    target: '29',
    unit: '%',
  }),
  kpi(
    'Deliveries complete: >98 %. Deliveries on the day: >95 %. Wrong items: <0.5 %.',
    { name: 'complete', target: '98', unit: '%' },
    { name: 'on the day', target: '95', unit: '%' },
    { name: 'wrong items', target: '0.5', unit: '%' },
  ),
  kpi('Three quarters of the farms in the valley will have drip irrigation when the project ends.', {
    name: 'farms',
    target: '75',
  }),
  kpi('The Site’s error budget is 0.1 percent of requests per month.', {
    name: 'error budget',
    target: '0.1',
    unit: 'percent',
    cadence: 'month',
  }),
  kpi('Where the fill rate in two months running is less than 94%, Buyer may buy elsewhere.', {
    name: 'fill rate',
    target: '94',
    unit: '%',
  }),
  kpi('Readmission within 30 days: 12 → 9 %, to be reported to the Board by the Quality Lead twice a year.', {
    name: 'readmission',
    target: '9',
    unit: '%',
    baseline: '12',
    cadence: 'twice a year',
    owner: 'quality lead',
  }),
  kpi('The Buyer may reject a lot if it is delivered more than 10 days late.'),
  kpi('The partners contribute 15, 25 and 60 per cent of the yearly budget.'),
  kpi('Each trainee gets a grant of 450 euros a month for up to 18 months.'),
  kpi('The Council holds three of the five seats on the board.'),
  kpi('A surcharge of 20 % applies to deliveries outside a radius of 50 km.'),
  kpi('The notice period is four weeks to the end of a month.'),
  kpi('Seats: 120. Parking: 45. Meeting rooms: 3.'),
  kpi('The fee is reviewed every two years and may rise by no more than the consumer price index plus 2 %.'),
  kpi('For the first twelve months the rent is half of the amount stated in Annex 2.'),
  kpi('At least two signatures are needed for payments over 5,000 dollars.'),
  kpi('Any claim must be raised within one year.'),
  kpi('The Franchisor trains up to four employees of the Franchisee free of charge for ten days.'),
  kpi('The company has issued 1,000,000 shares, 62 % of which are held by the founders.'),
  kpi('The Supplier shall keep spare parts for at least ten years after the last delivery.'),
  kpi('| Position | Hours | Rate |\n| Project lead | 120 | € 110 |\n| Engineer | 300 | € 95 |'),
  kpi('In the year before, 14 % of the budget went to administration.'),
  kpi('If more than 30 % of the members object, the change does not come into force.'),
  kpi('The reserve amounts to three months of running costs.'),
  kpi('Passengers under 6 years travel free; those under 15 pay 50 %.'),
  kpi('The Lender charges a fee of 0.75 % on the undrawn part of the loan.'),
  kpi('Option A covers 80 square kilometres, Option B 115.'),
  kpi('The transition period is 90 days, in which both systems run side by side.'),
  kpi('The Chief Executive may spend up to £25,000 without asking the board.'),
  kpi('Data rooms close 48 hours before the vote, and bids below 70 % of the estimate are not considered.'),
  kpi('Interest on the deposit is credited on 31 December at a rate of 1.25 per cent.'),
  kpi('The tenancy ends on 30 June 2031, on which date the tenant hands back 14 keys.'),
]
