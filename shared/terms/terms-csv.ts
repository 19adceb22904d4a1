import { partyNames } from './readable-text.ts'
import type { Terms } from './terms.ts'
import {
  DUTY_WORDS,
  factInWords,
  KPI_PART_WORDS,
  MATURITY_WORDS,
  REVIEW_SCOPE_WORDS,
  SHARE_BASIS_WORDS,
  SHARE_RULE_WORDS,
  TERM_KIND_WORDS,
} from './words.ts'

const COLUMNS = [
  'type',
  'clause',
  'clause title',
  'what',
  'party',
  'value',
  'unit',
  'date',
  'text',
  'block',
] as const

type Cells = Partial<Record<(typeof COLUMNS)[number], string | null>>

/**
 * The terms as one table, RFC 4180: a header, CRLF after each line, a line per party, share, step, role, obligation, KPI
 * figure, review and fact, in this order. Numbers, dates and periods are in normal form (`48000.5`, `2027-04-01`, `P3M`).
 * A text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function termsCsv(terms: Terms): string {
  const nameOf = partyNames(terms.parties)
  const party = (id: string | null) => (id === null ? null : id === 'clients' ? 'clients' : nameOf(id))
  const clauses = new Map(terms.clauses.map(clause => [clause.id, clause]))
  const lines = [
    ...partyLines(terms),
    ...shareLines(terms, party),
    ...serviceLines(terms, party),
    ...kpiLines(terms, party),
    ...factLines(terms),
  ]
  const rows = lines.map(({ clauseId, blockId, ...cells }) => {
    const clause = clauses.get(clauseId ?? '')
    return { ...cells, clause: clause?.number ?? null, 'clause title': clause?.title ?? null, block: blockId }
  })
  return [COLUMNS, ...rows.map(row => COLUMNS.map(column => row[column] ?? ''))]
    .map(cells => `${cells.map(csvCell).join(',')}\r\n`)
    .join('')
}

type Line = Cells & { readonly blockId: string; readonly clauseId: string | null }
type PartyName = (id: string | null) => string | null

const partyLines = (terms: Terms): Line[] =>
  terms.parties.map(({ blockId, clauseId, name, shortName, kind, registration, address, contact }) => ({
    blockId,
    clauseId,
    type: 'party',
    what: kind,
    party: shortName ?? name,
    text: [name, registration, address, contact].filter(part => part).join('; '),
  }))

const shareLines = (terms: Terms, party: PartyName): Line[] =>
  terms.shares.flatMap(({ blockId, clauseId, basis, rule, currency, total, rows, percentSum }) => {
    const line = { blockId, clauseId, type: 'share', what: basis && SHARE_BASIS_WORDS[basis] }
    const inWords = rule && SHARE_RULE_WORDS[rule]
    return [
      ...rows.flatMap(({ partyId, percent, amount, reason }) => [
        { ...line, party: party(partyId), value: percent, unit: '%', text: reason },
        ...(amount ? [{ ...line, party: party(partyId), value: amount, unit: currency, text: reason }] : []),
      ]),
      ...(percentSum ? [{ ...line, party: 'all', value: percentSum, unit: '%', text: inWords }] : []),
      ...(total ? [{ ...line, party: 'all', value: total, unit: currency, text: inWords }] : []),
    ]
  })

const serviceLines = (terms: Terms, party: PartyName): Line[] => [
  ...terms.steps.map(({ blockId, clauseId, providerPartyId, receiver, due, handOver }) => ({
    blockId,
    clauseId,
    type: 'step',
    what: receiver && `to ${party(receiver)}`,
    party: party(providerPartyId),
    date: due,
    text: handOver,
  })),
  ...terms.roles.map(({ blockId, clauseId, kind, partyId, holder, duty }) => ({
    blockId,
    clauseId,
    type: 'role',
    what: kind && DUTY_WORDS[kind],
    party: party(partyId) ?? 'neutral',
    value: holder,
    text: duty,
  })),
  ...terms.obligations.map(({ blockId, clauseId, partyId, due, recurrence, text }) => ({
    blockId,
    clauseId,
    type: 'obligation',
    party: party(partyId),
    value: recurrence,
    date: due,
    text,
  })),
]

const kpiLines = (terms: Terms, party: PartyName): Line[] => [
  ...terms.kpis.flatMap(kpi => {
    const { blockId, clauseId, parts, unit } = kpi
    const line = { blockId, clauseId, type: 'kpi', party: party(kpi.ownerPartyId) }
    const prose = (['value', 'definition', 'formula', 'source', 'limits'] as const).flatMap(part =>
      parts[part] ? [`${KPI_PART_WORDS[part]}: ${parts[part]}`] : [],
    )
    return [
      {
        ...line,
        what: parts.name,
        value: kpi.maturity && MATURITY_WORDS[kpi.maturity],
        date: kpi.revisitOn,
        text: prose.join(' '),
      },
      ...(kpi.baseline
        ? [{ ...line, what: `${parts.name}: baseline`, value: kpi.baseline, unit, date: kpi.baselineDate }]
        : []),
      ...(kpi.target
        ? [{ ...line, what: `${parts.name}: target`, value: kpi.target, unit, date: kpi.targetDate }]
        : []),
    ]
  }),
  ...terms.reviews.map(({ blockId, clauseId, scope, cadence, nextOn, note }) => ({
    blockId,
    clauseId,
    type: 'review',
    what: scope && REVIEW_SCOPE_WORDS[scope],
    value: cadence,
    date: nextOn,
    text: note,
  })),
]

const factLines = (terms: Terms): Line[] =>
  terms.facts.map(({ blockId, clauseId, kind, value, text }) => ({
    blockId,
    clauseId,
    type: 'fact',
    what: TERM_KIND_WORDS[kind],
    ...(value.kind === 'money' && { value: value.amount, unit: value.currency }),
    ...(value.kind === 'percent' && { value: value.percent, unit: '%' }),
    ...(value.kind === 'duration' && { value: value.duration }),
    ...(value.kind === 'date' && { date: value.date }),
    ...(value.kind === 'text' && { value: factInWords(value) }),
    ...(value.kind === 'unreadable' && { value: 'unreadable' }),
    text,
  }))

/** A negative number is a number; anything else that begins like a formula is not. */
const FORMULA = /^(?:[=+@\t\r]|-(?!\d+(?:\.\d+)?$))/

/** A cell of a table after RFC 4180: quoted where it must be, and never run as a formula by a spreadsheet. */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
