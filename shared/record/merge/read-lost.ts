import type { LostBlock } from './merge-finding.ts'
import type { View } from './merge-sides.ts'
import type { MergedBlock } from './merged-block.ts'
import type { ViewReader } from './view-json.ts'

/** A block that is gone, with the outermost block that is gone with it, as it stood in a view; null when it was never there. */
export type ReadLost = (block: MergedBlock, view: View) => LostBlock | null

export const readLost =
  (reader: ViewReader): ReadLost =>
  (block, view) => {
    let outermost = block
    while (outermost.parent && !outermost.parent.life.merged) outermost = outermost.parent
    const node = outermost.life[view] ? reader.nodeIn(outermost.element, view) : null
    return node && { key: outermost.key, node }
  }
