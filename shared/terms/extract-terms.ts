import { blockIdAt } from '../document/block-id.ts'
import { numberClauses } from '../document/clauses.ts'
import { type DocumentJson, type NodeJson, stringAttribute } from '../document/document-json.ts'
import { extractFacts } from './extract-facts.ts'
import {
  dutyTerm,
  kpiTerm,
  obligationTerm,
  type PlacedNode,
  partyTerm,
  reviewTerm,
  shareTableTerm,
  stepTerm,
} from './extract-objects.ts'
import { type NameOf, partyNames } from './readable-text.ts'
import type { Terms } from './terms.ts'

/**
 * The structured terms of a text, each list in reading order. Total: nodes that are unknown, misplaced or half filled give
 * what can be read of them and are never an error. Depends on nothing but its arguments, so that every client and the server
 * derive the same. A node without an id gets one of its place (`blockIdAt`).
 */
export function extractTerms(body: DocumentJson, title: string): Terms {
  const { nodes, mentions } = placedNodes(body)
  const parties = (nodes.get('party') ?? []).map(placed =>
    partyTerm(placed, mentions.get(placed.source.blockId) ?? 0),
  )
  const nameOf = partyNames(parties)
  const each = <T>(type: string, extract: (placed: PlacedNode, nameOf: NameOf) => T): T[] =>
    (nodes.get(type) ?? []).map(placed => extract(placed, nameOf))
  return {
    format: 'parley-terms/1',
    title,
    clauses: numberClauses(body),
    parties,
    shares: each('shareTable', shareTableTerm),
    steps: each('serviceStep', stepTerm),
    roles: each('role', dutyTerm),
    obligations: each('obligation', obligationTerm),
    kpis: each('kpi', kpiTerm),
    reviews: each('review', reviewTerm),
    facts: each(TEXT_BLOCK, extractFacts).flat(),
  }
}

/** Stands for every node that holds text itself; no node type has this name. */
const TEXT_BLOCK = '#text-block'

/** All nodes by type in reading order, and how often each party is referred to. */
function placedNodes(body: DocumentJson) {
  const nodes = new Map<string, PlacedNode[]>()
  const mentions = new Map<string, number>()
  let clauseId: string | null = null

  const add = (type: string, placed: PlacedNode) => {
    const list = nodes.get(type)
    if (list) list.push(placed)
    else nodes.set(type, [placed])
  }
  const visit = (node: NodeJson, path: readonly number[]) => {
    const placed = { node, path, source: { blockId: blockIdAt(node, path), clauseId } }
    add(node.type, placed)
    let holdsText = false
    node.content?.forEach((child, index) => {
      if (child.type === 'text') holdsText = true
      else if (child.type === 'partyRef') {
        const partyId = stringAttribute(child, 'partyId') ?? ''
        mentions.set(partyId, (mentions.get(partyId) ?? 0) + 1)
      } else visit(child, [...path, index])
    })
    if (holdsText) add(TEXT_BLOCK, placed)
  }
  body.content?.forEach((node, index) => {
    if (node.type === 'heading') clauseId = blockIdAt(node, [index])
    visit(node, [index])
  })
  return { nodes, mentions }
}
