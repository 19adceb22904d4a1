import type { AttributeValue, NodeJson } from '../../document/document-json.ts'
import type { Label } from './numbering.ts'

interface OpenList {
  readonly node: { type: string; attrs: Record<string, AttributeValue>; content: MutableItem[] }
  readonly label: Label
}

interface MutableItem {
  readonly type: 'listItem'
  readonly content: NodeJson[]
}

const TYPES: Readonly<Record<string, string>> = {
  lowerLetter: 'a',
  upperLetter: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
}

/** Builds lists from labelled paragraphs: deeper levels nest in the item before, another list of the file begins a new one. */
export class ListBuilder {
  #open: OpenList[] = []
  readonly #place: (list: NodeJson) => void

  /** `place` is given each outermost list when it begins; the list grows afterwards. */
  constructor(place: (list: NodeJson) => void) {
    this.#place = place
  }

  add(label: Label, content: readonly NodeJson[]): void {
    const item: MutableItem = { type: 'listItem', content: [...content] }
    this.#open = this.#open.filter(list => list.label.level <= label.level)
    const last = this.#open.at(-1)
    if (last && last.label.level === label.level && last.label.numId === label.numId) {
      last.node.content.push(item)
      return
    }
    if (last && last.label.level === label.level) this.#open.pop()
    this.#begin(label, item)
  }

  /** Something that is no list item came: the next item begins a list. */
  end(): void {
    this.#open = []
  }

  #begin(label: Label, item: MutableItem): void {
    const type = TYPES[label.format]
    const node = label.isBullet
      ? { type: 'bulletList', attrs: {}, content: [item] }
      : {
          type: 'orderedList',
          attrs: { start: label.ordinal, ...(type !== undefined && { type }) },
          content: [item],
        }
    const parent = this.#open.at(-1)?.node.content.at(-1)
    if (parent) parent.content.push(node)
    else this.#place(node)
    this.#open.push({ node, label })
  }
}
