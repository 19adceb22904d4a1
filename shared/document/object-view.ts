import { columnSum } from '../terms/decimal.ts'
import { type NameOf, partyNames, readableLine } from '../terms/readable-text.ts'
import type { Terms } from '../terms/terms.ts'
import {
  amountInWords,
  cadenceInWords,
  DIRECTION_WORDS,
  DUTY_WORDS,
  dateInWords,
  figureInWords,
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

/** A share table: a row per party, and the exact sums of what the rows state below. Without amounts there is no label for them. */
export interface ShareView {
  readonly amountLabel: string | null
  readonly rows: readonly {
    readonly party: string
    readonly percent: string
    readonly amount: string
    readonly reason: readonly NodeJson[]
  }[]
  readonly percentSum: string
  readonly amountSum: string
}

/** What objects are called where another one names them. */
export interface ObjectNames {
  /** By the party's id; one that leads nowhere reads as a gap to fill in. */
  readonly party: NameOf
  /** The place in the chain of service of a step or of its id, from 1; null for one that is not in the text. */
  readonly stepNumber: (step: NodeJson | string) => number | null
}

/** Names for the objects of an agreement. */
export function objectNames(terms: Terms): ObjectNames {
  const steps = new Map(terms.steps.map((step, index) => [step.id, index + 1]))
  return {
    party: partyNames(terms.parties),
    stepNumber: step => steps.get(typeof step === 'string' ? step : (text(step, 'id') ?? '')) ?? null,
  }
}

const stepName = (step: NodeJson | string, names: ObjectNames) => {
  const number = names.stepNumber(step)
  return number === null ? '[step]' : `Step ${number}`
}

type View = (node: NodeJson, names: ObjectNames) => ObjectView

const VIEWS: Readonly<Record<string, View>> = {
  party: node => ({
    ...plain('Party', node),
    name: partyName(text(node, 'name'), text(node, 'shortName')),
    fields: fields(node, [
      ['Kind', 'kind'],
      ['Registration', 'registration'],
      ['Address', 'address'],
      ['Contact', 'contact'],
    ]),
  }),
  shareTable: (node, names) => ({
    ...plain(shareCaption(node), node),
    lines: [],
    shares: shareView(node, names),
  }),
  serviceStep: (node, names) => ({
    ...plain(stepName(node, names), node),
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
    const hasFigure = text(node, 'baseline') !== null || text(node, 'target') !== null
    return {
      ...plain('KPI', node),
      name: kpiLine(node, 'name', names.party) ?? '[name]',
      fields: [
        ...dated(node, 'Baseline', 'baseline', 'baselineDate', unit),
        ...dated(node, 'Target', 'target', 'targetDate', unit),
        ...fields(node, [
          ...(hasFigure ? [] : [['Unit', 'unit'] as const]),
          ['Direction', 'direction', direction => pick(DIRECTION_WORDS, direction) ?? direction],
          ['Measured', 'cadence', cadenceInWords],
          ['Owner', 'ownerPartyId', names.party],
          ['Verified by', 'verifierPartyId', names.party],
          ['Step', 'stepId', stepId => stepName(stepId, names)],
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

/** A figure with its unit and the day that it holds for, whichever of figure and day there are. */
function dated(node: NodeJson, label: string, name: string, dateName: string, unit: string | null) {
  const [figure, date] = [text(node, name), text(node, dateName)]
  const parts = [figure && figureInWords(figure), figure && unit, date && `(${dateInWords(date)})`].filter(
    part => part,
  )
  return parts.length === 0 ? [] : [{ label, value: parts.join(' ') }]
}

const partyName = (name: string | null, shortName: string | null) =>
  name && shortName && shortName !== name ? `${name} (“${shortName}”)` : (name ?? shortName ?? '[name]')

/** "Shares of cost, divided by usage, of EUR 480,000": what is divided, by which rule, and how much of it there is. */
function shareCaption(table: NodeJson): string {
  const total = text(table, 'total')
  const currency = text(table, 'currency')
  return [
    word(SHARE_BASIS_WORDS, table, 'basis') ?? 'Shares',
    word(SHARE_RULE_WORDS, table, 'rule'),
    total && `of ${currency ? `${currency} ` : ''}${amountInWords(total)}`,
  ]
    .filter(part => part)
    .join(', ')
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
  const others: { readonly label: null; readonly content: NodeJson[] }[] = []
  lines.forEach((line, index) => {
    if (KPI_PARTS.some(part => part === text(line, 'part'))) return
    // Loose words are one line, however many marks or authors they have.
    if (line.type === 'text' && lines[index - 1]?.type === 'text') others.at(-1)?.content.push(line)
    else others.push({ label: null, content: line.type === 'kpiPart' ? [...(line.content ?? [])] : [line] })
  })
  return [...known, ...others]
}

function shareView(table: NodeJson, names: ObjectNames): ShareView {
  const rows = (table.content ?? []).map(row => ({
    party: names.party(text(row, 'partyId') ?? ''),
    percent: text(row, 'percent') ?? '',
    amount: text(row, 'amount') ?? '',
    reason: row.type === 'text' ? [row] : (row.content ?? []),
  }))
  const currency = text(table, 'currency')
  return {
    amountLabel: rows.every(row => row.amount === '') ? null : currency ? `Amount (${currency})` : 'Amount',
    rows: rows.map(row => ({
      ...row,
      percent: row.percent && `${row.percent}%`,
      amount: amountInWords(row.amount),
    })),
    percentSum: withSign(columnSum(rows.map(row => row.percent))),
    amountSum: amountInWords(columnSum(rows.map(row => row.amount)) ?? ''),
  }
}

const withSign = (percent: string | null) => (percent === null ? '' : `${percent}%`)
