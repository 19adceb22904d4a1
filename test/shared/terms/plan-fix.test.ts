import { Node } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { sampleAgreement } from '../../../shared/agreement/templates/template-for.ts'
import { blockIdAt } from '../../../shared/document/block-id.ts'
import type { DocumentJson, NodeJson } from '../../../shared/document/document-json.ts'
import { extractTerms } from '../../../shared/terms/extract-terms.ts'
import { type FixPlan, planFix } from '../../../shared/terms/readiness/plan-fix.ts'
import type { Problem } from '../../../shared/terms/readiness/problem.ts'
import { readinessOf } from '../../../shared/terms/readiness/readiness.ts'
import { schema } from '../document/arbitrary-document.ts'

const { title, body: sample } = sampleAgreement()
const problemsOf = (body: DocumentJson) => readinessOf(body, extractTerms(body, title))

const mapNodes = (node: NodeJson, change: (node: NodeJson) => NodeJson): NodeJson => {
  const changed = change(node)
  return changed.content
    ? { ...changed, content: changed.content.map(child => mapNodes(child, change)) }
    : changed
}
const without = (test: (node: NodeJson) => boolean): DocumentJson => ({
  type: 'doc',
  content: (sample.content ?? []).filter(node => !test(node)),
})
const isHeading = (node: NodeJson, words: RegExp) =>
  node.type === 'heading' && words.test(JSON.stringify(node.content))

/** What the editor does with a plan, on JSON. */
function carryOut(plan: FixPlan, body: DocumentJson): DocumentJson {
  switch (plan.kind) {
    case 'set':
      return mapNodes(body, node => {
        const field = plan.fields.find(({ blockId }) => blockId === node.attrs?.id)
        return field ? { ...node, attrs: { ...node.attrs, [field.name]: field.value } } : node
      }) as DocumentJson
    case 'append':
      return mapNodes(body, node =>
        node.attrs?.id === plan.parentId ? { ...node, content: [...(node.content ?? []), plan.child] } : node,
      ) as DocumentJson
    case 'insert': {
      const blocks = body.content ?? []
      const at = blocks.findIndex((node, index) => blockIdAt(node, [index]) === plan.afterBlockId) + 1
      return { type: 'doc', content: [...blocks.slice(0, at), ...plan.blocks, ...blocks.slice(at)] }
    }
  }
}

const setRows = (basis: string, change: (row: NodeJson, index: number) => Record<string, string | null>) =>
  mapNodes(sample, node =>
    node.type === 'shareTable' && node.attrs?.basis === basis
      ? {
          ...node,
          content: (node.content ?? []).map((row, index) => ({
            ...row,
            attrs: { ...row.attrs, ...change(row, index) },
          })),
        }
      : node,
  ) as DocumentJson

const CASES: readonly (readonly [flaw: string, body: DocumentJson, problemId: string | RegExp])[] = [
  ['no cost table', without(node => node.attrs?.basis === 'cost'), 'no-cost-shares'],
  ['no exit table', without(node => node.attrs?.basis === 'exit'), 'no-exit-shares'],
  ['no commissioner', without(node => node.attrs?.kind === 'commissioner'), 'no-commissioner'],
  ['no service manager', without(node => node.attrs?.kind === 'service-manager'), 'no-service-manager'],
  ['no KPI', without(node => node.type === 'kpi'), 'no-kpis'],
  ['no review', without(node => node.type === 'review' || isHeading(node, /review/i)), 'no-clause-review'],
  [
    'no grievances',
    without(node => isHeading(node, /grievance|dispute/i)),
    'no-clause-grievances-and-disputes',
  ],
  [
    'a row left out',
    mapNodes(sample, node =>
      node.type === 'shareTable' && node.attrs?.basis === 'risk'
        ? { ...node, content: node.content?.slice(1) ?? [] }
        : node,
    ) as DocumentJson,
    /^share-left-out:/,
  ],
  [
    'one row empty',
    setRows('cost', (_, index) => (index === 1 ? { percent: null, amount: null } : {})),
    /^share-empty:/,
  ],
  ['an equal table that does not add up', setRows('vote', () => ({ percent: '30' })), /^share-sum:/],
  [
    'a commissioner of a party',
    mapNodes(sample, node =>
      node.attrs?.kind === 'commissioner'
        ? { ...node, attrs: { ...node.attrs, partyId: String(extractTerms(sample, title).parties[0]?.id) } }
        : node,
    ) as DocumentJson,
    /^commissioner-of-a-party:/,
  ],
]

const matches = (problem: Problem, id: string | RegExp) =>
  typeof id === 'string' ? problem.id === id : id.test(problem.id)

describe('the fix of a problem', () => {
  it.each(CASES)('for %s takes it away, keeps the text valid and shows what it did', (_flaw, body, id) => {
    const problem = problemsOf(body).find(found => matches(found, id))
    expect(problem?.fix, JSON.stringify(problemsOf(body).map(found => found.id))).toBeTruthy()
    if (!problem?.fix) return
    let number = 0
    const plan = planFix(
      problem.fix,
      body,
      extractTerms(body, title),
      () => `new-block-${String(++number).padStart(10, '0')}`,
    )
    expect(plan).not.toBeNull()
    if (!plan) return
    const fixed = carryOut(plan, body)
    Node.fromJSON(schema, fixed).check()
    expect(problemsOf(fixed).map(found => found.id)).not.toContain(problem.id)
    expect(JSON.stringify(fixed)).toContain(`"${plan.showBlockId}"`)
    // Before the closing clauses, never behind the signatures.
    expect(fixed.content?.at(-1)).toEqual(body.content?.at(-1))
  })

  it('does nothing to a table that a partner has removed meanwhile', () => {
    const fix = { kind: 'add-share-row', tableId: 'gone-table-000000001', partyId: 'party-x' } as const
    expect(planFix(fix, sample, extractTerms(sample, title), () => 'x')).toBeNull()
  })
})
