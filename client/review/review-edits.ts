import type { Editor } from '@tiptap/core'
import { Fragment, type Node } from '@tiptap/pm/model'
import { Selection, type Transaction } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { placeOfContext } from '../../shared/record/merge/context-place.ts'
import type { BlockFinding, LostBlock, Place } from '../../shared/record/merge/merge-finding.ts'
import type { SettlementKind } from '../../shared/record/merge/merge-rooms.ts'
import type { AnswerWay } from './review-words.ts'

interface Placed {
  readonly node: Node
  readonly pos: number
}

/**
 * Carries out what answers a finding, as one edit of the person's own that undo takes back. Gives how the finding is settled by it
 * and where the change is, or null when the text has changed so much that there is no place for it any more.
 */
export function answerFinding(
  editor: Editor,
  finding: BlockFinding,
  way: AnswerWay = 'usual',
): { readonly how: SettlementKind; readonly pos: number } | null {
  const text = new TextNow(editor)
  const { tr } = editor.state
  const done = way === 'paragraph' ? newParagraph(text, tr, finding) : carryOut(text, tr, finding)
  if (!done || !tr.docChanged) return null
  const pos = Math.min(tr.mapping.map(done.pos, -1), tr.doc.content.size)
  tr.setSelection(Selection.near(tr.doc.resolve(pos)))
  editor.view.dispatch(tr)
  return { how: done.how, pos }
}

type Done = { readonly how: SettlementKind; readonly pos: number } | null

function carryOut(text: TextNow, tr: Transaction, finding: BlockFinding): Done {
  switch (finding.kind) {
    case 'swallowed': {
      const at = finding.restoreAt && text.position(finding.restoreAt, finding)
      if (at !== null) {
        tr.insertText(finding.text.replaceAll('\uFFFC', ''), at)
        return { how: 'restored', pos: at }
      }
      return finding.lost ? putBack(text, tr, finding.lost) : null
    }
    case 'swallowed-block':
    case 'emptied':
      return finding.lost ? putBack(text, tr, finding.lost) : null
    case 'swallowed-field':
      return setField(text, tr, finding.copyKey, finding.name, finding.value, 'restored')
    case 'field': {
      const other = finding.merged === finding.mine ? finding.theirs : finding.mine
      return setField(text, tr, finding.block.key, finding.name, other, 'picked')
    }
    case 'stranded':
      return moveText(text, tr, finding)
    case 'returned':
      return removeReturned(text, tr, finding)
    case 'duplicate':
      return removeCopy(text, tr, finding)
    case 'both-touched':
      return null
  }
}

/** What was lost as a paragraph of its own, behind the block that it stood in or where that stood. */
function newParagraph(text: TextNow, tr: Transaction, finding: BlockFinding): Done {
  if (finding.kind !== 'swallowed') return null
  const words = finding.words.replaceAll('\uFFFC', '').trim()
  const { paragraph } = tr.doc.type.schema.nodes
  if (words === '' || !paragraph) return null
  const pos = text.placeBehind(finding.block.key)
  tr.insert(pos, paragraph.create(null, tr.doc.type.schema.text(words)))
  return { how: 'restored', pos: pos + 1 }
}

function setField(
  text: TextNow,
  tr: Transaction,
  key: string | null,
  name: string,
  value: unknown,
  how: SettlementKind,
): Done {
  const placed = key === null ? null : text.block(key)
  if (!placed || !(name in placed.node.attrs)) return null
  tr.setNodeAttribute(placed.pos, name, value)
  return { how, pos: placed.pos + 1 }
}

/** A block that is gone comes back where it stood: behind the nearest of its neighbours that is still there. */
function putBack(text: TextNow, tr: Transaction, lost: LostBlock): Done {
  const node = text.nodeOf(lost.node)
  const standing = text.block(lost.key)
  if (!node) return null
  if (standing) {
    tr.replaceWith(standing.pos, standing.pos + standing.node.nodeSize, node)
    return { how: 'restored', pos: standing.pos }
  }
  const pos = text.placeFor(lost.key, node)
  if (pos === null) return null
  tr.insert(pos, node)
  return { how: 'restored', pos }
}

function moveText(text: TextNow, tr: Transaction, finding: BlockFinding & { kind: 'stranded' }): Done {
  const from = text.block(finding.block.key)
  const to = finding.moveTo && text.position(finding.moveTo, finding)
  if (!from || to === null) return null
  const offset = textOfLine(from.node).indexOf(finding.text)
  if (offset < 0) return null
  const start = from.pos + 1 + positionIn(from.node, offset)
  const end = from.pos + 1 + positionIn(from.node, offset + finding.text.length)
  if (to > start && to < end) return null
  const slice = from.node.slice(start - from.pos - 1, end - from.pos - 1)
  tr.delete(start, end).insert(tr.mapping.map(to), slice.content)
  return { how: 'restored', pos: to }
}

/** The block, where it holds nothing else by now; else the words in it. */
function removeReturned(text: TextNow, tr: Transaction, finding: BlockFinding & { kind: 'returned' }): Done {
  const placed = text.block(finding.block.key)
  if (!placed) return null
  const line = placed.node.isTextblock ? textOfLine(placed.node) : null
  if (line === null || line.trim() === finding.text) {
    const { from, to } = withWhatItFills(tr, placed)
    tr.delete(from, to)
    return { how: 'removed', pos: from }
  }
  const at = line.indexOf(finding.text)
  if (at < 0 || finding.text === '') return null
  const start = placed.pos + 1
  const end = at + finding.text.length
  tr.delete(start + positionIn(placed.node, at), start + positionIn(placed.node, end))
  return { how: 'removed', pos: start + positionIn(placed.node, at) }
}

