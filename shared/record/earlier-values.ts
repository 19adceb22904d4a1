import * as Y from 'yjs'
import type { AttributeValue } from '../document/document-json.ts'

/** Values of one field, newest first. Yjs may keep several values that one client wrote in a row in one item. */
export function* earlierValues(
  newest: Y.Item,
): Generator<{ id: { client: number; clock: number }; value: AttributeValue }> {
  for (let item: Y.Item | null = newest; item !== null; item = item.left) {
    const values = item.content instanceof Y.ContentAny ? item.content.arr : []
    for (let offset = item.length - 1; offset >= 0; offset--) {
      yield { id: { client: item.id.client, clock: item.id.clock + offset }, value: values[offset] ?? null }
    }
  }
}
