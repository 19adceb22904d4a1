import type * as Y from 'yjs'
import { duplicateBlocks } from './duplicate-blocks.ts'
import type { MergeFinding } from './merge-finding.ts'
import { mergeSides } from './merge-sides.ts'
import { emptied, fieldFindings, swallowedBlocks } from './object-findings.ts'
import { bothTouched, duplicateText, strandedText, swallowedText } from './text-findings.ts'
import { touchedBlocks } from './touched-blocks.ts'

/** A merge to be reviewed. `mine` and `theirs` are the raw updates of each side since `base`, joined with `Y.mergeUpdates`. */
export interface Merge {
  readonly base: Y.Snapshot
  readonly mine: Uint8Array
  readonly theirs: Uint8Array
  /** The document that holds base, mine and theirs, and nothing else; made with `gc: false`. */
  readonly merged: Y.Doc
  /** Name of the fragment that holds the text. */
  readonly fragment: string
}

/**
 * What a merge did to the text beyond what either side asked for, in reading order. Every character that a side wrote, and did
 * not itself remove, either stands in the merged text or is in a `swallowed` finding.
 */
export function reviewMerge({ base, mine, theirs, merged, fragment }: Merge): readonly MergeFinding[] {
  const sides = mergeSides(base, mine, theirs)
  const blocks = touchedBlocks(merged, merged.getXmlFragment(fragment), sides)
  const order = new Map(blocks.map((block, index) => [block.key, index]))
  return [
    ...duplicateBlocks(blocks),
    ...swallowedBlocks(blocks),
    ...blocks.flatMap(block => [
      ...swallowedText(block, blocks),
      ...strandedText(block, blocks),
      ...duplicateText(block),
      ...emptied(block),
      ...fieldFindings(block, blocks),
      ...bothTouched(block),
    ]),
  ].toSorted((a, b) => (order.get(a.block.key) ?? 0) - (order.get(b.block.key) ?? 0))
}
