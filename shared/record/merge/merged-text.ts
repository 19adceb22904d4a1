import { CONTEXT_LENGTH, type Context } from './context-place.ts'
import type { FindingBlock } from './merge-finding.ts'
import type { Life } from './merge-sides.ts'
import type { MergedBlock, Run } from './merged-block.ts'

/** A block's own text in one of the views. */
export const textIn = (block: MergedBlock, view: keyof Life): string =>
  block.runs.map(run => (run.life[view] ? run.text : '')).join('')

/** The words around the runs `from` to `to` (exclusive) in a view of the block. */
export function contextOf(block: MergedBlock, from: number, to: number, view: keyof Life): Context {
  const words = (runs: readonly Run[]) => runs.map(run => (run.life[view] ? run.text : '')).join('')
  return {
    before: words(block.runs.slice(0, from)).slice(-CONTEXT_LENGTH),
    after: words(block.runs.slice(to)).slice(0, CONTEXT_LENGTH),
  }
}

/** Runs in a row that satisfy the test; runs that no view shows do not interrupt them. */
export function stretches(runs: readonly Run[], belongs: (run: Run) => boolean) {
  const out: { from: number; to: number; text: string }[] = []
  for (const [index, run] of runs.entries()) {
    if (!belongs(run)) continue
    const last = out.at(-1)
    const between = last ? runs.slice(last.to, index) : []
    const text = run.object ? '\uFFFC' : run.text
    if (last && between.every(gap => !gap.life.mine && !gap.life.theirs && !gap.life.merged)) {
      last.to = index + 1
      last.text += text
    } else out.push({ from: index, to: index + 1, text })
  }
  return out
}

/** The block as a finding names it. */
export const findingBlock = ({ key, id, type }: MergedBlock): FindingBlock => ({ key, id, type })
