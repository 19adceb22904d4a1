import * as Y from 'yjs'
import { headingLevel } from '../../document/clauses.ts'
import { type DocumentJson, textOf } from '../../document/document-json.ts'
import { duplicateBlocks } from './duplicate-blocks.ts'
import type { BlockFinding, Change, TermFinding } from './merge-finding.ts'
import type { MergeRanges } from './merge-ranges.ts'
import { mergeSides, type Side, type View } from './merge-sides.ts'
import type { MergedBlock, Run } from './merged-block.ts'
import { emptied, fieldFindings, swallowedBlocks } from './object-findings.ts'
import { type ReadLost, readLost } from './read-lost.ts'
import { returnedText } from './returned-text.ts'
import { termFindings } from './term-findings.ts'
import { bothTouched, changeOf, duplicateText, strandedText, swallowedText } from './text-findings.ts'
import { touchedBlocks } from './touched-blocks.ts'
import { ViewReader } from './view-json.ts'

/** A merge to be reviewed, in a document made with `gc: false` that holds all of it, and maybe what was written since. */
export interface Merge {
  readonly ranges: MergeRanges
  readonly doc: Y.Doc
  /** Name of the fragment that holds the text. */
  readonly fragment: string
}

/** A block that a side changed, as it is shown side by side. */
export interface ReviewedBlock {
  readonly key: string
  readonly id: string | null
  readonly type: string
  /** The clause that it stands in, null before the first. */
  readonly clause: string | null
  readonly runs: readonly Run[]
  readonly changedBy: readonly Side[]
  readonly mine: Change
  readonly theirs: Change
}

/** A clause of the merged text by the key of its heading. */
export interface ReviewedClause {
  readonly key: string
  readonly number: string
  readonly title: string
}

export interface MergeReview {
  readonly findings: readonly BlockFinding[]
  readonly terms: readonly TermFinding[]
  /** Blocks with words that a side changed, in reading order, for showing what arrived and what became of it. */
  readonly blocks: readonly ReviewedBlock[]
  /** Those that hold a block of `blocks`. */
  readonly clauses: readonly ReviewedClause[]
}

/**
 * What a merge did to the text beyond what either side asked for, in reading order. Every character that a side wrote, and did
 * not itself remove, either stands in the merged text or is in a `swallowed` finding. The same ranges give the same review on
 * every device and at any time.
 */
export function reviewMerge({ ranges, doc, fragment }: Merge): MergeReview {
  const sides = mergeSides(ranges)
  const root = doc.getXmlFragment(fragment)
  const blocks = touchedBlocks(doc, root, sides)
  const topLevel = new Set(blocks.filter(block => block.parent === null).map(({ element }) => element))
  const reader = new ViewReader(root, sides, topLevel)
  const texts = new Map<View, DocumentJson>()
  const read = (view: View) => {
    const text = texts.get(view) ?? reader.read(view)
    texts.set(view, text)
    return text
  }
  const order = new Map(blocks.map((block, index) => [block.key, index]))
  const findings = blockFindings(blocks, readLost(reader)).toSorted(
    (a, b) => (order.get(a.block.key) ?? 0) - (order.get(b.block.key) ?? 0),
  )
  const inFindings = new Set(
    findings.flatMap(finding => [finding.block.key, ...(finding.kind === 'duplicate' ? finding.keys : [])]),
  )
  const headings = new ClauseHeadings(root, reader, new Set(blocks.map(({ element }) => element)))
  const shown = blocks.flatMap(block => reviewed(block, headings.of, inFindings))
  return {
    findings,
    terms: termFindings(read),
    blocks: shown,
    clauses: headings.clauses(new Set(shown.map(({ clause }) => clause))),
  }
}

const blockFindings = (blocks: readonly MergedBlock[], read: ReadLost): readonly BlockFinding[] => [
  ...duplicateBlocks(blocks),
  ...swallowedBlocks(blocks, read),
  ...returnedText(blocks),
  ...blocks.flatMap(block => [
    ...swallowedText(block, blocks, read),
    ...strandedText(block, blocks),
    ...duplicateText(block),
    ...emptied(block, read),
    ...fieldFindings(block, blocks),
    ...bothTouched(block),
  ]),
]

function reviewed(
  block: MergedBlock,
  clauseOf: ReadonlyMap<Y.XmlElement, string | null>,
  inFindings: ReadonlySet<string>,
): ReviewedBlock[] {
  const { key, id, type, runs } = block
  const changedBy = SIDES.filter(side => hasChanged(block, side))
  if (changedBy.length === 0 && !inFindings.has(key)) return []
  let top = block
  while (top.parent) top = top.parent
  const clause = clauseOf.get(top.element) ?? null
  const [mine, theirs] = [changeOf(runs, 'mine'), changeOf(runs, 'theirs')]
  return [{ key, id, type, clause, runs, changedBy, mine, theirs }]
}

const SIDES: readonly Side[] = ['mine', 'theirs']

const hasChanged = ({ runs, fields }: MergedBlock, side: Side) =>
  runs.some(({ by, life }) => (by === side && life[side]) || (life.base && !life[side])) ||
  fields.some(field => field.setBy.includes(side) && field[side] !== field.base)

/** The clauses of the merged text, and of each touched top-level element the clause that it stands in or stood in. */
class ClauseHeadings {
  readonly of = new Map<Y.XmlElement, string | null>()
  readonly #headings: { readonly key: string; readonly number: string; readonly element: Y.XmlElement }[] = []
  readonly #reader: ViewReader

  constructor(root: Y.XmlFragment, reader: ViewReader, wanted: ReadonlySet<Y.XmlElement>) {
    this.#reader = reader
    const counts = [0, 0, 0, 0, 0, 0]
    let clause: string | null = null
    for (let item = root._start; item !== null; item = item.right) {
      const element = item.content instanceof Y.ContentType ? item.content.type : null
      if (!(element instanceof Y.XmlElement)) continue
      const heading = element.nodeName === 'heading' ? reader.headIn(element, 'merged') : null
      if (heading) {
        const level = headingLevel(heading)
        counts[level - 1] = (counts[level - 1] ?? 0) + 1
        counts.fill(0, level)
        clause = `${item.id.client}:${item.id.clock}`
        this.#headings.push({ key: clause, number: counts.slice(0, level).join('.'), element })
      }
      if (wanted.has(element)) this.of.set(element, clause)
    }
  }

  /** Of the clauses with these keys, in reading order: only their titles have to be read. */
  clauses(keys: ReadonlySet<string | null>): readonly ReviewedClause[] {
    return this.#headings.flatMap(({ key, number, element }) => {
      if (!keys.has(key)) return []
      const title = textOf(this.#reader.nodeIn(element, 'merged')).replace(/\s+/g, ' ').trim()
      return [{ key, number, title }]
    })
  }
}
