import { CONTEXT_LENGTH, type Context } from './context-place.ts'
import type { FindingBlock } from './merge-finding.ts'
import type { Life, Side } from './merge-sides.ts'
import type { MergedBlock, Run } from './merged-block.ts'

/** A block's own text in one of the views. */
export const textIn = (block: MergedBlock, view: keyof Life): string =>
  block.runs.map(run => (run.life[view] ? run.text : '')).join('')

/** The words around the runs `from` to `to` (exclusive) in a side's own view of the block. */
export function contextOf(block: MergedBlock, from: number, to: number, side: Side): Context {
  const words = (runs: readonly Run[]) => runs.map(run => (run.life[side] ? run.text : '')).join('')
  return {
    before: words(block.runs.slice(0, from)).slice(-CONTEXT_LENGTH),
    after: words(block.runs.slice(to)).slice(0, CONTEXT_LENGTH),
  }
}

/** The block as a finding names it. */
export const findingBlock = ({ key, id, type }: MergedBlock): FindingBlock => ({ key, id, type })
