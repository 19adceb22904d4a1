import fc from 'fast-check'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import { MODELS } from '../../../shared/agreement/models.ts'
import { sampleAgreement, templateFor } from '../../../shared/agreement/templates/template-for.ts'
import { extractTerms } from '../../../shared/terms/extract-terms.ts'
import type { Terms } from '../../../shared/terms/terms.ts'
import { termsJsonSchema, termsSchema } from '../../../shared/terms/terms-schema.ts'
import { arbitraryDocument } from '../document/arbitrary-document.ts'
import { completeTerms } from './complete-terms.ts'

test('the type of the schema is Terms, in both directions', () => {
  expectTypeOf<Terms>().toExtend<z.output<typeof termsSchema>>()
  expectTypeOf<z.output<typeof termsSchema>>().toExtend<Terms>()
  expectTypeOf<z.input<typeof termsSchema>>().toExtend<Terms>()
})

describe('termsSchema', () => {
  test.each([...MODELS.map(templateFor), sampleAgreement()])(
    'takes the terms of $title as they are',
    agreement => {
      const terms = extractTerms(agreement.body, agreement.title)
      expect(termsSchema.parse(terms)).toEqual(terms)
    },
  )

  test('takes the terms of any document', () => {
    fc.assert(
      fc.property(arbitraryDocument, body => {
        expect(termsSchema.safeParse(extractTerms(body, 'Title')).error?.issues ?? []).toEqual([])
      }),
    )
  })

  test.each([
    ['another format', { format: 'parley-terms/2' }],
    ['a field that it does not know', { more: 1 }],
    ['a list that is missing', { facts: undefined }],
    ['a clause of level 7', { clauses: [{ id: 'a', number: '1', level: 7, title: '' }] }],
    [
      'a share that is no decimal',
      {
        shares: completeTerms.shares.map(table => ({
          ...table,
          rows: table.rows.map(row => ({ ...row, percent: '1e3' })),
        })),
      },
    ],
    [
      'a KPI without one of its lines',
      { kpis: completeTerms.kpis.map(kpi => ({ ...kpi, parts: { ...kpi.parts, limits: undefined } })) },
    ],
  ])('refuses %s', (_, over) => {
    expect(termsSchema.safeParse({ ...completeTerms, ...over }).success).toBe(false)
  })
})

describe('termsJsonSchema', () => {
  const schema = termsJsonSchema()

  test('names itself and asks for every list of Terms', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:parley:schema:terms:1',
      title: 'Terms of an agreement',
      type: 'object',
      additionalProperties: false,
    })
    expect([...(schema.required as string[])].sort()).toEqual(Object.keys(completeTerms).sort())
  })

  test('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
  })

  test('says of each share what a decimal is', () => {
    expect(JSON.stringify(schema)).toContain(String.raw`^-?\\d{1,24}(\\.\\d{1,12})?$`)
  })
})
