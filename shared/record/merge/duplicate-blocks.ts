import type { BlockFinding } from './merge-finding.ts'
import type { MergedBlock } from './merged-block.ts'
import { findingBlock, textIn } from './merged-text.ts'

/** Words in a row that two copies of one passage share, and that two independent passages rarely do. */
const SHINGLE = 5

/**
 * Blocks that both sides made from the same passage: both split, moved, wrapped or retyped one block, and now it stands twice.
 * Each block of mine is paired with at most one of theirs.
 */
export function duplicateBlocks(blocks: readonly MergedBlock[]): readonly BlockFinding[] {
  const made = (side: 'mine' | 'theirs') => blocks.filter(block => block.by === side && block.life.merged)
  const theirs = made('theirs').map(block => ({
    block,
    marks: marksOf(block),
    text: textIn(block, 'merged'),
  }))
  const taken = new Set<MergedBlock>()
  return made('mine').flatMap((mine): BlockFinding[] => {
    const marks = marksOf(mine)
    const twin = theirs.find(
      ({ block, marks: other }) =>
        !taken.has(block) &&
        outside(block)?.key === outside(mine)?.key &&
        [...marks].some(mark => other.has(mark)),
    )
    if (!twin) return []
    taken.add(twin.block)
    return [
      {
        kind: 'duplicate',
        id: `duplicate:${mine.key}:${twin.block.key}`,
        block: findingBlock(mine),
        text: twin.text,
        keys: [mine.key, twin.block.key],
      },
    ]
  })
}

/** What a block that a side made stands in, without what the same side put around it: one may have made it a quote, one a list. */
function outside({ by, parent }: MergedBlock): MergedBlock | null {
  let around = parent
  while (around?.by === by) around = around.parent
  return around
}

/** What identifies a passage: the id it kept, its whole words when they are few, and each run of words in it. */
function marksOf(block: MergedBlock): ReadonlySet<string> {
  const words = textIn(block, 'merged').toLowerCase().split(/\s+/).filter(Boolean)
  const marks = new Set<string>()
  if (block.id) marks.add(`id:${block.id}`)
  if (words.length > 0 && words.length < SHINGLE && words.join('').length > 3) marks.add(words.join(' '))
  for (let start = 0; start + SHINGLE <= words.length; start++)
    marks.add(words.slice(start, start + SHINGLE).join(' '))
  return marks
}
