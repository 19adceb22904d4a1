import { sumDecimals } from '../terms/decimal.ts'
import { type NameOf, partyNames, readableLine } from '../terms/readable-text.ts'
import type { Terms } from '../terms/terms.ts'
import {
  amountInWords,
  cadenceInWords,
  DIRECTION_WORDS,
  DUTY_WORDS,
  dateInWords,
  KPI_PART_WORDS,
  MATURITY_WORDS,
  REVIEW_SCOPE_WORDS,
  SHARE_BASIS_WORDS,
  SHARE_RULE_WORDS,
  whenInWords,
} from '../terms/words.ts'
import { type NodeJson, stringAttribute } from './document-json.ts'
import { KPI_PARTS } from './node-types.ts'

/** One object of an agreement as it reads in an export, whatever the format. Texts are plain, lines hold the prose as written. */
export interface ObjectView {
  /** What it is, in words: "Party", "Shares of cost, divided by usage". */
  readonly label: string
  /** Its name, where it has one. */
  readonly name: string | null
  readonly fields: readonly { readonly label: string; readonly value: string }[]
  readonly lines: readonly { readonly label: string | null; readonly content: readonly NodeJson[] }[]
  readonly shares: ShareView | null
}

/** A share table: a row per party, and the sums below. */
export interface ShareView {
  readonly amountLabel: string | null
  readonly rows: readonly {
    readonly party: string
    readonly percent: string
    readonly amount: string
    readonly reason: readonly NodeJson[]
  }[]
  readonly percentSum: string
  readonly total: string
}

/** What objects are called where another one names them by id. */
export interface ObjectNames {
  readonly party: NameOf
  readonly step: (stepId: string) => string
}

/** Names for the objects of an agreement; an id that leads nowhere reads as a gap to fill in. */
export function objectNames(terms: Terms): ObjectNames {
  const steps = new Map(terms.steps.map((step, index) => [step.id, `Step ${index + 1}`]))
  return { party: partyNames(terms.parties), step: stepId => steps.get(stepId) ?? '[step]' }
}

type View = (node: NodeJson, names: ObjectNames) => ObjectView

const VIEWS: Readonly<Record<string, View>> = {
  party: node => ({
    ...plain('Party', node),
    name: text(node, 'name') ?? '[name]',
    fields: fields(node, [
      ['Short name', 'shortName'],
      ['Kind', 'kind'],
      ['Registration', 'registration'],
      ['Address', 'address'],
      ['Contact', 'contact'],
    ]),
  }),
  shareTable: (node, names) => ({
    ...plain(
      [word(SHARE_BASIS_WORDS, node, 'basis') ?? 'Shares', word(SHARE_RULE_WORDS, node, 'rule')]
        .filter(part => part)
        .join(', '),
      node,
    ),
    lines: [],
    shares: shareView(node, names),
  }),
  serviceStep: (node, names) => ({
    ...plain(names.step(text(node, 'id') ?? ''), node),
    fields: fields(node, [
      ['Provided by', 'providerPartyId', names.party],
      [
        'Received by',
        'receiver',
        receiver => (receiver === 'clients' ? 'the clients' : names.party(receiver)),
      ],
      ['Due', 'due', whenInWords],
    ]),
  }),
  role: (node, names) => ({
    ...plain(word(DUTY_WORDS, node, 'kind') ?? 'Role', node),
    name: text(node, 'holder'),
    fields: [
      {
        label: 'Belongs to',
        value: text(node, 'partyId') ? names.party(text(node, 'partyId') ?? '') : 'no party (neutral)',
      },
    ],
  }),
  obligation: (node, names) => ({
    ...plain('Obligation', node),
    fields: fields(node, [
      ['Who', 'partyId', names.party],
      ['Due', 'due', whenInWords],
      ['Repeated', 'recurrence', cadenceInWords],
    ]),
  }),
  kpi: (node, names) => {
    const unit = text(node, 'unit')
    const figure = (value: string) => (unit === null ? value : `${value} ${unit}`)
    return {
      ...plain('KPI', node),
      name: kpiLine(node, 'name', names.party),
      fields: [
        ...fields(node, [
          ['Direction', 'direction', direction => pick(DIRECTION_WORDS, direction) ?? direction],
        ]),
        ...dated(node, 'Baseline', 'baseline', 'baselineDate', figure),
        ...dated(node, 'Target', 'target', 'targetDate', figure),
        ...fields(node, [
          ['Measured', 'cadence', cadenceInWords],
          ['Owner', 'ownerPartyId', names.party],
          ['Verified by', 'verifierPartyId', names.party],
          ['Step', 'stepId', names.step],
          ['Standing', 'maturity', maturity => pick(MATURITY_WORDS, maturity) ?? maturity],
          ['Revisited on', 'revisitOn', dateInWords],
        ]),
      ],
      lines: kpiLines(node),
    }
  },
  review: node => ({
    ...plain('Review', node),
    name: word(REVIEW_SCOPE_WORDS, node, 'scope'),
    fields: fields(node, [
      ['Held', 'cadence', cadenceInWords],
      ['Next on', 'nextOn', dateInWords],
    ]),
  }),
}

