import { duty, type ObligationPassage } from './obligation-passages.ts'

/** Written just before the rules of duties told in the present, by who then wrote those, and used to change none. */
export const OBLIGATION_PASSAGES_BEFORE_PRESENT: readonly ObligationPassage[] = [
  duty('The Growers deliver the fruit washed and sorted.', { who: 'Growers', what: 'fruit' }),
  duty('Each member town pays its share by the fifth day of every month.', {
    who: 'member town',
    what: 'share',
  }),
  duty('It is the responsibility of the Operator to keep the platform free of ice.', {
    who: 'Operator',
    what: 'ice',
  }),
  duty('Harbour Lines shall, before 1 May 2029, hand the port authority a list of its ships.', {
    who: 'Harbour Lines',
    what: 'list',
    due: '2029-05-01',
  }),
  duty('The parties will meet every quarter to look at the figures.', {
    who: 'parties',
    what: 'meet',
    due: 'every quarter',
  }),
  duty('The Service Manager reports to the Board each month.', {
    who: 'Service Manager',
    what: 'reports',
    due: 'each month',
  }),
  duty('Any change of staff must be announced by the Contractor at least two weeks ahead.', {
    who: 'Contractor',
    what: 'announced',
  }),
  duty('Seaview is under a duty to insure the boats.', { who: 'Seaview', what: 'insure' }),
  duty('The Franchisee is responsible for cleaning the kitchen daily.', {
    who: 'Franchisee',
    what: 'cleaning',
    due: 'daily',
  }),
  duty('The Bank must not only hold the money but also report on it.', { who: 'Bank', what: 'report' }),
  duty('We shall train your staff within 30 days of signing.', { who: 'We', what: 'train', due: 'P30D' }),
  duty('You must keep the shop open on Saturdays.', { who: 'You', what: 'open' }),
  duty('The Council, acting through its clerk, shall publish the tariff.', {
    who: 'Council',
    what: 'tariff',
  }),
  duty('Both towns undertake to plough the shared road in winter.', { who: 'towns', what: 'plough' }),
  duty('The Licensee bears the cost of the audit and sends the report to the Licensor.', {
    who: 'Licensee',
    what: 'report',
  }),
  duty('Northwind provides two drivers; Seaview provides the vans.', { who: 'Northwind', what: 'drivers' }),
  duty('The heating is maintained by the Landlord.', { who: 'Landlord', what: 'heating' }),
  duty('The Agency is obliged within one week to answer in writing.', {
    who: 'Agency',
    what: 'answer',
    due: 'P1W',
  }),
  duty('All partners shall keep minutes.', { who: 'partners', what: 'minutes' }),
  duty('The Treasurer draws up the budget by 30 September each year.', {
    who: 'Treasurer',
    what: 'budget',
  }),
  duty('The Seller is entitled to a copy.'),
  duty('This clause shall survive.'),
  duty('Invoices will be deemed accepted after ten days.'),
  duty('The Carrier may refuse the load.'),
  duty('Nothing here shall oblige the Town to buy.'),
  duty('The fair takes place in Oslo each June.'),
  duty('The Company was founded in 1990.'),
]
