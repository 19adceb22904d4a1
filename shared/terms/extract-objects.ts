import { blockIdAt } from '../document/block-id.ts'
import { type NodeJson, stringAttribute } from '../document/document-json.ts'
import {
  DUTY_KINDS,
  KPI_DIRECTIONS,
  KPI_MATURITIES,
  KPI_PARTS,
  type KpiPartName,
  REVIEW_SCOPES,
  SHARE_BASES,
  SHARE_RULES,
} from '../document/node-types.ts'
import { isDecimal, sumDecimals } from './decimal.ts'
import { type NameOf, readableLine } from './readable-text.ts'
import type {
  DutyTerm,
  KpiTerm,
  ObligationTerm,
  PartyTerm,
  ReviewTerm,
  ShareRowTerm,
  ShareTableTerm,
  Source,
  StepTerm,
} from './terms.ts'

/** A node with its place in the text: what each extractor below turns into a term. Unset and odd attributes read as null. */
export interface PlacedNode {
  readonly node: NodeJson
  readonly path: readonly number[]
  readonly source: Source
}

/** `mentions` counts the references to the party in the whole text. */
export function partyTerm({ node, source }: PlacedNode, mentions: number): PartyTerm {
  return {
    ...source,
    id: source.blockId,
    name: field(node, 'name') ?? '',
    shortName: field(node, 'shortName'),
    kind: field(node, 'kind'),
    registration: field(node, 'registration'),
    address: field(node, 'address'),
    contact: field(node, 'contact'),
    mentions,
  }
}

/** A share table with its rows; amounts and percentages that are no decimals read as unset. */
export function shareTableTerm({ node, path, source }: PlacedNode, nameOf: NameOf): ShareTableTerm {
  const rows = (node.content ?? []).flatMap((row, index) =>
    row.type === 'shareRow' ? [shareRowTerm(row, [...path, index], nameOf)] : [],
  )
  return {
    ...source,
    id: source.blockId,
    basis: oneOf(SHARE_BASES, field(node, 'basis')),
    rule: oneOf(SHARE_RULES, field(node, 'rule')),
    currency: field(node, 'currency'),
    total: field(node, 'total'),
    rows,
    percentSum: sumDecimals(rows.flatMap(row => row.percent ?? [])),
  }
}

function shareRowTerm(row: NodeJson, path: readonly number[], nameOf: NameOf): ShareRowTerm {
  return {
    id: blockIdAt(row, path),
    partyId: field(row, 'partyId'),
    percent: decimalField(row, 'percent'),
    amount: decimalField(row, 'amount'),
    reason: readableLine(row, nameOf),
  }
}

/** A step of the chain of service; its text says what is handed over. */
export function stepTerm({ node, source }: PlacedNode, nameOf: NameOf): StepTerm {
  return {
    ...source,
    id: source.blockId,
    providerPartyId: field(node, 'providerPartyId'),
    receiver: field(node, 'receiver'),
    due: field(node, 'due'),
    handOver: readableLine(node, nameOf),
  }
}

/** A role; its text says what its holder does. */
export function dutyTerm({ node, source }: PlacedNode, nameOf: NameOf): DutyTerm {
  return {
    ...source,
    id: source.blockId,
    kind: oneOf(DUTY_KINDS, field(node, 'kind')),
    partyId: field(node, 'partyId'),
    holder: field(node, 'holder'),
    duty: readableLine(node, nameOf),
  }
}

/** An obligation; its text says what shall be done. */
export function obligationTerm({ node, source }: PlacedNode, nameOf: NameOf): ObligationTerm {
  return {
    ...source,
    id: source.blockId,
    partyId: field(node, 'partyId'),
    due: field(node, 'due'),
    recurrence: field(node, 'recurrence'),
    text: readableLine(node, nameOf),
  }
}

/** A KPI definition with all its lines, empty where one is missing. */
export function kpiTerm({ node, source }: PlacedNode, nameOf: NameOf): KpiTerm {
  return {
    ...source,
    id: source.blockId,
    parts: kpiParts(node, nameOf),
    unit: field(node, 'unit'),
    direction: oneOf(KPI_DIRECTIONS, field(node, 'direction')),
    baseline: field(node, 'baseline'),
    baselineDate: field(node, 'baselineDate'),
    target: field(node, 'target'),
    targetDate: field(node, 'targetDate'),
    cadence: field(node, 'cadence'),
    ownerPartyId: field(node, 'ownerPartyId'),
    verifierPartyId: field(node, 'verifierPartyId'),
    maturity: oneOf(KPI_MATURITIES, field(node, 'maturity')),
    revisitOn: field(node, 'revisitOn'),
    stepId: field(node, 'stepId'),
  }
}

/** Two lines of one part (each partner added one offline) read as one text, so that neither is lost. */
function kpiParts(kpi: NodeJson, nameOf: NameOf): Record<KpiPartName, string> {
  const text = (part: KpiPartName) =>
    (kpi.content ?? [])
      .filter(line => field(line, 'part') === part)
      .map(line => readableLine(line, nameOf))
      .filter(line => line !== '')
      .join(' ')
  return Object.fromEntries(KPI_PARTS.map(part => [part, text(part)])) as Record<KpiPartName, string>
}

/** A review clock; its text is a note. */
export function reviewTerm({ node, source }: PlacedNode, nameOf: NameOf): ReviewTerm {
  return {
    ...source,
    id: source.blockId,
    scope: oneOf(REVIEW_SCOPES, field(node, 'scope')),
    cadence: field(node, 'cadence'),
    nextOn: field(node, 'nextOn'),
    note: readableLine(node, nameOf),
  }
}

/** A trimmed attribute; empty reads as unset. */
const field = (node: NodeJson, name: string) => stringAttribute(node, name)?.trim() || null

function decimalField(node: NodeJson, name: string): string | null {
  const text = field(node, name)
  return text !== null && isDecimal(text) ? text : null
}

const oneOf = <T extends string>(known: readonly T[], value: string | null): T | null =>
  known.find(name => name === value) ?? null
