import { type Context, placeOfContext } from './context-place.ts'
import type { BlockFinding, Change, Place } from './merge-finding.ts'
import { otherSide, type Side } from './merge-sides.ts'
import type { MergedBlock, Run } from './merged-block.ts'
import { contextOf, findingBlock, stretches, textIn } from './merged-text.ts'
import type { ReadLost } from './read-lost.ts'

const SIDES: readonly Side[] = ['mine', 'theirs']

/** Text and inline objects that a side wrote and that the merge took away, each stretch once. */
export function swallowedText(
  block: MergedBlock,
  all: readonly MergedBlock[],
  read: ReadLost,
): readonly BlockFinding[] {
  return SIDES.flatMap(by =>
    stretches(block.runs, run => run.by === by && run.life[by] && !run.life.merged).map(
      ({ from, to, text }): BlockFinding => {
        const context = contextOf(block, from, to, by)
        const restoreAt = placeFor(block, context, all, otherSide(by))
        return {
          kind: 'swallowed',
          id: `swallowed:${block.runs[from]?.key}`,
          block: findingBlock(block),
          by,
          text,
          words: wholeWords(text, context),
          ...context,
          restoreAt,
          lost: restoreAt ? null : read(block, by),
        }
      },
    ),
  )
}

/**
 * Text that a side wrote between words which the other side removed or carried elsewhere: it stands, but no longer where it
 * was meant. Only the base's words count as its place; what the side itself wrote around it moved along with it.
 */
export function strandedText(block: MergedBlock, all: readonly MergedBlock[]): readonly BlockFinding[] {
  if (!block.life.merged || block.by !== 'base') return []
  return SIDES.flatMap(by =>
    stretches(block.runs, run => run.by === by && run.life.merged && run.text.trim() !== '').flatMap(
      ({ from, to, text }): BlockFinding[] => {
        const neighbours = [
          block.runs.slice(0, from).findLast(run => run.by === 'base' && run.life[by]),
          block.runs.slice(to).find(run => run.by === 'base' && run.life[by]),
        ].filter(run => run !== undefined)
        if (neighbours.length === 0 || neighbours.some(run => run.life.merged)) return []
        const context = contextOf(block, from, to, by)
        const moveTo = placeFor(block, context, all, otherSide(by))
        return [
          {
            kind: 'stranded',
            id: `stranded:${block.runs[from]?.key}`,
            block: findingBlock(block),
            by,
            text,
            words: wholeWords(text, context),
            ...context,
            moveTo,
          },
        ]
      },
    ),
  )
}

/** The same words written by both in one place ("yearlyyearly"). */
export function duplicateText(block: MergedBlock): readonly BlockFinding[] {
  const alive = block.runs.filter(run => run.life.merged)
  return alive.flatMap((run, index): BlockFinding[] => {
    const next = alive[index + 1]
    const text = run.text.trim()
    const twice =
      next &&
      run.by !== 'base' &&
      next.by === otherSide(run.by) &&
      next.text.trim() === text &&
      text.length > 1
    const id = `duplicate:${run.key}`
    return twice ? [{ kind: 'duplicate', id, block: findingBlock(block), text, keys: [block.key] }] : []
  })
}

/** Words of one block changed by both sides. */
export function bothTouched(block: MergedBlock): readonly BlockFinding[] {
  if (!block.life.merged) return []
  const mine = wholeChangeOf(block, 'mine')
  const theirs = wholeChangeOf(block, 'theirs')
  const isChange = ({ inserted, deleted }: Change) => inserted !== '' || deleted !== ''
  return isChange(mine) && isChange(theirs)
    ? [{ kind: 'both-touched', id: `both-touched:${block.key}`, block: findingBlock(block), mine, theirs }]
    : []
}

/** The same in whole words: letters of two sides may stand in one. */
function wholeChangeOf(block: MergedBlock, side: Side): Change {
  const inserted = stretches(block.runs, run => run.by === side && run.life[side]).map(({ from, to, text }) =>
    wholeWords(text, contextOf(block, from, to, side)),
  )
  return { ...changeOf(block.runs, side), inserted: inserted.join(' … ') }
}

/** What one side did to the words of a block, whatever became of it. */
export const changeOf = (runs: readonly Run[], side: Side): Change => ({
  inserted: runs.map(run => (run.by === side && run.life[side] ? run.text : '')).join(''),
  deleted: runs.map(run => (run.life.base && !run.life[side] ? run.text : '')).join(''),
})

/** The text with the rest of the words that it begins and ends inside of. */
function wholeWords(text: string, { before, after }: Context): string {
  const head = /^\S/.test(text) ? (/\S+$/.exec(before)?.[0] ?? '') : ''
  const tail = /\S$/.test(text) ? (/^\S+/.exec(after)?.[0] ?? '') : ''
  return head + text + tail
}

/** Where the context now stands: in the block itself, in the copy that kept its id, or in what the other side wrote. */
function placeFor(
  block: MergedBlock,
  context: Context,
  all: readonly MergedBlock[],
  other: Side,
): Place | null {
  const candidates = all.filter(
    candidate =>
      candidate.life.merged &&
      (candidate.key === block.key || candidate.by === other || sameId(candidate, block)),
  )
  let best: (Place & { score: number }) | null = null
  for (const candidate of candidates) {
    const found = placeOfContext(textIn(candidate, 'merged'), context)
    if (!found) continue
    const score = found.score + (sameId(candidate, block) ? 1 : 0)
    if (!best || score > best.score) best = { blockKey: candidate.key, after: found.offset, score }
  }
  return best && { blockKey: best.blockKey, after: best.after }
}

const sameId = (a: MergedBlock, b: MergedBlock) => a.id !== null && a.id === b.id
