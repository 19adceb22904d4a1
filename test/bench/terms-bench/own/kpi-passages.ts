import type { KpiExample } from '../../../shared/terms/recognise/kpi-examples.ts'
import { kpi } from './kpi-passage.ts'
import { LATER_KPI_PASSAGES } from './later-kpi-passages.ts'

/** A careful reader finds the measures named, and none in the last ones. Rules were improved on these passages. */
export const KPI_PASSAGES: readonly KpiExample[] = [
  kpi('Ninety-eight percent of ferry departures shall leave within five minutes of the timetable.', {
    name: 'ferry departures',
    target: '98',
  }),
  kpi('The Joint Corporation will bring the share of recycled household waste to 58 % by the end of 2029.', {
    name: 'recycled',
    target: '58',
  }),
  kpi('Mean time to restore the metering service must not exceed 4 hours.', {
    name: 'time to restore',
    target: '4',
  }),
  kpi('We aim for a first-contact resolution rate of 75% in the citizen desk.', {
    name: 'first-contact resolution',
    target: '75',
  }),
  kpi('Home visits take place within 2 working days of a referral in at least 9 out of 10 cases.', {
    name: 'visits',
    target: '9',
    also: ['2'],
  }),
  kpi('Absence among drivers drops from 8.4% to 6% over the term.', {
    name: 'absence',
    target: '6',
    baseline: '8.4',
  }),
  kpi('Customer satisfaction (yearly survey): at least 4.2 out of 5.', {
    name: 'customer satisfaction',
    target: '4.2',
  }),
  kpi(
    '| Measure | Today | Goal |\n| Late deliveries | 12% | 4% |\n| Complaints per month | 30 | 12 |',
    { name: 'late deliveries', target: '4', baseline: '12' },
    { name: 'complaints', target: '12', baseline: '30' },
  ),
  kpi(
    '- Calls answered within 60 seconds: 85%\n- Abandoned calls: below 5%',
    { name: 'calls answered', target: '85' },
    { name: 'abandoned calls', target: '5' },
  ),
  kpi('The Operator keeps water loss in the network under 11%.', { name: 'water loss', target: '11' }),
  kpi('Permit applications are decided on average in 21 days.', { name: 'applications', target: '21' }),
  kpi('No more than two unplanned outages may occur in any quarter.', { name: 'outages', target: '2' }),
  kpi('Each franchisee achieves a mystery-shopper score of 90 points or more.', {
    name: 'score',
    target: '90',
  }),
  kpi('Energy consumption per square metre will be reduced from 140 kWh to 105 kWh.', {
    name: 'energy consumption',
    target: '105',
    baseline: '140',
  }),
  kpi('The programme places 120 trainees in paid work each year.', { name: 'trainees', target: '120' }),
  kpi('Occupancy of the shared depot: baseline 61%, target 80%, measured quarterly by the service manager.', {
    name: 'occupancy',
    target: '80',
    baseline: '61',
  }),
  kpi('The error rate in invoices shall stay below 0.5 per cent.', { name: 'error rate', target: '0.5' }),
  kpi('A picking accuracy of 99.2 percent is to be maintained in every warehouse.', {
    name: 'picking accuracy',
    target: '99.2',
  }),
  kpi('The helpdesk solves priority-two tickets in under eight hours.', { name: 'tickets', target: '8' }),
  kpi('Response time for emergency repairs: 90 minutes.', { name: 'response time', target: '90' }),
  kpi('Volunteer retention rises to 70% in the second year.', { name: 'retention', target: '70' }),
  kpi('The portal loads in less than 2 seconds for 95% of page views.', { name: 'page views', target: '95' }),
  kpi('The partners will raise the proportion of local suppliers from 22% to 35% within three years.', {
    name: 'local suppliers',
    target: '35',
    baseline: '22',
  }),
  kpi('Vaccination coverage among residents of the homes reaches 92%.', { name: 'coverage', target: '92' }),
  kpi('Average handling time shall not be longer than 6 minutes.', { name: 'handling time', target: '6' }),
  kpi('Bus punctuality must improve by 5 percentage points against 2026.', {
    name: 'punctuality',
    target: '5',
  }),
  kpi('The backlog of inspections is held at no more than 40.', { name: 'backlog', target: '40' }),
  kpi('Every month at least 1,500 meals are served to pupils.', { name: 'meals', target: '1500' }),
  kpi('The net promoter score of members should be 45 or higher.', { name: 'promoter score', target: '45' }),
  kpi(
    'Data is restored within a recovery time of 12 hours, with a recovery point of 1 hour.',
    { name: 'recovery time', target: '12' },
    { name: 'recovery point', target: '1' },
  ),
  kpi('The Supplier shall pay the invoice within 30 days.'),
  kpi('The Chair is elected by a majority of 60% of the votes.'),
  kpi('The agreement ends on 31 December 2030 unless it is extended by two years.'),
  kpi('Northwind bears 40% and Seaview 60% of the costs.'),
  kpi('Notice of at least 14 days shall be given before a meeting.'),
  kpi('The insurance covers at least EUR 2,000,000 for each event.'),
  kpi('Section 4.2 applies to the 12 municipalities named in Annex 1.'),
  kpi('The Council consists of seven members, two of whom are elected for 3 years.'),
  kpi('The night shuttle departs on schedule on 97% of all nights.', {
    name: 'departs on schedule',
    target: '97',
  }),
  kpi('The parties expect the vacancy rate of the business park to fall from 18% to 10% by 2030.', {
    name: 'vacancy rate',
    target: '10',
    baseline: '18',
  }),
  kpi('Waste bins that were reported full are emptied within 24 hours.', { name: 'bins', target: '24' }),
  kpi('Each clinic sees at least 35 patients per session.', { name: 'patients', target: '35' }),
  kpi('Stock accuracy >= 98.5%.', { name: 'stock accuracy', target: '98.5' }),
  kpi('The share of electric vehicles in the joint fleet grows to 60% by the third year.', {
    name: 'electric vehicles',
    target: '60',
  }),
  kpi('The regional food bank distributes 40 tonnes of food every month.', { name: 'food', target: '40' }),
  kpi('Client data must be available at all times except for 30 minutes of planned downtime a week.', {
    name: 'downtime',
    target: '30',
  }),
  kpi('Return rate of leased tools below 3 percent per season.', { name: 'return rate', target: '3' }),
  kpi(
    '| Indicator | Baseline | Target |\n| School attendance | 88% | 94% |\n| Dropouts per year | 60 | 35 |',
    { name: 'attendance', target: '94', baseline: '88' },
    { name: 'dropouts', target: '35', baseline: '60' },
  ),
  kpi('Parents rate the after-school club with 4.5 stars on average or better.', {
    name: 'club',
    target: '4.5',
  }),
  kpi('The Operator resolves 80% of faults on the first visit.', { name: 'faults', target: '80' }),
  kpi('Carbon emissions per delivery shall be cut by 25% against the base year.', {
    name: 'emissions',
    target: '25',
  }),
  kpi('The median waiting time at the counter is not to exceed 8 minutes.', {
    name: 'waiting time',
    target: '8',
  }),
  kpi('A minimum of 12 joint events takes place each year.', { name: 'events', target: '12' }),
  kpi('Ticket revenue per seat-kilometre, cost coverage 70 percent.', {
    name: 'cost coverage',
    target: '70',
  }),
  kpi('Translations are returned within three working days in 95 of 100 cases.', {
    name: 'translations',
    target: '95',
    also: ['3'],
  }),
  kpi('Membership of the alliance rises from 14 to 20 dealers.', {
    name: 'membership',
    target: '20',
    baseline: '14',
  }),
  kpi('The parties meet on the second Tuesday of each month.'),
  kpi('Each founder contributes EUR 25,000 in two instalments.'),
  kpi('A decision needs the consent of at least three of the five founders.'),
  kpi('The rent is EUR 9 per square metre and is adjusted every 2 years.'),
  kpi('The licence covers 40 workplaces in the three offices.'),
  kpi('The arbitrator decides within 90 days of being appointed.'),
  ...LATER_KPI_PASSAGES,
]
