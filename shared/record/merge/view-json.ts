import * as Y from 'yjs'
import type { AttributeValue, DocumentJson, MarkJson, NodeJson } from '../../document/document-json.ts'
import { earlierValues } from '../earlier-values.ts'
import type { MergeSides, Piece, View } from './merge-sides.ts'

/**
 * Reads the text as it stood in one of the views, for the extraction of terms. Blocks that can state no term are left out, and those
 * that no side touched are the same objects in every view. Enough for that purpose: marks keep their names, attributes that are null
 * are left out.
 */
export class ViewReader {
  readonly #root: Y.XmlFragment
  readonly #sides: MergeSides
  readonly #touched: ReadonlySet<Y.XmlElement>
  readonly #untouched = new Map<Y.XmlElement, NodeJson>()
  /** Each text is read in four views. */
  readonly #pieces = new Map<Y.Item, readonly Piece[]>()
  #stating: readonly Y.Item[] | null = null

  /** `touched`: the top-level elements that a side changed, in or around. */
  constructor(root: Y.XmlFragment, sides: MergeSides, touched: ReadonlySet<Y.XmlElement>) {
    this.#root = root
    this.#sides = sides
    this.#touched = touched
  }

  /** The blocks that may state a term. */
  read(view: View): DocumentJson {
    this.#stating ??= [...itemsOf(this.#root)].filter(({ content }) => {
      const element = content instanceof Y.ContentType ? content.type : null
      return element instanceof Y.XmlElement && !isPlain(element)
    })
    return { type: 'doc', content: this.#nodes(this.#stating, view, true) }
  }

  /** An element as it stood in a view in which it lives. */
  nodeIn(element: Y.XmlElement, view: View): NodeJson {
    return this.#node(element, view)
  }

  /** A top-level element in a view, without its content; null where it does not live. */
  headIn(element: Y.XmlElement, view: View): NodeJson | null {
    const item = element._item
    const lives = item && this.#sides.aliveness(item.id.client, item.id.clock)[view]
    return lives ? { type: element.nodeName, attrs: this.#attributes(element, view) } : null
  }

  #children(parent: Y.XmlElement, view: View): NodeJson[] {
    return this.#nodes(itemsOf(parent), view, false)
  }

  #nodes(items: Iterable<Y.Item>, view: View, top: boolean): NodeJson[] {
    const nodes: NodeJson[] = []
    for (const item of items) {
      if (!(item.content instanceof Y.ContentType)) continue
      if (!this.#sides.aliveness(item.id.client, item.id.clock)[view]) continue
      const { type } = item.content
      if (type instanceof Y.XmlElement) nodes.push(top ? this.#topLevel(type, view) : this.#node(type, view))
      else if (type instanceof Y.XmlText) nodes.push(...this.#texts(type, view))
    }
    return nodes
  }

  #topLevel(element: Y.XmlElement, view: View): NodeJson {
    if (this.#touched.has(element)) return this.#node(element, view)
    const known = this.#untouched.get(element) ?? this.#node(element, 'merged')
    this.#untouched.set(element, known)
    return known
  }

  #node(element: Y.XmlElement, view: View): NodeJson {
    const content = this.#children(element, view)
    return { type: element.nodeName, attrs: this.#attributes(element, view), content }
  }

  #attributes(element: Y.XmlElement, view: View): Record<string, AttributeValue> {
    const found: Record<string, AttributeValue> = {}
    for (const [name, newest] of element._map) {
      earlierValues(newest, (client, clock, value) => {
        const by = this.#sides.insertedBy(client, clock)
        if (by === 'later' || !(by === 'base' || view === 'merged' || by === view)) return false
        if (value !== null && this.#sides.aliveness(client, clock)[view]) found[name] = value
        return true
      })
    }
    return found
  }

  #piecesOf(item: Y.Item): readonly Piece[] {
    const pieces = this.#pieces.get(item) ?? this.#sides.pieces(item.id.client, item.id.clock, item.length)
    this.#pieces.set(item, pieces)
    return pieces
  }

  #texts(text: Y.XmlText, view: View): NodeJson[] {
    const marks = new Map<string, unknown>()
    const nodes: { text: string; marks: MarkJson[] }[] = []
    let changed = true
    for (let item = text._start; item !== null; item = item.right) {
      const { client, clock } = item.id
      if (item.content instanceof Y.ContentFormat) {
        if (!this.#sides.aliveness(client, clock)[view]) continue
        const { key, value } = item.content
        if (value === null) marks.delete(key)
        else marks.set(key, value)
        changed = true
      } else if (item.content instanceof Y.ContentString) {
        for (const piece of this.#piecesOf(item)) {
          if (!piece.life[view]) continue
          const part = item.content.str.slice(piece.from - clock, piece.to - clock)
          const last = nodes.at(-1)
          if (last && !changed) last.text += part
          else nodes.push({ text: part, marks: [...marks].map(toMark) })
          changed = false
        }
      }
    }
    return nodes.map(({ text: words, marks: set }) => ({
      type: 'text',
      text: words,
      ...(set.length > 0 && { marks: set }),
    }))
  }
}

function* itemsOf(parent: Y.XmlFragment | Y.XmlElement): Generator<Y.Item> {
  for (let item = parent._start; item !== null; item = item.right) yield item
}

/** A line of words that never had a mark: it holds no object, and words without a mark state no term. */
function isPlain(element: Y.XmlElement): boolean {
  if (element.nodeName !== 'heading' && element.nodeName !== 'paragraph') return false
  for (const { content } of itemsOf(element)) {
    if (!(content instanceof Y.ContentType) || !(content.type instanceof Y.XmlText)) continue
    for (let item = content.type._start; item !== null; item = item.right)
      if (item.content instanceof Y.ContentFormat) return false
  }
  return true
}

const toMark = ([type, value]: [string, unknown]): MarkJson => {
  const attrs = typeof value === 'object' && value !== null ? Object.entries(value) : []
  const set = attrs.filter(([, each]) => each !== null)
  return set.length > 0 ? { type, attrs: Object.fromEntries(set) } : { type }
}
