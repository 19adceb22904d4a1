import type * as Y from 'yjs'
import type { NodeJson } from '../../document/document-json.ts'
import { META_MAP, META_TITLE } from '../../document/node-types.ts'
import type { RecordStamps } from '../record-stamps.ts'
import { readStamped, readStampedBlock } from '../stamped-body.ts'
import { pastReading, type StampPast, type StateReading } from '../state-reading.ts'
import type { TextState } from './compare-states.ts'

/**
 * The text after entry `seq`, read out of the newest text without making a document of it: its words stamped by `stamp`. Blocks that
 * `known` gives are not read. `doc` holds the whole record; the moment may not be one at which something waited.
 */
export function readMoment(
  doc: Y.Doc,
  stamps: RecordStamps,
  seq: number,
  stamp: StampPast,
  known: (block: Y.XmlElement) => NodeJson | null = () => null,
): TextState {
  const reading = pastReading(stamps, seq, stamp)
  return { title: titleIn(doc, reading), body: readStamped(doc, reading, known) }
}

/** A block of the text after entry `seq`, without stamps. */
export const readPlainBlock = (block: Y.XmlElement, stamps: RecordStamps, seq: number): NodeJson =>
  readStampedBlock(
    block,
    pastReading(stamps, seq, () => null),
  )

function titleIn(doc: Y.Doc, reading: StateReading): string {
  const newest = doc.getMap(META_MAP)._map.get(META_TITLE)
  const title = newest && reading.field(newest)?.value
  return typeof title === 'string' ? title : ''
}
