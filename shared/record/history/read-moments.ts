import type * as Y from 'yjs'
import type { NodeJson } from '../../document/document-json.ts'
import { META_MAP, META_TITLE } from '../../document/node-types.ts'
import type { RecordStamps } from '../record-stamps.ts'
import { readStamped, readStampedBlock } from '../stamped-body.ts'
import { pastReading, type StampPast, type StateReading } from '../state-reading.ts'
import { changedBlocks } from './changed-blocks.ts'
import type { TextState } from './compare-states.ts'

/** Blocks of the text after one entry, without stamps; kept, since one moment is often compared with several. */
export interface KnownBlocks {
  readonly seq: number
  readonly nodes: Map<Y.XmlElement, NodeJson>
}

/**
 * The text after entry `from` and after entry `to`, read out of the newest text without making a document of either: the words of the
 * first stamped with who removed them, those of the second with who wrote them, by `handOf` the entry. Blocks that are the same in
 * both are the same objects and carry no stamps; those that `same` has (of the text after `to`) are not read again. `doc` holds the whole record; neither moment may be one at which something waited.
 */
export function readMoments(
  doc: Y.Doc,
  stamps: RecordStamps,
  [from, to]: readonly [number, number],
  handOf: (seq: number | null) => number | null,
  same: KnownBlocks['nodes'] = new Map(),
): readonly [before: TextState, after: TextState] {
  const changed = changedBlocks(doc, stamps, Math.min(from, to), Math.max(from, to))
  const plain = pastReading(stamps, to, () => null)
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
