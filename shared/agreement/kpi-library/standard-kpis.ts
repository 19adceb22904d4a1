import type { LibraryKpi } from './library-kpi.ts'

/** What keeps a common standard, a common service and a common purse fair and alive. */
export const standardKpis: readonly LibraryKpi[] = [
  {
    key: 'same-standard-everywhere',
    models: ['standards-dealer', 'municipal-corporation'],
    parts: {
      name: 'Essential points met in the weakest place',
      value: 'For clients: the same quality wherever they meet the name.',
      definition:
        'Each audited delivery is checked against the essential points of the standard. For each place the part of deliveries that met all of them is worked out; the figure is the lowest place with at least ten audits.',
      formula:
        'audited deliveries of the weakest place that met all essential points / audited deliveries of the weakest place × 100',
      source: 'Audits without notice, drawn by lot; two auditors from different places.',
      limits:
        'Shows the weakest place and not the spread of all. It could be gamed by moving auditors to easy days; day and hour are drawn too.',
    },
    unit: '%',
    direction: 'up',
    cadence: 'P6M',
  },
  {
    key: 'lapse-put-right',
    models: ['standards-dealer', 'consortium'],
    parts: {
      name: 'Days until a lapse is put right',
      value: 'For clients and dealers: that a mistake is mended and does not become a habit.',
      definition:
        'Calendar days from the note of a lapse to the day on which a second check finds it put right. A plan to put it right stops no clock. Lapses that a dealer reports of itself count in the same way and are marked.',
      formula: 'median of (day of the second check − day of the note)',
      source: 'Register of lapses, open to all dealers without the names of staff.',
      limits:
        'Small lapses are mended faster. It could be gamed by noting few of them; the number noted per audit is shown beside it, and own reports are never punished.',
    },
    unit: 'days',
    direction: 'down',
    cadence: 'P3M',
  },
  {
    key: 'dealer-earns',
    models: ['standards-dealer'],
    parts: {
      name: 'Dealers who can live on it',
      value: 'For dealers: that keeping the standard pays for those who keep it.',
      definition:
        'Counted is a dealer whose result before the licence fee covers that fee, its costs, and a fair wage for those who own and work in it. Dealers in their first year are shown apart.',
      formula: 'dealers whose result covers all of it / dealers beyond their first year × 100',
      source: 'Yearly accounts, read by an outside accountant who passes on the count alone.',
      limits:
        'A fair wage is a matter of agreement; its amount is set at the yearly meeting. Says nothing about why a dealer earns little.',
    },
    unit: '%',
    direction: 'up',
    cadence: 'P1Y',
  },
  {
    key: 'standard-learns',
    models: ['standards-dealer'],
    parts: {
      name: 'Changes to the standard that came from dealers',
      value: 'For dealers and clients: that the standard learns from those who work with it every day.',
      definition:
        'Counted is a change to the standard, put in force in the year, whose first proposal came from a dealer. Mere corrections of wording do not count on either side.',
      formula: 'changes first proposed by a dealer / all changes put in force × 100',
      source: 'Register of proposals with the day and the author of each.',
      limits:
        'Neither all nor none would be healthy, so it is held and not pushed. It could be gamed by cutting one change into many; changes of one subject count as one.',
    },
    unit: '%',
    direction: 'hold',
    cadence: 'P1Y',
  },
  {
    key: 'fee-returns',
    models: ['standards-dealer', 'municipal-corporation'],
    parts: {
      name: 'Fees spent on what they were paid for',
      value: 'For those who pay: to see their fee come back as training, help and reach.',
      definition:
        'Counted is what was spent in the year on the purposes that the agreement names for the fee. Cost of administration counts only as far as the agreement names it; reserves count when they are spent.',
      formula: 'fees spent on the named purposes / fees received × 100',
      source: 'Accounts of the party that receives the fees, checked by a payer chosen by lot.',
      limits:
        'Money spent is no proof of good use. It could be gamed by wide names for purposes; the list of purposes is part of the agreement.',
    },
    unit: '%',
    direction: 'up',
    cadence: 'P1Y',
  },
  {
    key: 'avoided-harm',
    models: ['municipal-corporation', 'consortium'],
    parts: {
      name: 'Interruptions felt by residents',
      value: 'For residents: a service that one can count on, also at night and on Sundays.',
      definition:
        'Hours in which the service was not there for a household, added over all households. Announced work counts half if it was announced three days before; work that nobody noticed does not count.',
      formula:
        '(household hours without service + household hours of announced work / 2) / households served',
      source: 'Control room and reports of residents; the longer time counts where they differ.',
      limits:
        'Averages hide the street that is always hit; the five worst streets are listed with it. It could be gamed by putting off needed repairs: the age of the network is shown beside it.',
    },
    unit: 'hours per household',
    direction: 'down',
    cadence: 'P3M',
  },
  {
    key: 'own-value-for-money',
    models: ['municipal-corporation', 'consortium', 'value-added-alliance'],
    parts: {
      name: 'Cost of a case that ended well',
      value: 'For those who pay and those who wait: that the money reaches as many people as it can.',
      definition:
        'All cost of the common service in the year, divided by the cases that ended well in the eyes of the client. Cases that ended otherwise cost money too and are for that reason not taken out of the cost.',
      formula: 'cost of the common service / cases that ended well',
      source: 'Accounts of all parties; follow-up talks with clients.',
      limits:
        'Hard cases cost more, and it falls when they are turned away. It is never shown without the number of people turned away and why.',
    },
    unit: '[currency] per case',
    direction: 'down',
    cadence: 'P1Y',
  },
  {
    key: 'voice-counted',
    models: ['value-added-alliance', 'municipal-corporation', 'standards-dealer'],
    parts: {
      name: 'Proposals of clients that changed something',
      value: 'For clients: that what they say has an effect that they can see.',
      definition:
        'Counted is a proposal or complaint of a client after which the parties changed how they work, and told the client so. A thank-you letter, or a change that would have come anyway, does not count.',
      formula: 'proposals that changed something / proposals received × 100',
      source: 'Register of proposals; the change and the letter to the client are linked to each.',
      limits:
        'Many small changes look better than a large one. It could be gamed by receiving fewer proposals, so their number is shown beside it.',
    },
    unit: '%',
    direction: 'up',
    cadence: 'P6M',
  },
  {
    key: 'lighter-on-the-world',
    models: ['consortium', 'standards-dealer', 'municipal-corporation'],
    parts: {
      name: 'Emissions for each unit delivered',
      value: 'For those who live here later: that the common service uses up less of what they will need.',
      definition:
        'Emissions of greenhouse gases from transport and energy used for the common service, for each unit delivered. Certificates that were bought are not taken off. Energy made and used on the spot counts as it was made.',
      formula: 'kilograms of carbon dioxide equivalent / units delivered',
      source:
        'Bills for fuel and energy of all parties, with the factors of the national agency of the year.',
      limits:
        'Leaves out what suppliers emit. It falls when units become smaller: what a unit is may be changed only at the yearly review.',
    },
    unit: 'kg per unit',
    direction: 'down',
    cadence: 'P1Y',
  },
]
