/** A passage and who is bound in it to do what, by words of both; `due` where a time is stated, as it is found: ISO or in words. */
export interface ObligationPassage {
  readonly text: string
  readonly duties: readonly { readonly who: string; readonly what: string; readonly due?: string }[]
}

/** Shorthand for a passage. */
export const duty = (text: string, ...duties: ObligationPassage['duties']): ObligationPassage => ({
  text,
  duties,
})

/** The last ones bind nobody to do a thing. Rules were improved on these passages. */
export const OBLIGATION_PASSAGES: readonly ObligationPassage[] = [
  duty('The Operator shall deliver a report on each quarter within 20 days after its end.', {
    who: 'Operator',
    what: 'report',
    due: 'P20D',
  }),
  duty('Seaview will provide two vans and keep them insured.', { who: 'Seaview', what: 'vans' }),
  duty('Each party must name a contact person by 1 March 2027.', {
    who: 'Each party',
    what: 'contact person',
    due: '2027-03-01',
  }),
  duty('The Harbour Council agrees to open the depot on working days.', {
    who: 'Harbour Council',
    what: 'depot',
  }),
  duty('The service manager is responsible for calling the monthly meeting.', {
    who: 'service manager',
    what: 'meeting',
    due: 'monthly',
  }),
  duty('Upon request, the Licensee shall promptly return all samples to the Licensor.', {
    who: 'Licensee',
    what: 'samples',
  }),
  duty('Northwind undertakes to train the staff of the shops every year.', {
    who: 'Northwind',
    what: 'train',
    due: 'every year',
  }),
  duty('All partners shall keep the data of residents confidential.', {
    who: 'partners',
    what: 'confidential',
  }),
  duty('It is the duty of the Treasurer to file the accounts before 30 June 2028.', {
    who: 'Treasurer',
    what: 'accounts',
    due: '2028-06-30',
  }),
  duty('The drivers have to inspect each bus daily.', { who: 'drivers', what: 'inspect', due: 'daily' }),
  duty('Invoices are to be paid by the Customer within thirty (30) days.', {
    who: 'Customer',
    what: 'paid',
    due: 'P30D',
  }),
  duty('The commissioner shall, at least once per year, review the shares of cost with all parties.', {
    who: 'commissioner',
    what: 'review',
  }),
  duty(
    'The Franchisor shall supply the manual, and the Franchisee shall follow it.',
    { who: 'Franchisor', what: 'manual' },
    { who: 'Franchisee', what: 'follow' },
  ),
  duty('Greenfield Trust commits to plant 500 trees before 15 May 2027.', {
    who: 'Greenfield Trust',
    what: 'trees',
    due: '2027-05-15',
  }),
  duty('The City is required to maintain the road to the plant.', { who: 'City', what: 'road' }),
  duty('Both parties shall meet no later than 10 days after a complaint.', {
    who: 'Both parties',
    what: 'meet',
    due: 'P10D',
  }),
  duty('The host shall ensure that the platform is patched monthly.', {
    who: 'host',
    what: 'patched',
    due: 'monthly',
  }),
  duty('The Agency must not only collect the waste but also weigh it.', { who: 'Agency', what: 'collect' }),
  duty('Provider shall notify Customer of any breach within 72 hours.', { who: 'Provider', what: 'breach' }),
  duty('The members promise to send their figures every quarter.', {
    who: 'members',
    what: 'figures',
    due: 'every quarter',
  }),
  duty('This Agreement shall be governed by the law of Norway.'),
  duty('The Agreement shall remain in force until 31 December 2030.'),
  duty('The headings shall not affect the reading of this Agreement.'),
  duty('Either party may end this Agreement with three months notice.'),
  duty('"Service" means the carriage of goods between the two ports.'),
  duty('Northwind is a company with its seat in Oslo.'),
  duty('The Cooperative will run the bakery and pay its staff at least the agreed wage.', {
    who: 'Cooperative',
    what: 'bakery',
  }),
  duty('Fjordlicht shall hand over the keys on 2 January 2028.', {
    who: 'Fjordlicht',
    what: 'keys',
    due: '2028-01-02',
  }),
  duty('Every dealer must display the standard sign at the entrance.', { who: 'dealer', what: 'sign' }),
  duty('The mayor of each town shall call a hearing once a year.', { who: 'mayor', what: 'hearing' }),
  duty('Repairs shall be carried out by the Landlord within 14 days.', {
    who: 'Landlord',
    what: 'repairs',
    due: 'P14D',
  }),
  duty('The Foundation ensures that the books are audited annually.', {
    who: 'Foundation',
    what: 'audited',
    due: 'annually',
  }),
  duty('Any party that leaves shall, within 60 days, return what it has borrowed.', {
    who: 'party',
    what: 'return',
    due: 'P60D',
  }),
  duty('The neutral commissioner is to report to all parties every month.', {
    who: 'commissioner',
    what: 'report',
    due: 'every month',
  }),
  duty('Alder Logistics and Birch Foods shall jointly insure the warehouse.', {
    who: 'Birch Foods',
    what: 'warehouse',
  }),
  duty('The Supplier shall use reasonable efforts to replace faulty parts within 5 days.', {
    who: 'Supplier',
    what: 'parts',
    due: 'P5D',
  }),
  duty('The Lender must be informed of each change of address by the Borrower.', {
    who: 'Borrower',
    what: 'address',
  }),
  duty('Members shall vote by show of hands.', { who: 'Members', what: 'vote' }),
  duty('The signatories have read this agreement.'),
  duty('The fee shall be EUR 300 a month.'),
  duty('Nothing in this agreement shall make a party the agent of another.'),
  duty('The Town may let the hall to others.'),
  duty('The Ferry Company shall run a late boat on Fridays.', { who: 'Ferry Company', what: 'late boat' }),
  duty('Each town has to publish the figures by 31 March 2028.', {
    who: 'town',
    what: 'figures',
    due: '2028-03-31',
  }),
  duty('The gardens shall be watered by the Caretaker daily.', {
    who: 'Caretaker',
    what: 'gardens',
    due: 'daily',
  }),
  duty('The partners are obliged to tell one another of delays within 24 hours.', {
    who: 'partners',
    what: 'delays',
  }),
  duty('Willow Dairy guarantees to deliver fresh milk every day.', {
    who: 'Willow Dairy',
    what: 'milk',
    due: 'every day',
  }),
  duty('The auditor must keep the papers for seven years.', { who: 'auditor', what: 'papers' }),
  duty('Before each season the Club shall repaint the lines.', { who: 'Club', what: 'lines' }),
  duty('The Provider shall not pass on the data and shall delete it within 30 days.', {
    who: 'Provider',
    what: 'delete',
    due: 'P30D',
  }),
  duty('The parties may agree otherwise in writing.'),
  duty('This clause shall survive the end of the agreement.'),
  duty('The price is EUR 40 for each visit.'),
  duty('Provider will notify Customer of any security incident without undue delay.', {
    who: 'Provider',
    what: 'security incident',
  }),
  duty(
    'Within ten (10) business days of the end of each month, Distributor shall furnish a sales report to Supplier.',
    { who: 'Distributor', what: 'sales report', due: 'P10D' },
  ),
  duty('The Parties shall each bear their own costs.', { who: 'Parties', what: 'costs' }),
  duty('Sponsor agrees to pay the Foundation the annual fee no later than 31 January 2028.', {
    who: 'Sponsor',
    what: 'annual fee',
    due: '2028-01-31',
  }),
  duty('It is the responsibility of the Host Municipality to clear snow from the stops.', {
    who: 'Host Municipality',
    what: 'snow',
  }),
  duty('The Commissioner is to convene the partners in spring.', { who: 'Commissioner', what: 'convene' }),
  duty('Customer is responsible for obtaining all consents.', { who: 'Customer', what: 'consents' }),
  duty('The Project Lead covenants to keep the domain name registered.', {
    who: 'Project Lead',
    what: 'domain name',
  }),
  duty('Licensee must, at its own expense, defend the mark.', { who: 'Licensee', what: 'defend' }),
  duty('No later than 30 days after signing, the Bank will open the joint account.', {
    who: 'Bank',
    what: 'account',
    due: 'P30D',
  }),
  duty('Records shall be kept by the Supplier for six years.', { who: 'Supplier', what: 'records' }),
  duty('The Town pays for the vehicles; the Carrier drives and services them.', {
    who: 'Carrier',
    what: 'services',
  }),
  duty('This agreement shall be governed by the laws of Norway.'),
  duty('The Supplier shall be entitled to a copy.'),
  duty('Headings shall not affect meaning.'),
  duty('Every quarter the Secretariat will send the members an account of its work.', {
    who: 'Secretariat',
    what: 'account',
    due: 'every quarter',
  }),
  duty('The Franchisor undertakes, at its own cost, to train two people of each shop.', {
    who: 'Franchisor',
    what: 'train',
  }),
  duty('By 15 June 2028 the Municipality must have cleared the site.', {
    who: 'Municipality',
    what: 'cleared',
    due: '2028-06-15',
  }),
  duty('The Platform Owner is expected to answer questions within two weeks.', {
    who: 'Platform Owner',
    what: 'questions',
    due: 'P2W',
  }),
  duty('The keys are to be handed over by the Landlord on the first day.', { who: 'Landlord', what: 'keys' }),
  duty('Harbour Trust warrants to keep the quay open.', { who: 'Harbour Trust', what: 'quay' }),
  duty('It is for the Chair to draw up the agenda.', { who: 'Chair', what: 'agenda' }),
  duty('Either party shall tell the other at once of any accident.', { who: 'party', what: 'accident' }),
  duty('The Grower delivers 30 crates each week and the Market sells them.', {
    who: 'Grower',
    what: 'crates',
    due: 'each week',
  }),
  duty('The Client shall be free to choose another carrier.'),
  duty('No waiver shall be valid unless in writing.'),
]

