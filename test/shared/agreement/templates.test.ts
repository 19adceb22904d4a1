import { Node } from '@tiptap/pm/model'
import { describe, expect, test } from 'vitest'
import { MODELS, type Model } from '../../../shared/agreement/models.ts'
import { inline } from '../../../shared/agreement/templates/inline.ts'
import { sampleAgreement, templateFor } from '../../../shared/agreement/templates/template-for.ts'
import { stringAttribute, textOf, walk } from '../../../shared/document/document-json.ts'
import { placeholdersOf } from '../../../shared/document/placeholders.ts'
import { BLOCKS_WITH_ID } from '../../../shared/document/schema.ts'
import { isId } from '../../../shared/ids.ts'
import { extractTerms } from '../../../shared/terms/extract-terms.ts'
import { findProblems } from '../../../shared/terms/readiness/find-problems.ts'
import { schema } from '../document/arbitrary-document.ts'

const FILLED = MODELS.filter((model): model is Exclude<Model, 'blank'> => model !== 'blank')
const AGREEMENTS = [
  ...FILLED.map(model => [model, templateFor(model)] as const),
  ['sample', sampleAgreement()] as const,
]
const termsOf = ({ title, body }: ReturnType<typeof sampleAgreement>) => extractTerms(body, title)

describe.each(AGREEMENTS)('the text of %s', (name, agreement) => {
  const terms = termsOf(agreement)
  const partyIds = terms.parties.map(party => party.id)

  test('is valid against the schema', () => {
    const node = Node.fromJSON(schema, agreement.body)
    node.check()
    expect(node.childCount).toBeGreaterThan(50)
  })

  test('gives every block an id of its own, the same each time', () => {
    const ids: string[] = []
    walk(agreement.body, node => {
      const id = stringAttribute(node, 'id')
      if (BLOCKS_WITH_ID.includes(node.type)) expect(isId(id), `${node.type} ${id}`).toBe(true)
      if (id !== null) ids.push(id)
      for (const mark of node.marks ?? []) {
        if (mark.type === 'term') ids.push(stringAttribute(mark, 'id') ?? '')
      }
    })
    expect(new Set(ids).size).toBe(ids.length)
    const again = name === 'sample' ? sampleAgreement() : templateFor(name)
    expect(again).toEqual(agreement)
  })

  test('has at least twelve clauses, and text in each', () => {
    const clauses = terms.clauses.filter(clause => clause.level === 1)
    expect(clauses.length).toBeGreaterThanOrEqual(12)
    const blocks = agreement.body.content ?? []
    for (const [index, block] of blocks.entries())
      if (block.type === 'heading') expect(blocks[index + 1]?.type ?? 'heading').not.toBe('heading')
    expect(textOf(agreement.body).split(/\s+/).length).toBeGreaterThan(1000)
  })

  test('states parties, steps, roles, KPIs, obligations, reviews and each kind of share as objects', () => {
    expect(partyIds.length).toBeGreaterThanOrEqual(3)
    expect(terms.steps.length).toBeGreaterThanOrEqual(4)
    expect(terms.kpis.length).toBeGreaterThanOrEqual(3)
    expect(terms.obligations.length).toBeGreaterThanOrEqual(2)
    expect(terms.reviews.map(review => review.scope).sort()).toEqual(['agreement', 'costs', 'kpis'])
    expect(terms.shares.map(table => table.basis)).toEqual(
      expect.arrayContaining(['cost', 'benefit', 'vote', 'exit']),
    )
    expect(terms.roles.find(role => role.kind === 'commissioner')?.partyId).toBeNull()
    expect(terms.roles.some(role => role.kind === 'service-manager')).toBe(true)
  })

  test('divides into shares that add up to 100 and give each party its row and each row its reason', () => {
    for (const table of terms.shares) {
      expect(table.percentSum).toBe('100')
      expect(table.rows.map(row => row.partyId)).toEqual(partyIds)
      for (const row of table.rows) expect(row.reason).not.toBe('')
    }
  })

  test('refers only to parties and steps that are there', () => {
    const steps = terms.steps.map(step => step.id)
    const parties: (string | null)[] = [
      ...terms.steps.flatMap(step => [step.providerPartyId, step.receiver]),
      ...terms.roles.map(role => role.partyId),
      ...terms.obligations.map(obligation => obligation.partyId),
      ...terms.kpis.flatMap(kpi => [kpi.ownerPartyId, kpi.verifierPartyId]),
    ]
    walk(agreement.body, node => {
      if (node.type === 'partyRef') parties.push(stringAttribute(node, 'partyId') ?? '')
    })
    for (const party of parties) expect([null, 'clients', ...partyIds]).toContain(party)
    for (const kpi of terms.kpis) expect(steps).toContain(kpi.stepId)
    for (const id of partyIds)
      expect(terms.parties.find(party => party.id === id)?.mentions).toBeGreaterThan(0)
  })

  test('marks terms that can be read', () => {
    expect(terms.facts.length).toBeGreaterThanOrEqual(10)
    for (const fact of terms.facts) expect(fact.value.kind, fact.text).not.toBe('unreadable')
    for (const kind of [
      'term-length',
      'renewal',
      'notice-period',
      'payment-term',
      'confidentiality-period',
      'liability-cap',
    ])
      expect(terms.facts.map(fact => fact.kind)).toContain(kind)
  })

  test('has nothing wrong in it but what is left to fill in', () => {
    const problems = findProblems(terms, placeholdersOf(agreement.body))
    const errors = problems.filter(found => found.severity === 'error' && !found.id.startsWith('placeholder'))
    expect(errors.map(found => found.message)).toEqual([])
  })
})

test('the templates leave to the parties what only they know', () => {
  for (const model of FILLED) {
    const gaps = placeholdersOf(templateFor(model).body).map(gap => gap.text)
    expect(gaps).toEqual(expect.arrayContaining(['[date]', '[country]', '[baseline]', '[address]']))
  }
})

test('the templates differ in more than names', () => {
  const sentences = FILLED.map(model => {
    const found = new Set<string>()
    walk(templateFor(model).body, node => {
      if (node.type === 'paragraph') found.add(textOf(node))
    })
    return found
  })
  for (const [index, one] of sentences.entries())
    for (const other of sentences.slice(index + 1)) {
      const same = [...one].filter(sentence => other.has(sentence))
      expect(same.length).toBeLessThanOrEqual(one.size / 10)
    }
})

test('the sample is complete: nothing is left open and nothing is wrong or missing', () => {
  const agreement = sampleAgreement()
  expect(placeholdersOf(agreement.body)).toEqual([])
  expect(findProblems(termsOf(agreement), []).map(found => found.message)).toEqual([])
})

test('a blank agreement is one empty paragraph', () => {
  const { title, body } = templateFor('blank')
  expect(title).toBe('Untitled agreement')
  expect(body.content).toHaveLength(1)
  expect(textOf(body)).toBe('')
  Node.fromJSON(schema, body).check()
})

test('the notation of templates refuses what it does not know', () => {
  expect(() => inline('{deadline: soon}')).toThrow('unknown kind')
  expect(() => inline('an {@ open end')).toThrow('notation')
})
