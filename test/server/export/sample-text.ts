import type { DocumentJson, NodeJson } from '../../../shared/document/document-json.ts'
import { link, ref, t, term, textBuilder } from './text-builder.ts'

export const SAMPLE_TITLE = 'Agreement on the joint collection of organic waste in the Vale of Ardlen'

const PARTIES = [
  ['Town of Ardlen', 'Ardlen', 'Municipality'],
  ['Municipality of Breck and Hollow', 'Breck', 'Municipality'],
  ['Città di San Côme', 'San Côme', 'Municipality'],
  ['Vale Composting Co-operative Ltd', 'the Co-operative', 'Co-operative society'],
  ['Δήμος Ακτής', 'Ακτή', 'Municipality'],
  ['Муниципалитет Заречье', 'Заречье', 'Municipality'],
  ['Gmina Żółkiew Łąkowa', 'Żółkiew', 'Municipality'],
  ['Ørsted & Ångström Fællesskab', 'the Fællesskab', 'Association'],
  ['Bürgerenergie Süßenbrunn eG', 'Süßenbrunn', 'Co-operative society'],
  ['Obec Příbraměnov nad Řekou', 'Příbraměnov', 'Municipality'],
  ['Fundación Niñez y Campo', 'the Foundation', 'Foundation'],
  ['Stichting Zeeuwse Groenstromen', 'Groenstromen', 'Foundation'],
] as const

const VALUES = [
  [
    'Collections made on the day announced',
    'Residents can rely on the calendar that hangs in their kitchen',
    'collections made on the announced day ÷ collections announced',
    '%',
    '91.5',
    '98',
  ],
  [
    'Foreign matter in collected organic waste',
    'The Co-operative can sell compost that farmers trust',
    'kilograms of foreign matter ÷ kilograms sampled',
    '% by weight',
    '4.2',
    '1.5',
  ],
  [
    'Cost per household and year',
    'Taxpayers of each municipality see what the service costs them',
    'total cost of the service ÷ households served',
    'EUR',
    '63.40',
    '55',
  ],
  [
    'Time to answer a complaint',
    'A resident with a full bin hears from us before the next collection',
    'median of working days from receipt to answer',
    'days',
    '6',
    '2',
  ],
  [
    'Diesel burnt per tonne',
    'The Vale breathes easier, and the budget with it',
    'litres of diesel ÷ tonnes collected',
    'l/t',
    '5.9',
    '4',
  ],
] as const

