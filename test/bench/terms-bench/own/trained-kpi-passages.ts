import type { KpiExample } from '../../../shared/terms/recognise/kpi-examples.ts'
import { kpi } from './kpi-passage.ts'

/** Written when the rules were finished and not used to change one; later the model of figures was trained on them. */
export const TRAINED_KPI_PASSAGES: readonly KpiExample[] = [
  kpi('Eighty per cent (80%) of invoices are matched without manual work.', {
    name: 'invoices',
    target: '80',
  }),
  kpi('The data centre guarantees an uptime of 99.99% per calendar year.', {
    name: 'uptime',
    target: '99.99',
  }),
  kpi('A technician is on site within 4 hours of the call.', { name: 'technician', target: '4' }),
  kpi('Nine in ten visitors say they would come again.', { name: 'visitors', target: '9' }),
  kpi('The alliance plants 5,000 trees in every season.', { name: 'trees', target: '5000' }),
  kpi('Vacant flats are let again within 30 days on average.', { name: 'flats', target: '30' }),
  kpi('Water use per guest night falls from 210 litres to 160 litres.', {
    name: 'water use',
    target: '160',
    baseline: '210',
  }),
  kpi('Lost-time accidents: fewer than 3 per million hours worked.', { name: 'accidents', target: '3' }),
  kpi('The proportion of organic produce in the canteens must reach 60 percent by 2030.', {
    name: 'organic produce',
    target: '60',
  }),
  kpi('Peak-hour buses carry no more than 60 passengers on average.', { name: 'buses', target: '60' }),
  kpi('| Goal | Now | 2029 |\n| Solar power produced (MWh) | 400 | 900 |', {
    name: 'solar power',
    target: '900',
    baseline: '400',
  }),
  kpi('Complaints are answered in full within 10 working days in 95% of cases.', {
    name: 'complaints',
    target: '95',
    also: ['10'],
  }),
  kpi('Prescriptions are ready within 20 minutes.', { name: 'prescriptions', target: '20' }),
  kpi('Error rate in meter readings: maximum 0.3%.', { name: 'error rate', target: '0.3' }),
  kpi('Ten percent of the price is kept back until acceptance.'),
  kpi('The board meets at least four times a year.'),
  kpi('Shares may be sold after 24 months.'),
]
