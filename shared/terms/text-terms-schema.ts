import { z } from 'zod'
import { CLAUSE_KINDS } from './recognise/clauses/clause-kind.ts'
import { DISPUTE_STEPS, FACT_KINDS } from './recognise/finding.ts'
import { factValue } from './terms-schema.ts'

const text = z.string()
const optional = z.string().nullable()

const place = {
  text: z.string().describe('The words that state it.'),
  start: z.number().int().min(0).describe('Offset into the text that was sent, in UTF-16 code units.'),
  end: z.number().int().min(0).describe('Exclusive.'),
  sentence: z.string().describe('The sentence around it on one line, cut to 400 characters.'),
  confidence: z.number().min(0).max(1).describe('How often a finding by this rule is right, by rough count.'),
  rule: z.string().describe('The rule that found it, in words.'),
}

const textFactValue = z.union([
  factValue,
  z.strictObject({ kind: z.literal('open-ended') }).readonly(),
  z
    .strictObject({ kind: z.literal('dispute-step'), step: z.enum(DISPUTE_STEPS), place: optional })
    .readonly(),
])

const listOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.array(z.strictObject({ ...shape, ...place }).readonly()).readonly()

/** What `POST /api/extract` answers. Its type is `TextTerms`. */
export const textTermsSchema = z
  .strictObject({
    format: z.literal('parley-text-terms/1'),
    title: z.string().describe('Empty where none was found.'),
    parties: listOf({ name: text, shortName: optional, shortNames: z.array(text).readonly() }),
    facts: listOf({ kind: z.enum(FACT_KINDS), value: textFactValue }),
    kpis: listOf({
      name: text,
      unit: optional,
      baseline: optional,
      target: optional,
      cadence: optional,
      owner: optional,
    }),
    obligations: listOf({
      who: text,
      what: text,
      due: z.string().nullable().describe('An ISO date, an ISO duration or a rhythm in words.'),
    }),
    clauses: listOf({ kind: z.enum(CLAUSE_KINDS) }),
  })
  .readonly()
