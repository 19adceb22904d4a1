import type { LibraryKpi } from './library-kpi.ts'

/** What the parties owe each other so that the collaboration lasts. */
export const partnerKpis: readonly LibraryKpi[] = [
  {
    key: 'clean-hand-over',
    models: ['consortium', 'value-added-alliance', 'municipal-corporation'],
    parts: {
      name: 'Hand-overs accepted as they came',
      value: 'For the party that takes over: to begin at once, without asking back or mending.',
      definition:
        'Counted is a hand-over that the receiving party marks as complete when it arrives. One that needed a question on which work had to wait is not complete. A question out of interest does not count.',
      formula: 'hand-overs accepted as they came / all hand-overs × 100',
      source: 'One mark by the receiving party for each hand-over, set within two days.',
      limits:
        'Kind receivers mark everything as complete. The list of what a complete hand-over holds is looked over twice a year, and some marks are discussed together.',
    },
    unit: '%',
    direction: 'up',
    cadence: 'P1M',
  },
  {
    key: 'burden-as-agreed',
    models: ['consortium', 'municipal-corporation', 'value-added-alliance'],
    parts: {
      name: 'Work carried beyond the agreed share',
      value: 'For each party: to carry what it agreed to carry, and not quietly more.',
      definition:
        'For each party the hours it gave are set against the hours that its share of cost stands for. The figure is the largest gap of a party in the period. Hours given as a gift, and written down as such, do not count.',
      formula: 'hours given beyond the agreed share / hours that the agreed share stands for × 100',
      source: 'Hours written down by each party for the common work, open to all parties.',
      limits:
        'Hours say little about how hard or how valuable the work is. It could be gamed by writing down more hours; each party may ask another one to explain a month.',
    },
    unit: '%',
    direction: 'down',
    cadence: 'P6M',
  },
  {
    key: 'cost-as-planned',
    models: ['municipal-corporation', 'consortium'],
    parts: {
      name: 'Cost against the plan that was voted on',
      value: 'For councils and owners: no bill that nobody decided on.',
      definition:
        'The cost of the common service in the year as a part of the plan that the parties last voted on. Cost that a vote added during the year is part of the plan from the day of the vote.',
      formula: 'cost of the common service / planned cost of the common service × 100',
      source: 'Accounts of the corporation or of the lead party, checked by the auditor.',
      limits:
        'A generous plan is always kept. It is shown with the change of the plan from year to year, and never without a figure on what was delivered for it.',
    },
    unit: '%',
    direction: 'hold',
    cadence: 'P1Y',
  },
  {
    key: 'decided-in-time',
    models: ['consortium', 'municipal-corporation', 'value-added-alliance'],
    parts: {
      name: 'Days until a common decision',
      value: 'For staff and clients: that work does not wait because the parties have not decided.',
      definition:
        'Calendar days from the day on which a question was put to all parties in writing to the day on which the answer was written down. A decision to wait, with a reason and a new date, is an answer.',
      formula: 'median of (day of the written answer − day of the written question)',
      source: 'List of questions and decisions kept by the chair or the commissioner.',
      limits:
        'Speed is no proof of a good decision. It could be gamed by not writing hard questions down; anyone may put a question on the list.',
    },
    unit: 'days',
    direction: 'down',
    cadence: 'P3M',
  },
  {
    key: 'promises-between-us',
    models: ['consortium', 'municipal-corporation', 'value-added-alliance', 'standards-dealer'],
    parts: {
      name: 'Obligations met by their date',
      value: 'For all parties: that each can build on what another one has signed.',
      definition:
        'Counted is an obligation of the agreement that was fulfilled by its date in the view of the party it was owed to. A date that both moved in writing before it came is the new date.',
      formula: 'obligations met by their date / obligations that fell due × 100',
      source: 'List of the dates of this agreement; the party that is owed something sets the mark.',
      limits:
        'Weighs a late report like a late payment. It could be gamed by moving dates at the last minute; moved dates are counted and shown beside it.',
    },
    unit: '%',
    direction: 'up',
    cadence: 'P3M',
  },
  {
    key: 'grievance-settled',
    models: ['consortium', 'value-added-alliance', 'municipal-corporation', 'standards-dealer'],
    parts: {
      name: 'Grievances settled before they grew',
      value: 'For the relationship: that what hurts is said early and put right by those concerned.',
      definition:
        'Counted is a grievance told to the commissioner that both sides call settled within thirty days. One that was withdrawn without a talk is not settled.',
      formula:
        'grievances that both sides call settled within thirty days / grievances told to the commissioner × 100',
      source: 'Notes of the commissioner, reported as numbers only.',
      limits:
        'No grievances can mean peace or silence, so the number told is always shown. It must never become a reason to tell fewer; nobody is rewarded for it.',
    },
    unit: '%',
    direction: 'up',
    cadence: 'P6M',
  },
  {
    key: 'would-sign-again',
    models: ['consortium', 'value-added-alliance', 'standards-dealer'],
    parts: {
      name: 'Would sign again',
      value: 'For each party: to be in this by choice, because it gains from it.',
      definition:
        'Once a year the people who lead the work in each party are asked alone whether they would sign the agreement again as it is. Counted is a yes. “Yes, if” is a no whose condition is written down.',
      formula: 'people who would sign again / people asked × 100',
      source: 'Talks held by the commissioner, who reports the conditions without names.',
      limits:
        'Few people are asked, so single answers move it. It could be gamed by choosing whom to ask: the list is made when the agreement is signed.',
    },
    unit: '%',
    direction: 'up',
    cadence: 'P1Y',
  },
  {
    key: 'known-by-others',
    models: ['consortium', 'value-added-alliance', 'municipal-corporation'],
    parts: {
      name: 'Knowledge held by more than one',
      value: 'For clients and parties: that the service goes on when a person or a party leaves.',
      definition:
        'Each step of the chain of service counts as held when a person in a second party has done it at least once in the past year and could do it next week. Having read the instructions does not count.',
      formula: 'steps held in a second party / all steps of the chain × 100',
      source: 'List of the steps, gone through at the yearly review by those who do them.',
      limits:
        'Some steps are rightly held by one party alone, for reasons of law or licence; they are named and left out. One try-out a year may be thin practice.',
    },
    unit: '%',
    direction: 'up',
    cadence: 'P1Y',
  },
]