/** A service agreement with every kind of block: as many parties and KPIs as asked, filled up to the length asked. */
export function sampleText(size: { parties: number; kpis: number; fillerClauses: number }): DocumentJson {
  const b = textBuilder()
  const parties = PARTIES.slice(0, size.parties).map(([name, shortName, kind], index) =>
    b.party(
      {
        name,
        shortName,
        kind,
        registration: `Register of the Vale, no. ${4711 + index * 13}`,
        address: `${index + 1} Market Square, ${shortName.replace('the ', '')}, Vale of Ardlen`,
        contact: index % 2 === 0 ? `agreements@party-${index + 1}.example` : null,
      },
      index === 3 ? 'represented by its board, which acts jointly' : '',
    ),
  )
  const partyId = (index: number) => String(parties[index % parties.length]?.attrs?.id)
  const percents = sharesOf(size.parties)
  const step = b.step([t('Bins are emptied and the load is weighed at the gate of the yard.')], {
    providerPartyId: partyId(0),
    receiver: partyId(3),
    due: 'P1D',
  })
  const kpis = Array.from({ length: size.kpis }, (_, index) => {
    const [name, value, formula, unit, baseline, target] = VALUES[index % VALUES.length] ?? VALUES[0]
    return b.kpi(
      {
        unit,
        direction: index % 5 === 0 ? 'up' : 'down',
        baseline,
        baselineDate: '2026-12-31',
        target,
        targetDate: '2028-12-31',
        cadence: 'P3M',
        ownerPartyId: partyId(index),
        verifierPartyId: partyId(index + 1),
        maturity: (['agreed', 'trial', 'draft'] as const)[index % 3] ?? null,
        revisitOn: '2028-03-31',
        stepId: String(step.attrs?.id),
      },
      {
        name: index < VALUES.length ? name : `${name}, area ${Math.floor(index / VALUES.length) + 1}`,
        value,
        definition:
          'Counted over a calendar quarter for all households on the list of the service manager. Days on which the authorities closed a road are left out, with the closure noted beside the figure.',
        formula,
        source:
          'Tour book of the vehicles, complaint register of the municipalities, weighbridge of the yard',
        limits: index % 2 === 0 ? 'Says nothing about households outside the list.' : '',
      },
    )
  })
  const filler = Array.from({ length: size.fillerClauses }, (_, index) =>
    fillerClause(b, index, partyId(index)),
  ).flat()
  return b.doc(
    b.p([
      t(
        'The parties named below have agreed to collect organic waste together, to turn it into compost, and to bring that compost back to the fields from which it came. This agreement says who does what, who pays what, and how all of them find out whether it works.',
      ),
    ]),
    b.h(1, 'Parties'),
    ...parties,
    b.h(1, 'Purpose and value'),
    b.h(2, 'Purpose'),
    b.p([
      t('The parties run one collection of organic waste for all households in the Vale. They do so '),
      t('because none of them could do it as well alone', 'italic'),
      t(', and for as long as that is so.'),
    ]),
    b.h(2, 'What the service is worth, and to whom'),
    b.bullets(
      [b.p([t('Residents', 'bold'), t(' put out one bin on one day and can rely on it.')])],
      [
        b.p([t('Farmers', 'bold'), t(' receive compost of a known quality:')]),
        b.bullets('below 1.5 % of foreign matter by weight,', [
          b.p('free of glass and metal, which is checked'),
          b.numbers('at the yard, by eye,', 'in the laboratory, by sample.'),
        ]),
      ],
      [b.p([t('The municipalities', 'bold'), t(' pay less than they would each pay alone.')])],
    ),
    b.h(1, 'Term'),
    b.p([
      t('This agreement takes effect on '),
      term('1 April 2027', 'effective-date'),
      t(' and runs for '),
      term('five years', 'term-length'),
      t('. It is renewed by one year at a time unless a party gives notice of '),
      term('six months', 'notice-period'),
      t('. It is governed by '),
      term('the law of the Vale of Ardlen', 'governing-law'),
      t('. '),
      ref(partyId(0)),
      t(' keeps the original; the current version of the rules of procedure is kept at '),
      link('the yard’s own page', 'https://vale.example/rules?version=4'),
      t(' and at '),
      link('https://vale.example/archive', 'https://vale.example/archive'),
      t('.'),
    ]),
    b.h(1, 'Cost and benefit'),
    b.h(2, 'Shares of cost'),
    b.p('The yearly cost of the service is shared as follows.'),
    b.share(
      { basis: 'cost', rule: 'population', currency: 'EUR', total: '1284000' },
      ...percents.map((percent, index) =>
        b.shareRow(
          partyId(index),
          percent,
          null,
          index === 3 ? 'Counts as a party of 8,000 residents, by its yard and vehicles.' : '',
        ),
      ),
    ),
    b.h(2, 'Shares of votes'),
    b.share(
      { basis: 'vote', rule: 'equal', currency: null, total: null },
      ...percents.map((_, index) =>
        b.shareRow(partyId(index), percents[index] ?? null, `${1000 * (index + 1)}.50`),
      ),
    ),
    b.h(1, 'Chain of service'),
    step,
    b.step('Compost of class A is delivered to the field, with the result of the last sample.', {
      providerPartyId: partyId(3),
      receiver: 'clients',
      due: '2027-09-15',
    }),
    b.h(1, 'Roles and duties'),
    b.duty(
      'Looks after the relationship between the parties, hears each of them before every review, and belongs to none.',
      {
        kind: 'commissioner',
        partyId: null,
        holder: 'Prof. Ada Núñez-Öberg',
      },
    ),
    b.duty('Looks after the service: keeps the list of households, the tour book and the budget.', {
      kind: 'service-manager',
      partyId: partyId(3),
      holder: 'B. Karamanlís',
    }),
    b.obligation('empties every bin on the list on the day announced', {
      partyId: partyId(0),
      due: '2027-04-01',
      recurrence: 'P1W',
    }),
    b.obligation('sends the figures of the quarter to all parties', {
      partyId: partyId(3),
      due: null,
      recurrence: 'P3M',
    }),
    b.h(1, 'KPI definitions'),
    b.p(
      'A figure is only worth what its definition is worth. Each of these was written with those whom it concerns.',
    ),
    ...kpis,
    b.h(1, 'Reviews'),
    b.review('The commissioner calls the meeting; those who collect take part.', {
      scope: 'kpis',
      cadence: 'P6M',
      nextOn: '2027-10-01',
    }),
    b.review('', { scope: 'agreement', cadence: 'P2Y', nextOn: '2029-04-01' }),
    b.h(1, 'Rates'),
    b.p('Rates of the first year, by size of bin, in euro without tax:'),
    b.table(
      b.row(b.th('Bin'), b.th('Households'), b.th('Rate a month'), b.th('Remarks')),
      b.row(
        b.td('60 litres'),
        b.td('12 400'),
        b.td('3.10'),
        b.td('The usual size; a second bin costs half.'),
      ),
      b.row(
        b.td('120 litres'),
        b.td('5 210'),
        b.td('5.40'),
        b.td(
          'For houses with a garden and for up to three households that share a bin and have named one of them who answers for it.',
        ),
      ),
      b.row(
        b.td('240 litres'),
        b.td('310'),
        b.td('9.95'),
        b.td([b.p('By agreement:'), b.bullets('schools,', 'canteens.')]),
      ),
    ),
    b.quote(
      b.p(
        'Whoever separates well pays less: that sentence was in the first draft, and the parties keep it as their guide.',
      ),
      b.p([t('Minutes of the founding meeting', 'italic')]),
    ),
    b.code('rate(month) = base + tonnes × price\n            − bonus(foreign matter < 1.5 %)'),
    b.rule(),
    ...filler,
    b.h(1, 'Final provisions'),
    b.p(
      'Changes need the written form and the consent of all parties. A clause that is void leaves the others in force.',
    ),
  )
}

