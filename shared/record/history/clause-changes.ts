import * as Y from 'yjs'
import { blockIdAt } from '../../document/block-id.ts'
import type { NodeJson } from '../../document/document-json.ts'
import { BODY_FRAGMENT } from '../../document/node-types.ts'
import { readTopLevel } from '../../document/yjs-body.ts'
import type { RecordStamps } from '../record-stamps.ts'

/**
 * Every entry of the record that wrote in a clause, removed something from it or set a field in it, in ascending order, by the
 * block id of the clause's heading; `null` stands for what precedes the first heading. What is gone counts for the clause that it
 * stood in. `doc` must keep what was deleted.
 */
export function clauseChanges(
  doc: Y.Doc,
  stamps: RecordStamps,
): ReadonlyMap<string | null, readonly number[]> {
  const found = new Map<string | null, Set<number>>()
  let clause: string | null = null
  let index = 0
  for (let item = doc.getXmlFragment(BODY_FRAGMENT)._start; item !== null; item = item.right) {
    if (!item.deleted && item.content instanceof Y.ContentType) {
      const [block] = headingOf(item.content.type)
      if (block) clause = blockIdAt(block, [index])
      index++
    }
    const entries = found.get(clause) ?? new Set()
    found.set(clause, entries)
    noteItem(item, stamps, entries, 0)
  }
  return new Map(
    [...found]
      .filter(([, entries]) => entries.size > 0)
      .map(([id, entries]) => [id, [...entries].sort(ascending)]),
  )
}

const ascending = (a: number, b: number) => a - b

const headingOf = (type: unknown): readonly NodeJson[] =>
  type instanceof Y.XmlElement && type.nodeName === 'heading' ? readTopLevel(type) : []

const MAX_DEPTH = 200

function noteItem(item: Y.Item, stamps: RecordStamps, entries: Set<number>, depth: number): void {
  const { client, clock } = item.id
  const note = (_from: number, _to: number, seq: number | null) => {
    if (seq !== null) entries.add(seq)
  }
  stamps.inserted.split(client, clock, clock + item.length, note)
  if (item.deleted) stamps.deleted.split(client, clock, clock + item.length, note)
  if (!(item.content instanceof Y.ContentType) || depth > MAX_DEPTH) return
  const { type } = item.content
  for (let child = type._start; child !== null; child = child.right)
    noteItem(child, stamps, entries, depth + 1)
  for (const field of type._map.values())
    for (let value: Y.Item | null = field; value !== null; value = value.left)
      noteItem(value, stamps, entries, depth + 1)
}
