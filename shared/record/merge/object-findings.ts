import type { BlockFinding } from './merge-finding.ts'
import { otherSide, type Side } from './merge-sides.ts'
import type { MergedBlock } from './merged-block.ts'
import { findingBlock, textIn } from './merged-text.ts'
import type { ReadLost } from './read-lost.ts'

const SIDES: readonly Side[] = ['mine', 'theirs']

/** Blocks without any text that a side added and the merge took away; the outermost of nested ones. */
export function swallowedBlocks(blocks: readonly MergedBlock[], read: ReadLost): readonly BlockFinding[] {
  const isSwallowed = (block: MergedBlock, by: Side) =>
    block.by === by && block.life[by] && !block.life.merged
  const hasContent = new Set<MergedBlock>()
  for (const block of blocks) {
    if (!block.runs.some(run => run.by !== 'base' && run.life[run.by])) continue
    for (let around: MergedBlock | null = block; around; around = around.parent) hasContent.add(around)
  }
  return SIDES.flatMap(by =>
    blocks
      .filter(
        block =>
          isSwallowed(block, by) &&
          !(block.parent && isSwallowed(block.parent, by)) &&
          !hasContent.has(block),
      )
      .map(
        (block): BlockFinding => ({
          kind: 'swallowed-block',
          id: `swallowed-block:${block.key}`,
          block: findingBlock(block),
          by,
          lost: read(block, by),
        }),
      ),
  )
}

/** Fields that both sides set differently, and fields set on a block that the other side removed or made anew. */
export function fieldFindings(block: MergedBlock, all: readonly MergedBlock[]): readonly BlockFinding[] {
  return block.fields.flatMap((field): BlockFinding[] => {
    if (field.name === 'id') return []
    const { name, base, mine, theirs, merged } = field
    if (block.life.merged) {
      const conflict = field.setBy.length === 2 && mine !== theirs
      const id = `field:${block.key}:${name}`
      return conflict
        ? [{ kind: 'field', id, block: findingBlock(block), name, base, mine, theirs, merged }]
        : []
    }
    return field.setBy
      .filter(by => block.by !== by && block.life[by] && field[by] !== base)
      .flatMap((by): BlockFinding[] => {
        const copy = all.find(
          other =>
            other.life.merged && other.by === otherSide(by) && other.id !== null && other.id === block.id,
        )
        const value = field[by]
        if (copy && (copy.attributes[name] ?? null) === value) return []
        return [
          {
            kind: 'swallowed-field',
            id: `swallowed-field:${block.key}:${name}:${by}`,
            block: findingBlock(block),
            by,
            name,
            value,
            copyKey: copy?.key ?? null,
          },
        ]
      })
  })
}

/** A container, or a block of text, in which each side left something and the merge nothing. */
export function emptied(block: MergedBlock, read: ReadLost): readonly BlockFinding[] {
  if (!block.life.merged || block.life.base === false) return []
  const { base, mine, theirs, merged } = block.children
  const children = base > 0 && mine > 0 && theirs > 0 && merged === 0
  const words =
    (['base', 'mine', 'theirs'] as const).every(view => textIn(block, view).trim() !== '') &&
    textIn(block, 'merged').trim() === ''
  return children || words
    ? [{ kind: 'emptied', id: `emptied:${block.key}`, block: findingBlock(block), lost: read(block, 'base') }]
    : []
}
