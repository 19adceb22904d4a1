import type { KpiExample } from '../../../shared/terms/recognise/kpi-examples.ts'
import { kpi } from './kpi-passage.ts'

/** Written when the reader of figures was finished, and not used to change it. */
export const KPI_PASSAGES_AFTER_MODEL: readonly KpiExample[] = [
  kpi('Buses leave their first stop no more than three minutes late in 94% of runs.', {
    name: 'buses',
    target: '3',
  }),
  kpi('The joint clinic brings missed appointments down from 11% to 6%.', {
    name: 'missed appointments',
    target: '6',
    baseline: '11',
  }),
  kpi('Membership fees collected on time: 98%.', { name: 'fees collected', target: '98' }),
  kpi('The alliance opens 15 charging points a year.', { name: 'charging points', target: '15' }),
  kpi('Sewage overflows happen at most twice a year per outlet, that is 2 times.', {
    name: 'overflows',
    target: '2',
  }),
  kpi('Every franchise shop sells at least 40% of its bread before noon.', { name: 'bread', target: '40' }),
  kpi('The repair of a leak takes 8 hours at most.', { name: 'repair of a leak', target: '8' }),
  kpi('Heating oil use of the halls drops to 90,000 litres a year.', {
    name: 'heating oil',
    target: '90000',
  }),
  kpi('Our drivers get 12 hours of training each year.', { name: 'drivers', target: '12' }),
  kpi('API errors stay under 0.1% of calls.', { name: 'api errors', target: '0.1' }),
  kpi('The choir festival fills 85% of the seats on average.', { name: 'seats', target: '85' }),
  kpi('Nurses reach a patient who rings within four minutes.', { name: 'nurses', target: '4' }),
  kpi('Two in three jobseekers keep their job for a year.', { name: 'jobseekers', target: '2' }),
  kpi('Average basket per customer: EUR 34.', { name: 'basket', target: '34' }),
  kpi('Lost luggage is limited to 3 pieces per 1,000 passengers.', { name: 'lost luggage', target: '3' }),
  kpi('Public toilets are cleaned 4 times a day.', { name: 'toilets', target: '4' }),
  kpi('Grant decisions reach applicants within six weeks.', { name: 'grant decisions', target: '6' }),
  kpi('By 2029 the towns cut street-lighting power use by 45%.', { name: 'power use', target: '45' }),
  kpi('Orders with a wrong item make up less than 0.8% of all orders.', { name: 'orders', target: '0.8' }),
  kpi('The uptime of the ticket server is 99.9% or more.', { name: 'uptime', target: '99.9' }),
  kpi('The rent is paid by the third day of the month.'),
  kpi('A partner may leave after two years.'),
  kpi('The panel has three judges.'),
  kpi('The contract value is EUR 2.4 million.'),
  kpi('The Seller keeps a 10% stake.'),
  kpi('Objections must be made within eight days.'),
  kpi('The warranty covers the first 24 months.'),
  kpi('Schedule 3 lists 18 sites.'),
]
