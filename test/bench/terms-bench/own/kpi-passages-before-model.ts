import type { KpiExample } from '../../../shared/terms/recognise/kpi-examples.ts'
import { kpi } from './kpi-passage.ts'

/**
 * Written before the reader of figures was, and used neither to train it nor to change a rule: what it finds in these is about
 * what it finds in new text. The last ones state no measure.
 */
export const KPI_PASSAGES_BEFORE_MODEL: readonly KpiExample[] = [
  kpi('Street lights reported broken are repaired no later than five working days after the report.', {
    name: 'street lights',
    target: '5',
  }),
  kpi('Nine out of every ten deliveries arrive inside the agreed two-hour slot.', {
    name: 'deliveries',
    target: '9',
  }),
  kpi('The call centre answers 80% of calls in 20 seconds.', { name: 'calls', target: '80' }),
  kpi('Household recycling in the region must climb from 34% to 50% within four years.', {
    name: 'recycling',
    target: '50',
    baseline: '34',
  }),
  kpi('At the end of 2028 the cooperative has 1,200 active members.', { name: 'members', target: '1200' }),
  kpi('Maximum queue time at the border post: 15 min.', { name: 'queue time', target: '15' }),
  kpi('Franchise shops keep shrinkage under 1.5% of sales.', { name: 'shrinkage', target: '1.5' }),
  kpi('The dropout rate shall be halved from 12% to 6%.', { name: 'dropout', target: '6', baseline: '12' }),
  kpi('System response times shall average less than two seconds.', { name: 'response time', target: '2' }),
  kpi('Each partner school enrols no fewer than 25 apprentices per year.', {
    name: 'apprentices',
    target: '25',
  }),
  kpi('The Vendor commits to a 99.5% monthly uptime percentage.', { name: 'uptime', target: '99.5' }),
  kpi('Seven out of ten participants should be in work six months after the course.', {
    name: 'participants',
    target: '7',
  }),
  kpi('Mean time between failures of the pumps is 4,000 hours or more.', {
    name: 'time between failures',
    target: '4000',
  }),
  kpi('Reported potholes: 95% filled within 10 days.', { name: 'potholes', target: '95' }),
  kpi('Fuel consumption per 100 km is to fall below 28 litres.', { name: 'fuel consumption', target: '28' }),
  kpi('Visitor numbers grow by 8% a year.', { name: 'visitor numbers', target: '8' }),
  kpi('The hospital keeps the average length of stay at 4.2 days or below.', {
    name: 'length of stay',
    target: '4.2',
  }),
  kpi('No customer waits longer than 10 minutes at the counter.', { name: 'customer', target: '10' }),
  kpi('The parties target an employee engagement score of 72.', { name: 'engagement', target: '72' }),
  kpi('No more than 2 in 100 water samples may fail the standard.', { name: 'water samples', target: '2' }),
  kpi('Tonnes of CO2 saved per year: 850.', { name: 'co2', target: '850' }),
  kpi('First-time fix rate ≥ 88%.', { name: 'fix rate', target: '88' }),
  kpi('Support requests get a first reply in one hour.', { name: 'support requests', target: '1' }),
  kpi('We will plant 300 hectares of new woodland.', { name: 'woodland', target: '300' }),
  kpi('| Indicator | 2026 | 2029 |\n| Share of organic food | 18% | 40% |', {
    name: 'organic food',
    target: '40',
    baseline: '18',
  }),
  kpi('The on-time arrival rate of the ferry, 91% in 2026, is raised to 96%.', {
    name: 'arrival rate',
    target: '96',
  }),
  kpi('Grid losses shall not be above 5.5 percent.', { name: 'losses', target: '5.5' }),
  kpi('The museum wants to draw 60,000 visitors by the third year.', { name: 'visitors', target: '60000' }),
  kpi('Satisfaction of carers with the platform (scale 1 to 10) is 7.5 or better.', {
    name: 'satisfaction',
    target: '7.5',
  }),
  kpi('Not more than one in fifty meter readings is estimated.', { name: 'meter readings', target: '1' }),
  kpi('The Bank processes loan applications of members in five days.', {
    name: 'loan applications',
    target: '5',
  }),
  kpi('The average age of the buses does not exceed seven years.', { name: 'age of the buses', target: '7' }),
  kpi('Rework amounts to less than 3% of the hours billed.', { name: 'rework', target: '3' }),
  kpi('Crop yield rises to 6.5 tonnes per hectare.', { name: 'crop yield', target: '6.5' }),
  kpi("The Tenant shall give three months' notice."),
  kpi('The General Manager may sign contracts worth up to EUR 50,000.'),
  kpi('The royalty is 4% of Net Sales.'),
  kpi('Article 12 applies for two years after termination.'),
  kpi('Northwind holds 30% of the shares.'),
  kpi('The annual fee is raised by 3% each January.'),
  kpi('Each partner names two members of the board.'),
  kpi('The minutes are sent within ten days of the meeting.'),
  kpi('Payment is due 45 days after the invoice date.'),
  kpi('The first term is five years.'),
  kpi('Records must be kept for at least seven years.'),
  kpi('The deposit amounts to three monthly rents.'),
  kpi('A vote needs a majority of two thirds of those present.'),
  kpi('The Contractor shall carry insurance of at least $1,000,000 per occurrence.'),
  kpi('Claims must be raised within 60 days.'),
  kpi('The shop is open from 9 to 18 on weekdays.'),
  kpi('The building has four floors and 2,400 square metres.'),
  kpi('Late payments bear interest at 1.5% per month.'),
  kpi('The costs are shared 50/30/20.'),
  kpi('The Effective Date is 1 March 2028.'),
]
