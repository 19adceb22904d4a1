import type * as Y from 'yjs'
import type { NodeJson } from '../../document/document-json.ts'
import { META_MAP, META_TITLE } from '../../document/node-types.ts'
import type { RecordStamps } from '../record-stamps.ts'
import { readStamped, readStampedBlock } from '../stamped-body.ts'
import { pastReading, type StampPast, type StateReading } from '../state-reading.ts'
import { changedBlocks } from './changed-blocks.ts'
import type { TextState } from './compare-states.ts'

/**
 * The text after entry `from` and after entry `to`, read out of the newest text without making a document of either: the words of the
 * first stamped with who removed them, those of the second with who wrote them, by `handOf` the entry. Blocks that are the same in
 * both are the same objects and carry no stamps. `doc` holds the whole record; neither moment may be one at which something waited.
 */
export function readMoments(
  doc: Y.Doc,
  stamps: RecordStamps,
  [from, to]: readonly [number, number],
  handOf: (seq: number | null) => number | null,
): readonly [before: TextState, after: TextState] {
  const changed = changedBlocks(doc, stamps, Math.min(from, to), Math.max(from, to))
  const plain = pastReading(stamps, to, () => null)
  const same = new Map<Y.XmlElement, NodeJson>()
  const known = (block: Y.XmlElement): NodeJson | null => {
    if (changed.has(block)) return null
    const node = same.get(block) ?? readStampedBlock(block, plain)
    same.set(block, node)
    return node
  }
  const stateAt = (seq: number, stamp: StampPast): TextState => {
    const reading = pastReading(stamps, seq, stamp)
    return { title: titleIn(doc, reading), body: readStamped(doc, reading, known) }
  }
  return [stateAt(from, (_written, removed) => handOf(removed)), stateAt(to, written => handOf(written))]
}

function titleIn(doc: Y.Doc, reading: StateReading): string {
  const newest = doc.getMap(META_MAP)._map.get(META_TITLE)
  const title = newest && reading.field(newest)?.value
  return typeof title === 'string' ? title : ''
}
