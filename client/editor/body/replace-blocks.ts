import { type Node, Slice } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'

/**
 * Turns the document into one of the given blocks by replacing only what differs, so that decorations, the selection and the
 * views of everything else stay. Blocks that are the same node stay the same node. `whole` says which blocks must become
 * exactly the given node.
 */
export function replaceBlocks(
  tr: Transaction,
  blocks: readonly Node[],
  whole: (node: Node) => boolean,
): Transaction {
  const old = tr.doc.content.content
  let start = 0
  while (start < old.length && start < blocks.length && old[start] === blocks[start]) start++
  let end = 0
  const most = Math.min(old.length, blocks.length) - start
  while (end < most && old.at(-1 - end) === blocks.at(-1 - end)) end++
  const runs = changedRuns(old.slice(start, old.length - end), blocks.slice(start, blocks.length - end))
  const positions = positionsOf(old)
  for (const run of runs.reverse()) {
    const from = positions[start + run.from] ?? 0
    const [before, after] = [run.old[0], run.blocks[0]]
    if (run.old.length === 1 && run.blocks.length === 1 && before && after && !whole(after)) {
      replaceBlock(tr, from, before, after)
    } else {
      const to = positions[start + run.from + run.old.length] ?? tr.doc.content.size
      tr.step(new ReplaceStep(from, to, sliceOf(tr, run.blocks)))
    }
  }
  return tr
}

interface Run {
  readonly from: number
  readonly old: readonly Node[]
  readonly blocks: readonly Node[]
}

const sliceOf = (tr: Transaction, nodes: readonly Node[]) =>
  new Slice(tr.doc.type.create(null, nodes as Node[]).content, 0, 0)

function positionsOf(nodes: readonly Node[]): number[] {
  const positions = [0]
  for (const node of nodes) positions.push((positions.at(-1) ?? 0) + node.nodeSize)
  return positions
}

/** Splits at the blocks that stayed (greedily, in order); neighbours of equal number are taken one by one. */
function changedRuns(old: readonly Node[], blocks: readonly Node[]): Run[] {
  const placeOf = new Map(old.map((node, place) => [node, place]))
  const runs: Run[] = []
  let oldFrom = 0
  let from = 0
  const close = (oldTo: number, to: number) => {
    if (oldTo - oldFrom === to - from) {
      for (let step = 0; step < to - from; step++) {
        runs.push({
          from: oldFrom + step,
          old: old.slice(oldFrom + step, oldFrom + step + 1),
          blocks: blocks.slice(from + step, from + step + 1),
        })
      }
    } else if (oldTo > oldFrom || to > from) {
      runs.push({ from: oldFrom, old: old.slice(oldFrom, oldTo), blocks: blocks.slice(from, to) })
    }
  }
  blocks.forEach((block, place) => {
    const stayed = placeOf.get(block)
    if (stayed === undefined || stayed < oldFrom) return
    close(stayed, place)
    oldFrom = stayed + 1
    from = place + 1
  })
  close(old.length, blocks.length)
  return runs
}

/** Within a line only the characters that differ are replaced: a caret in it keeps its place. */
function replaceBlock(tr: Transaction, from: number, before: Node, after: Node): void {
  if (before.type === after.type && before.inlineContent && before.sameMarkup(after)) {
    const start = before.content.findDiffStart(after.content)
    const ends = before.content.findDiffEnd(after.content)
    if (start !== null && ends) {
      const overlap = start - Math.min(ends.a, ends.b)
      const a = overlap > 0 ? ends.a + overlap : ends.a
      const b = overlap > 0 ? ends.b + overlap : ends.b
      const slice = new Slice(after.content.cut(start, b), 0, 0)
      tr.step(new ReplaceStep(from + 1 + start, from + 1 + a, slice))
      return
    }
  }
  tr.step(new ReplaceStep(from, from + before.nodeSize, new Slice(sliceOf(tr, [after]).content, 0, 0)))
}
