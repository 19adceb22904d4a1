import { csvCell } from './terms-csv.ts'
import type { TextPlace, TextTerms } from './text-terms.ts'
import { factInWords } from './words.ts'

const COLUMNS = [
  'file',
  'list',
  'kind',
  'name',
  'value',
  'unit',
  'party',
  'due',
  'text',
  'start',
  'end',
  'confidence',
  'sentence',
] as const
type Line = Partial<Record<(typeof COLUMNS)[number], string | null>>

/** The first line of the table, CRLF included. */
export const TEXT_TERMS_CSV_HEAD = `${COLUMNS.join(',')}\r\n`

/** The terms of one file as lines of a table after RFC 4180, without the head: a line for each thing found. */
export function textTermsCsv(file: string, terms: TextTerms): string {
  const line = (list: string, place: TextPlace, line: Line): Line => ({
    file,
    list,
    text: place.text.replace(/\s+/g, ' '),
    start: String(place.start),
    end: String(place.end),
    confidence: String(place.confidence),
    sentence: place.sentence,
    ...line,
  })
  const lines = [
    ...terms.parties.map(party =>
      line('party', party, { name: party.name, value: party.shortNames.join('; ') }),
    ),
    ...terms.facts.map(fact => line('fact', fact, { kind: fact.kind, ...valueCells(fact.value) })),
    ...terms.kpis.map(kpi =>
      line('kpi', kpi, {
        name: kpi.name,
        value: kpi.baseline === null ? kpi.target : `${kpi.baseline} to ${kpi.target ?? '?'}`,
        unit: kpi.unit,
        party: kpi.owner,
        due: kpi.cadence,
      }),
    ),
    ...terms.obligations.map(({ who, what, due, ...place }) =>
      line('obligation', place, { party: who, value: what, due }),
    ),
    ...terms.clauses.map(clause => line('clause', clause, { kind: clause.kind })),
  ]
  return lines.map(cells => `${COLUMNS.map(column => csvCell(cells[column] ?? '')).join(',')}\r\n`).join('')
}

function valueCells(value: TextTerms['facts'][number]['value']): Line {
  switch (value.kind) {
    case 'money':
      return { value: value.amount, unit: value.currency }
    case 'percent':
      return { value: value.percent, unit: '%' }
    case 'date':
      return { value: value.date }
    case 'duration':
      return { value: value.duration }
    case 'open-ended':
      return { value: 'open-ended' }
    case 'dispute-step':
      return { value: value.step, name: value.place }
    default:
      return { value: factInWords(value) }
  }
}
