import { z } from 'zod'
import {
  DUTY_KINDS,
  KPI_DIRECTIONS,
  KPI_MATURITIES,
  KPI_PARTS,
  REVIEW_SCOPES,
  SHARE_BASES,
  SHARE_RULES,
  TERM_KINDS,
} from '../document/node-types.ts'
import { isDecimal } from './decimal.ts'

const text = z.string()
const optional = z.string().nullable()
const decimal = z
  .string()
  .refine(isDecimal, 'not a decimal')
  .meta({ pattern: String.raw`^-?\d{1,24}(\.\d{1,12})?$`, description: 'An exact decimal as text.' })
const partyId = z.string().nullable().describe('The id of a party, null where none is named.')
const day = z.string().nullable().describe('An ISO date (2027-04-01), or as typed where it is none.')
const cadence = z.string().nullable().describe('An ISO duration (P3M), or as typed where it is none.')
const when = z.string().nullable().describe('An ISO date or duration, or as typed where it is neither.')

const source = {
  blockId: z.string().describe('The block that states it.'),
  clauseId: z.string().nullable().describe('The clause that it belongs to, null before the first heading.'),
}

const clause = z.strictObject({
  id: text,
  number: z.string().describe('As in 2.1.'),
  level: z.number().int().min(1).max(6),
  title: text,
})

const party = z.strictObject({
  ...source,
  id: text,
  name: text,
  shortName: optional,
  kind: optional,
  registration: optional,
  address: optional,
  contact: optional,
  mentions: z.number().int().min(0).describe('How often the text refers to it.'),
})

const shareRow = z.strictObject({
  id: text,
  partyId,
  percent: decimal.nullable(),
  amount: decimal.nullable(),
  reason: text,
})

const shareTable = z.strictObject({
  ...source,
  id: text,
  basis: z.enum(SHARE_BASES).nullable().describe('What it divides.'),
  rule: z.enum(SHARE_RULES).nullable().describe('By which rule it is said to be divided.'),
  currency: optional,
  total: z.string().nullable().describe('The total as typed.'),
  rows: z.array(shareRow).readonly(),
  percentSum: z.string().nullable().describe('The exact sum of the percentages, null when none is stated.'),
})

const step = z.strictObject({
  ...source,
  id: text,
  providerPartyId: partyId,
  receiver: z.string().nullable().describe('The id of a party, or clients.'),
  due: when,
  handOver: text,
})

const role = z.strictObject({
  ...source,
  id: text,
  kind: z.enum(DUTY_KINDS).nullable(),
  partyId: z.string().nullable().describe('The party that its holder belongs to, null for a neutral.'),
  holder: optional,
  duty: text,
})

const obligation = z.strictObject({
  ...source,
  id: text,
  partyId,
  due: when,
  recurrence: cadence,
  text,
})

const kpi = z.strictObject({
  ...source,
  id: text,
  parts: z.record(z.enum(KPI_PARTS), z.string()).readonly(),
  unit: optional,
  direction: z.enum(KPI_DIRECTIONS).nullable(),
  baseline: optional,
  baselineDate: day,
  target: optional,
  targetDate: day,
  cadence,
  ownerPartyId: partyId,
  verifierPartyId: partyId,
  maturity: z.enum(KPI_MATURITIES).nullable(),
  revisitOn: day,
  stepId: optional,
})

const review = z.strictObject({
  ...source,
  id: text,
  scope: z.enum(REVIEW_SCOPES).nullable(),
  cadence,
  nextOn: day,
  note: text,
})

/** What a text states, in normal form. Its type is `FactValue`. */
export const factValue = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('date'), date: z.string().describe('An ISO date.') }).readonly(),
    z
      .strictObject({ kind: z.literal('duration'), duration: z.string().describe('An ISO duration.') })
      .readonly(),
    z
      .strictObject({ kind: z.literal('money'), amount: z.string().describe('A decimal.'), currency: text })
      .readonly(),
    z.strictObject({ kind: z.literal('percent'), percent: z.string().describe('A decimal.') }).readonly(),
    z.strictObject({ kind: z.literal('text'), text }).readonly(),
    z.strictObject({ kind: z.literal('unreadable') }).readonly(),
  ])
  .describe('What the text states, in normal form. Unreadable: marked, but its value cannot be told.')

const fact = z.strictObject({
  ...source,
  id: text,
  kind: z.enum(TERM_KINDS),
  text: z.string().describe('The words that state it.'),
  value: factValue,
  sentence: text,
  start: z.number().int().min(0).describe('UTF-16 offset into the text of the block.'),
  end: z.number().int().min(0),
  state: z
    .enum(['confirmed', 'proposed'])
    .describe('Confirmed: a person marked it. Proposed: a recogniser found it.'),
})

const listOf = <T extends z.ZodType>(item: T) => z.array(item.readonly()).readonly()

/**
 * The terms of an agreement as they are served and sealed. Its type is `Terms`. Strict: a field that it does not know is an
 * error, so that the published schema cannot fall behind what is served.
 */
export const termsSchema = z
  .strictObject({
    format: z.literal('parley-terms/1'),
    title: text,
    clauses: listOf(clause),
    parties: listOf(party),
    shares: listOf(shareTable),
    steps: listOf(step),
    roles: listOf(role),
    obligations: listOf(obligation),
    kpis: listOf(kpi),
    reviews: listOf(review),
    facts: listOf(fact),
  })
  .readonly()

/** The same as a JSON Schema (draft 2020-12). Its id is a name, not an address: every server serves the same schema. */
export function termsJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(termsSchema)
  return {
    $schema,
    $id: 'urn:parley:schema:terms:1',
    title: 'Terms of an agreement',
    description:
      'The structured terms of an agreement, each list in reading order, each term with the block and the clause that state it.',
    ...schema,
  }
}
