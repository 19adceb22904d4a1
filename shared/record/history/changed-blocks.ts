import * as Y from 'yjs'
import { BODY_FRAGMENT } from '../../document/node-types.ts'
import type { RecordStamps } from '../record-stamps.ts'

/**
 * The top-level blocks in which something was written or removed by entries after `from` up to `to`, alive or not. All others read
 * the same after either. `doc` must keep what was deleted.
 */
export function changedBlocks(
  doc: Y.Doc,
  stamps: RecordStamps,
  from: number,
  to: number,
): ReadonlySet<Y.XmlElement> {
  const root = doc.getXmlFragment(BODY_FRAGMENT)
  const changed = new Set<Y.XmlElement>()
  for (const ranges of [stamps.inserted, stamps.deleted])
    for (const [client, start, end] of ranges.between(from, to))
      addBlocks(changed, doc, { client, start, end }, root)
  return changed
}

function addBlocks(
  changed: Set<Y.XmlElement>,
  doc: Y.Doc,
  { client, start, end }: { readonly client: number; readonly start: number; readonly end: number },
  root: Y.XmlFragment,
): void {
  const structs = doc.store.clients.get(client)
  if (!structs || start >= Y.getState(doc.store, client)) return
  for (let index = Y.findIndexSS(structs, start); index < structs.length; index++) {
    const struct = structs[index]
    if (!struct || struct.id.clock >= end) return
    const block = struct instanceof Y.Item ? topLevelOf(struct, root) : null
    if (block) changed.add(block)
  }
}

/** The block of the text that an item is, or is in; null for what is not in the text. */
function topLevelOf(item: Y.Item, root: Y.XmlFragment): Y.XmlElement | null {
  let at: Y.Item | null = item
  while (at !== null) {
    const { parent }: Y.Item = at
    if (parent === root)
      return at.content instanceof Y.ContentType && at.content.type instanceof Y.XmlElement
        ? at.content.type
        : null
    at = parent instanceof Y.AbstractType ? parent._item : null
  }
  return null
}
