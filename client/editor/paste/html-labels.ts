import { formatOfCss, MarkerReader, withOutlines } from '../../../shared/word/read/marker-label.ts'
import { figure, type Label } from '../../../shared/word/read/numbering.ts'
import { takeMarker, WORD_LIST } from './word-markers.ts'

/** A block of the clipboard; `first` is the index of the block that begins its list item, or its own. */
interface Item {
  readonly element: HTMLElement
  readonly first: number
}

interface InList {
  readonly name: string
  readonly level: number
  readonly format: string
  readonly isOutline: boolean
}

const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, ol, ul, table, blockquote, pre, hr, div, section, article, li'
const LEAVES = /^(?:P|H[1-6]|TABLE|BLOCKQUOTE|PRE|HR)$/

/** Lays HTML out as blocks in reading order and says which label stands in front of each. */
export class HtmlLabels {
  readonly #items: Item[] = []
  readonly #labels: (Label | null)[] = []
  readonly #markers = new MarkerReader()
  /** The ordered list that was read last at the top, so that one that counts on is the same list. */
  #last = { name: '', ordinal: 0 }
  #lists = 0

  read(body: HTMLElement): { items: readonly Item[]; labels: readonly (Label | null)[] } {
    this.#children(body)
    return { items: this.#items, labels: withOutlines(this.#labels) }
  }

  #children(parent: Element, first: number | null = null): void {
    let line: HTMLElement | null = null
    for (const child of [...parent.childNodes]) {
      const element = child instanceof HTMLElement ? child : null
      if (element?.matches(BLOCKS) || element?.querySelector(BLOCKS)) {
        line = null
        this.#block(element, first)
      } else if (line) line.append(child.cloneNode(true))
      else if (element || (child.textContent ?? '').trim() !== '') {
        line = parent.ownerDocument.createElement('p')
        line.append(child.cloneNode(true))
        this.#push(line, null, first)
      }
    }
  }

  #block(element: HTMLElement, first: number | null): void {
    if (element.matches('ol, ul')) this.#list(element, null)
    else if (LEAVES.test(element.tagName)) this.#push(element, this.#wordLabel(element), first)
    else this.#children(element, first)
  }

  #push(element: HTMLElement, label: Label | null, first: number | null): void {
    const index = this.#items.length
    this.#items.push({ element, first: first ?? index })
    this.#labels.push(label)
  }

  /** Word for the desktop writes a label in front of the paragraph, in a part that it says to ignore. */
  #wordLabel(element: HTMLElement): Label | null {
    const [, list = '', level = 0] = WORD_LIST.exec(element.getAttribute('style') ?? '') ?? []
    const text = takeMarker(element)
      .replace(/\u00a0/g, ' ')
      .trim()
    if (text === '' || (list === '' && !/^H\d$/.test(element.tagName))) return null
    const depth = list === '' ? Number(element.tagName.slice(1)) : Number(level)
    return this.#markers.label({ text, list: list || 'headings', level: Math.max(0, depth - 1) })
  }

  #list(list: HTMLElement, around: InList | null): void {
    const level = around ? around.level + 1 : 0
    let ordinal = Number(list.getAttribute('start') ?? 1) || 1
    const name = around?.name ?? this.#nameOf(list, ordinal)
    let before = around
    for (const child of list.children) {
      if (!(child instanceof HTMLElement)) continue
      // Google Docs puts a deeper list beside the item that it belongs to.
      if (child.matches('ol, ul')) this.#list(child, before)
      if (child.tagName !== 'LI') continue
      before = { name, level: levelOf(child) ?? level, ...countingOf(child, around) }
      this.#item(child, before, ordinal)
      if (level === 0 && before.format !== 'bullet') this.#last = { name, ordinal }
      ordinal += 1
    }
  }

  #nameOf(list: Element, ordinal: number): string {
    const stated = list.querySelector('[data-listid]')?.getAttribute('data-listid')
    if (stated) return `list ${stated}`
    if (ordinal > 1 && ordinal === this.#last.ordinal + 1) return this.#last.name
    this.#lists += 1
    return `list-${this.#lists}`
  }

  #item(li: HTMLElement, own: InList, ordinal: number): void {
    const at = this.#items.length
    const content = li.cloneNode(true) as HTMLElement
    for (const child of [...content.children]) if (child.matches('ol, ul')) child.remove()
    this.#children(content, at)
    const isBullet = own.format === 'bullet'
    const text = isBullet ? '•' : `${figure(ordinal, own.format)}.`
    const { level, format, isOutline, name: numId } = own
    if (this.#items.length > at)
      this.#labels[at] = { text, isBullet, level, ordinal, format, numId, isOutline }
    for (const child of li.children)
      if (child instanceof HTMLElement && child.matches('ol, ul')) this.#list(child, own)
  }
}

const TYPES: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

/** Word for the web and Google Docs say how deep an item is. */
function levelOf(item: Element): number | null {
  const stated = Number(item.getAttribute('data-aria-level') ?? item.getAttribute('aria-level') ?? 0)
  return stated > 0 ? stated - 1 : null
}

/** How an item counts: by its own style, by its list's, or as browsers do. */
function countingOf(item: Element, around: InList | null): Pick<InList, 'format' | 'isOutline'> {
  const list = item.parentElement
  const styleOf = (element: Element | null) =>
    /list-style(?:-type)?:\s*([a-z-]+)/i.exec(element?.getAttribute('style') ?? '')?.[1]
  const stated = styleOf(item) ?? styleOf(list)
  const usual = list?.tagName === 'UL' ? 'bullet' : (TYPES[list?.getAttribute('type') ?? ''] ?? 'decimal')
  const format = stated ? formatOfCss(stated) : usual
  const pattern = item.getAttribute('data-leveltext') ?? ''
  // A figure that is asked for below a figure is 1.1: an author who wants another says letters.
  const isLegal = stated === 'decimal' && around?.format === 'decimal'
  return { format, isOutline: isLegal || (pattern.includes('%1') && pattern.includes('%2')) }
}
