import * as Y from 'yjs'
import type { AttributeValue } from '../document/document-json.ts'

/**
 * Visits the values of one field, newest first, until `visit` gives true. Yjs may keep several values that one client wrote in a row
 * in one item.
 */
export function earlierValues(
  newest: Y.Item,
  visit: (client: number, clock: number, value: AttributeValue) => boolean,
): void {
  for (let item: Y.Item | null = newest; item !== null; item = item.left)
    for (let offset = item.length - 1; offset >= 0; offset--)
      if (visit(item.id.client, item.id.clock + offset, valueAt(item, offset))) return
}

/** The value that was written last, whether it stands or not. */
export const newestValue = (newest: Y.Item): AttributeValue => valueAt(newest, newest.length - 1)

const valueAt = ({ content }: Y.Item, offset: number): AttributeValue =>
  content instanceof Y.ContentAny ? (content.arr[offset] ?? null) : null
