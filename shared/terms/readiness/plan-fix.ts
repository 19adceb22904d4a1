import { blockIdAt } from '../../document/block-id.ts'
import { headingLevel } from '../../document/clauses.ts'
import { type DocumentJson, type NodeJson, textOf } from '../../document/document-json.ts'
import { KPI_PARTS, type ShareBasis } from '../../document/node-types.ts'
import type { Terms } from '../terms.ts'
import { clauseSkeleton } from './clause-skeletons.ts'
import type { ProblemFix } from './problem.ts'

/** What a fix does to the text. A place names a block as `blockIdAt` does. */
export type FixPlan =
  | {
      /** Puts blocks behind a block, or at the very beginning where there is none; then shows the one with the id. */
      readonly kind: 'insert'
      readonly afterBlockId: string | null
      readonly blocks: readonly NodeJson[]
      readonly showBlockId: string
    }
  | {
      readonly kind: 'append'
      readonly parentId: string
      readonly child: NodeJson
      readonly showBlockId: string
    }
  | {
      readonly kind: 'set'
      readonly fields: readonly {
        readonly blockId: string
        readonly name: string
        readonly value: string | null
      }[]
      readonly showBlockId: string
    }

/**
 * How a fix is carried out in this text: what is inserted goes to the end of the clause on its subject, or into a new clause
 * where there is none. `newId` gives a fresh id at each call. Null when what it was to change is no longer there.
 */
export function planFix(
  fix: ProblemFix,
  body: DocumentJson,
  terms: Terms,
  newId: () => string,
): FixPlan | null {
  switch (fix.kind) {
    case 'set-field':
      return { kind: 'set', fields: [fix], showBlockId: fix.blockId }
    case 'divide-equally': {
      const [first] = fix.rows
      const fields = fix.rows.map(({ rowId, percent }) => ({
        blockId: rowId,
        name: 'percent',
        value: percent,
      }))
      return first ? { kind: 'set', fields, showBlockId: first.rowId } : null
    }
    case 'add-share-row': {
      const id = newId()
      const child = { type: 'shareRow', attrs: { id, partyId: fix.partyId } }
      return terms.shares.some(table => table.id === fix.tableId)
        ? { kind: 'append', parentId: fix.tableId, child, showBlockId: id }
        : null
    }
    case 'insert-clause':
      return insertClause(body, clauseSkeleton(fix.title, newId))
    case 'insert-share-table':
      return insertInto(body, SHARE_CLAUSES[fix.basis], shareTable(fix.basis, terms, newId), newId)
    case 'insert-role':
      return insertInto(
        body,
        ['Roles', /\b(role|commissioner|manager|governance|steering)/i],
        { type: 'role', attrs: { id: newId(), kind: fix.duty } },
        newId,
      )
    case 'insert-review':
      return insertInto(
        body,
        ['Review', /\breview/i],
        { type: 'review', attrs: { id: newId(), scope: 'agreement' } },
        newId,
      )
    case 'insert-kpi':
      return insertInto(
        body,
        ['Key performance indicators', /\b(kpis?|indicator|performance|measure)/i],
        {
          type: 'kpi',
          attrs: { id: newId() },
          content: KPI_PARTS.map(part => ({ type: 'kpiPart', attrs: { id: newId(), part } })),
        },
        newId,
      )
  }
}

/** The subject of an object: the heading that a new clause gets, and how the heading of an old one may be worded. */
type Subject = readonly [title: string, heading: RegExp]

const SHARE_CLAUSES: Readonly<Record<ShareBasis, Subject>> = {
  cost: ['Shares of cost', /\b(cost|contribution|fee|financ|budget)/i],
  benefit: ['Shares of benefit', /\b(benefit|earning|saving|revenue|profit|surplus)/i],
  vote: ['Decisions', /\b(decision|vot(e|ing)|majorit|governance)/i],
  risk: ['Risk', /\b(risk|loss)/i],
  exit: ['Exit', /\b(exit|leav|withdraw)/i],
}

const shareTable = (basis: ShareBasis, terms: Terms, newId: () => string): NodeJson => ({
  type: 'shareTable',
  attrs: { id: newId(), basis },
  content: terms.parties.map(party => ({ type: 'shareRow', attrs: { id: newId(), partyId: party.id } })),
})

function insertInto(
  body: DocumentJson,
  [title, heading]: Subject,
  block: NodeJson,
  newId: () => string,
): FixPlan {
  const showBlockId = String(block.attrs?.id)
  const blocks = body.content ?? []
  const at = blocks.findIndex(node => node.type === 'heading' && heading.test(textOf(node)))
  if (at < 0) {
    const clause: NodeJson = {
      type: 'heading',
      attrs: { id: newId(), level: 1 },
      content: [{ type: 'text', text: title }],
    }
    return { ...insertClause(body, [clause, block]), showBlockId }
  }
  return {
    kind: 'insert',
    afterBlockId: placeOf(blocks, endOfClause(blocks, at)),
    blocks: [block],
    showBlockId,
  }
}

/** Clauses that close an agreement: a new one goes before them. */
const CLOSING =
  /\b(governing law|applicable law|amendment|signature|final provision|entire agreement|annex|schedule)/i

function insertClause(body: DocumentJson, clause: readonly NodeJson[]): FixPlan & { kind: 'insert' } {
  const blocks = body.content ?? []
  const isClosing = (node: NodeJson) =>
    node.type === 'heading' && headingLevel(node) === 1 && CLOSING.test(textOf(node))
  const closing = blocks.findIndex(isClosing)
  return {
    kind: 'insert',
    afterBlockId: placeOf(blocks, (closing < 0 ? blocks.length : closing) - 1),
    blocks: clause,
    showBlockId: String(clause[0]?.attrs?.id),
  }
}

/** The last block before the next heading of any level: what belongs to a subheading stays below it. */
function endOfClause(blocks: readonly NodeJson[], at: number): number {
  const next = blocks.findIndex((node, index) => index > at && node.type === 'heading')
  return (next < 0 ? blocks.length : next) - 1
}

function placeOf(blocks: readonly NodeJson[], index: number): string | null {
  const block = blocks[index]
  return block ? blockIdAt(block, [index]) : null
}