/** The view of an object, or null for a node that is none. */
export function objectView(node: NodeJson, names: ObjectNames): ObjectView | null {
  return Object.hasOwn(VIEWS, node.type) ? (VIEWS[node.type]?.(node, names) ?? null) : null
}

const text = (node: NodeJson, name: string) => stringAttribute(node, name)?.trim() || null

const pick = (words: Readonly<Record<string, string>>, key: string | null) =>
  key !== null && Object.hasOwn(words, key) ? (words[key] ?? null) : null

const word = (words: Readonly<Record<string, string>>, node: NodeJson, name: string) =>
  pick(words, text(node, name))

function plain(label: string, node: NodeJson): ObjectView {
  const content = node.content ?? []
  return {
    label,
    name: null,
    fields: [],
    lines: content.length > 0 ? [{ label: null, content }] : [],
    shares: null,
  }
}

function fields(
  node: NodeJson,
  specs: readonly (readonly [label: string, name: string, inWords?: (value: string) => string])[],
) {
  return specs.flatMap(([label, name, inWords = value => value]) => {
    const value = text(node, name)
    return value === null ? [] : [{ label, value: inWords(value) }]
  })
}

function dated(
  node: NodeJson,
  label: string,
  name: string,
  dateName: string,
  figure: (value: string) => string,
) {
  const date = text(node, dateName)
  const on = date === null ? '' : ` (${dateInWords(date)})`
  return fields(node, [[label, name, value => `${figure(value)}${on}`]])
}

const kpiLine = (kpi: NodeJson, part: string, nameOf: NameOf) =>
  (kpi.content ?? [])
    .filter(line => text(line, 'part') === part)
    .map(line => readableLine(line, nameOf))
    .join(' ') || null

function kpiLines(kpi: NodeJson): ObjectView['lines'] {
  const lines = kpi.content ?? []
  const known = KPI_PARTS.filter(part => part !== 'name').flatMap(part =>
    lines
      .filter(line => text(line, 'part') === part && (line.content?.length ?? 0) > 0)
      .map(line => ({ label: KPI_PART_WORDS[part], content: line.content ?? [] })),
  )
  // A line of a kind that this version does not know is still part of what was agreed.
  const others = lines.filter(line => !KPI_PARTS.some(part => part === text(line, 'part')))
  return [
    ...known,
    ...others.map(line => ({ label: null, content: line.type === 'text' ? [line] : (line.content ?? []) })),
  ]
}

function shareView(table: NodeJson, names: ObjectNames): ShareView {
  const rows = (table.content ?? []).map(row => ({
    party: names.party(text(row, 'partyId') ?? ''),
    percent: text(row, 'percent') ?? '',
    amount: text(row, 'amount') ?? '',
    reason: row.type === 'text' ? [row] : (row.content ?? []),
  }))
  const currency = text(table, 'currency')
  const total = text(table, 'total') ?? sumDecimals(rows.map(row => row.amount)) ?? ''
  const hasAmounts = total !== '' || rows.some(row => row.amount !== '')
  return {
    amountLabel: hasAmounts ? (currency ?? 'Amount') : null,
    rows: rows.map(row => ({
      ...row,
      percent: row.percent && `${row.percent}%`,
      amount: amountInWords(row.amount),
    })),
    percentSum: withSign(sumDecimals(rows.map(row => row.percent))),
    total: amountInWords(total),
  }
}

const withSign = (percent: string | null) => (percent === null ? '' : `${percent}%`)
