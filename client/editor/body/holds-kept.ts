import * as Y from 'yjs'
import { isKept } from './match-blocks.ts'
import type { BodyReading } from './read-body.ts'

/** Whether deleting this item of the shared text would take along something that must be kept, or change a part that is. */
export function holdsKept(item: Y.Item, reading: BodyReading): boolean {
  const own = item.content instanceof Y.ContentType ? item.content.type : null
  if (own instanceof Y.XmlElement && isKept(own, reading)) return true
  for (let parent = item.parent; parent instanceof Y.XmlElement || parent instanceof Y.XmlText; ) {
    if (parent instanceof Y.XmlElement && isKept(parent, reading)) return true
    parent = parent._item?.parent ?? null
  }
  return false
}