function sharesOf(count: number): string[] {
  const each = Math.floor(10000 / count)
  return Array.from({ length: count }, (_, index) => {
    const hundredths = index === 0 ? 10000 - each * (count - 1) : each
    return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
  })
}

const SENTENCES = [
  'Each party keeps its own records and opens them to the others on request, within ten working days and without charge.',
  'Where a party cannot do its part, it tells the service manager at once and says how long this is likely to last.',
  'The others then do what can reasonably be asked of them, and the cost of it is settled at the end of the quarter.',
  'No party may rely on a silence: consent is given in writing or not at all.',
  'Whatever is decided between meetings is entered in the book of decisions on the same day.',
  'Data about households are used for the collection alone and are erased three years after a household has left the list.',
]

function fillerClause(b: ReturnType<typeof textBuilder>, index: number, partyId: string): NodeJson[] {
  const sentence = (at: number) => SENTENCES[(index + at) % SENTENCES.length] ?? ''
  return [
    b.h(1, `Special provisions for area ${index + 1}`),
    b.h(2, 'Duties in the area'),
    b.p([ref(partyId), t(` is responsible for this area. ${sentence(0)} ${sentence(1)} ${sentence(2)}`)]),
    b.numbers(sentence(3), sentence(4), sentence(5)),
    b.h(2, 'When things go wrong'),
    b.p(`${sentence(2)} ${sentence(4)} ${sentence(1)}`),
    b.h(3, 'Notice'),
    b.p(`${sentence(5)} ${sentence(0)}`),
  ]
}
