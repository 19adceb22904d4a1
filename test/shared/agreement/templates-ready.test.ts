import { describe, expect, test } from 'vitest'
import { MODELS, type Model } from '../../../shared/agreement/models.ts'
import { sampleAgreement, templateFor } from '../../../shared/agreement/templates/template-for.ts'
import type { DocumentJson, NodeJson } from '../../../shared/document/document-json.ts'
import { findPlaceholders, placeholdersOf } from '../../../shared/document/placeholders.ts'
import { extractTerms } from '../../../shared/terms/extract-terms.ts'
import { readinessOf } from '../../../shared/terms/readiness/readiness.ts'

const FILLED = MODELS.filter((model): model is Exclude<Model, 'blank'> => model !== 'blank')

/** What somebody writes into a gap that is marked as a term. */
const FACTS: Readonly<Record<string, string>> = {
  'effective-date': '1 April 2027',
  expiry: '31 March 2030',
  'term-length': 'three (3) years',
  renewal: 'one (1) year',
  'notice-period': 'six (6) months',
  'governing-law': 'the laws of Norway',
  amount: 'EUR 48,000',
  'liability-cap': 'EUR 250,000',
  'confidentiality-period': 'five (5) years',
  'payment-term': '30 days',
  insurance: 'EUR 1,000,000',
}

const NUMBERS = ['baseline', 'target', 'percent', 'amount', 'total']
const DAYS = ['baselineDate', 'targetDate', 'revisitOn', 'nextOn', 'due']

/** Writes into every gap: what its place asks for, else the words of the gap without its brackets. */
function fillIn(node: NodeJson): NodeJson {
  const kind = node.marks?.find(mark => mark.type === 'term')?.attrs?.kind
  const fact = typeof kind === 'string' ? FACTS[kind] : undefined
  const replaceGaps = (text: string, value?: string) =>
    findPlaceholders(text).reduceRight(
      (filled, gap) => filled.slice(0, gap.start) + (value ?? gap.text.slice(1, -1)) + filled.slice(gap.end),
      text,
    )
  const fieldValue = (name: string) =>
    NUMBERS.includes(name) ? '80' : DAYS.includes(name) ? '2027-10-01' : undefined
  const attrs = Object.entries(node.attrs ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' ? replaceGaps(value, fieldValue(name)) : value,
  ])
  return {
    ...node,
    ...(node.attrs && { attrs: Object.fromEntries(attrs) }),
    ...(node.text !== undefined && { text: replaceGaps(node.text, fact) }),
    ...(node.content && { content: node.content.map(fillIn) }),
  }
}

describe.each(FILLED)('the template of %s', model => {
  const { title, body } = templateFor(model)

  test('has gaps, and nothing else that keeps it from being sealed', () => {
    const errors = readinessOf(body, extractTerms(body, title)).filter(({ severity }) => severity === 'error')
    expect(errors.length).toBeGreaterThan(0)
    expect(errors.filter(({ kind }) => kind !== 'placeholder').map(({ id }) => id)).toEqual([])
  })

  test('is ready to seal once every gap is filled', () => {
    const filled = fillIn(body) as DocumentJson
    expect(placeholdersOf(filled)).toEqual([])
    const problems = readinessOf(filled, extractTerms(filled, title))
    const errors = problems.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ id, message }) => `${id}: ${message}`)).toEqual([])
    // Only the parties can know on which day they will look at a KPI again, and which steps need none.
    const others = problems.filter(({ kind }) => kind !== 'kpi-revisit' && kind !== 'step-kpi')
    expect(others.map(({ id, message }) => `${id}: ${message}`)).toEqual([])
  })
})

test('the sample is ready to seal as it is', () => {
  const { title, body } = sampleAgreement()
  expect(readinessOf(body, extractTerms(body, title))).toEqual([])
})