/** Of two blocks the one that came with the person who came back goes; of words that stand twice in a row, the second. */
function removeCopy(text: TextNow, tr: Transaction, finding: BlockFinding & { kind: 'duplicate' }): Done {
  const [first, second] = finding.keys
  if (second !== undefined) {
    const kept = text.block(second)
    const copy = first === undefined ? null : text.block(first)
    if (!copy || !kept) return null
    const { from, to } = withWhatItFills(tr, copy)
    tr.delete(from, to)
    return { how: 'removed', pos: from }
  }
  const placed = first === undefined ? null : text.block(first)
  if (!placed) return null
  const line = textOfLine(placed.node)
  const once = line.indexOf(finding.text)
  const twice = once < 0 ? -1 : line.indexOf(finding.text, once + finding.text.length)
  if (twice < 0) return null
  const between = line.slice(once + finding.text.length, twice)
  const from = between.trim() === '' ? once + finding.text.length : twice
  const start = placed.pos + 1 + positionIn(placed.node, from)
  tr.delete(start, placed.pos + 1 + positionIn(placed.node, twice + finding.text.length))
  return { how: 'removed', pos: start }
}

/** A block with the item, list or quote that would be empty without it. */
function withWhatItFills(
  tr: Transaction,
  { node, pos }: Placed,
): { readonly from: number; readonly to: number } {
  const $pos = tr.doc.resolve(pos)
  let depth = $pos.depth
  while (depth > 0 && $pos.node(depth).childCount === 1) depth--
  return depth === $pos.depth
    ? { from: pos, to: pos + node.nodeSize }
    : { from: $pos.before(depth + 1), to: $pos.after(depth + 1) }
}

/** The words of a line as merge review counts them: an object in it has none. */
const textOfLine = (line: Node): string => line.textBetween(0, line.content.size, '', '')

/** The place in a line's content behind so many characters of its text. */
function positionIn(line: Node, characters: number): number {
  let left = characters
  let pos = 0
  line.forEach(child => {
    if (left <= 0) return
    if (!child.isText) {
      pos += child.nodeSize
      return
    }
    const taken = Math.min(left, child.nodeSize)
    pos += taken
    left -= taken
  })
  return pos
}

/** The text as it is now, by the keys that findings use: where Yjs elements stand in the editor. */
class TextNow {
  readonly #editor: Editor
  readonly #places = new Map<Node, number>()

  constructor(editor: Editor) {
    this.#editor = editor
    editor.state.doc.descendants((node, pos) => {
      this.#places.set(node, pos)
      return !node.isTextblock
    })
  }

  block(key: string): Placed | null {
    const element = this.#element(key)
    return element && this.#placed(element)
  }

  /** Where words go back: by what stands around them now. */
  position(place: Place, context: { readonly before: string; readonly after: string }): number | null {
    const placed = this.block(place.blockKey)
    if (!placed?.node.isTextblock) return null
    const line = textOfLine(placed.node)
    const offset = placeOfContext(line, context)?.offset ?? Math.min(place.after, line.length)
    return placed.pos + 1 + positionIn(placed.node, offset)
  }

  nodeOf(json: LostBlock['node']): Node | null {
    try {
      return this.#editor.schema.nodeFromJSON(json)
    } catch {
      // Of a newer version of the schema: it must not come back as less than it was.
      return null
    }
  }

  /** Where a block that is gone stood, if it may stand there. */
  placeFor(key: string, node: Node): number | null {
    const element = this.#element(key)
    for (let item = element?._item?.left ?? null; item !== null; item = item.left) {
      const sibling = item.content instanceof Y.ContentType ? item.content.type : null
      const placed = sibling instanceof Y.XmlElement && !item.deleted ? this.#placed(sibling) : null
      if (placed) return this.#allowed(placed.pos + placed.node.nodeSize, node)
    }
    const parent = element?.parent
    const around = parent instanceof Y.XmlElement ? this.#placed(parent) : null
    return this.#allowed(around ? around.pos + 1 : 0, node)
  }

  /** Behind the top-level block that holds or held this one. */
  placeBehind(key: string): number {
    let element = this.#element(key)
    while (element?.parent instanceof Y.XmlElement) element = element.parent
    for (let item = element?._item ?? null; item !== null; item = item.left) {
      const block = item.content instanceof Y.ContentType ? item.content.type : null
      const placed = block instanceof Y.XmlElement && !item.deleted ? this.#placed(block) : null
      if (placed) return placed.pos + placed.node.nodeSize
    }
    return 0
  }

  #allowed(pos: number, node: Node): number | null {
    const { doc } = this.#editor.state
    const $pos = doc.resolve(pos)
    const index = $pos.index()
    if ($pos.parent.canReplace(index, index, Fragment.from(node))) return pos
    return null
  }

  #placed(element: Y.XmlElement): Placed | null {
    const node = this.#editor.storage.bodySync.binding?.mapping.get(element)
    if (!node || Array.isArray(node)) return null
    const pos = this.#places.get(node)
    return pos === undefined ? null : { node, pos }
  }

  #element(key: string): Y.XmlElement | null {
    const doc = this.#editor.storage.bodySync.binding?.doc
    const [client, clock] = key.split(':').map(Number)
    if (!doc || client === undefined || clock === undefined) return null
    if (Y.getState(doc.store, client) <= clock) return null
    const item = Y.getItem(doc.store, Y.createID(client, clock))
    const own = item instanceof Y.Item && item.content instanceof Y.ContentType ? item.content.type : null
    return own instanceof Y.XmlElement ? own : null
  }
}