/** Written when the rules were finished and not used to change one. */
export const UNSEEN_OBLIGATION_PASSAGES: readonly ObligationPassage[] = [
  duty('The Cooperative shall hand each member a statement of account by 31 January 2029.', {
    who: 'Cooperative',
    what: 'statement',
    due: '2029-01-31',
  }),
  duty('Upon each delivery the Warehouse must check the seals.', { who: 'Warehouse', what: 'seals' }),
  duty('The Tenant agrees not only to heat the hall but to clean it.', { who: 'Tenant', what: 'clean' }),
  duty('Within 14 days of the fair, Expo Nord will refund all deposits.', {
    who: 'Expo Nord',
    what: 'deposits',
    due: 'P14D',
  }),
  duty('Samples shall be stored by the Laboratory at minus 20 degrees.', {
    who: 'Laboratory',
    what: 'stored',
  }),
  duty('The Trustees make the accounts public once a year.', { who: 'Trustees', what: 'accounts' }),
  duty('The Steering Group has to approve each plan before work starts.', {
    who: 'Steering Group',
    what: 'plan',
  }),
  duty('The Publisher is bound to print a correction.', { who: 'Publisher', what: 'correction' }),
  duty('The Buyer may inspect the goods.'),
  duty('Words in the singular shall include the plural.'),
]
