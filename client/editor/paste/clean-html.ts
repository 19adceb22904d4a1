import type { Schema } from '@tiptap/pm/model'
import { pastedClauses } from './pasted-clauses.ts'
import { takeMarker, WORD_LIST } from './word-markers.ts'

/** Elements that carry no text of the document. */
const USELESS = 'style, script, meta, link, title, xml, o\\:p, img, svg, object, iframe, template'
const ORDERED = /^\s*(?:\d+|[a-z]{1,3}|[ivxlc]+)[.)]/i

/**
 * HTML from Word, Google Docs or a page, so that the editor's parser finds what it means: Word's list paragraphs become lists,
 * its headings lose the numbers that our clauses count themselves, wrappers and hidden parts go. With a schema, numbered items that
 * are clauses become clauses.
 */
export function cleanHtml(html: string, schema?: Schema): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const element of body.querySelectorAll(USELESS)) element.remove()
  removeComments(body)
  unwrapDocs(body)
  for (const element of body.querySelectorAll<HTMLElement>('[style]')) {
    if (/display:\s*none|mso-hide:\s*all/i.test(element.getAttribute('style') ?? '')) element.remove()
  }
  namedHeadings(body)
  const clauses = schema ? pastedClauses(body, schema) : null
  if (clauses !== null) return clauses
  wordLists(body)
  for (const heading of body.querySelectorAll('h1, h2, h3, h4, h5, h6')) dropNumber(heading)
  return body.innerHTML
}

/** The text of HTML that has no structure but lines. */
export function linesOf(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const element of body.querySelectorAll(USELESS)) element.remove()
  for (const line of body.querySelectorAll('div')) line.append('\n')
  for (const br of body.querySelectorAll('br')) br.replaceWith('\n')
  return body.textContent ?? ''
}

function removeComments(body: HTMLElement): void {
  const comments: Comment[] = []
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT)
  while (walker.nextNode()) comments.push(walker.currentNode as Comment)
  for (const comment of comments) comment.remove()
}

/** Google Docs wraps all in a bold element that means nothing. */
function unwrapDocs(body: HTMLElement): void {
  for (const wrapper of body.querySelectorAll('b[id^="docs-internal-guid"]')) {
    wrapper.replaceWith(...wrapper.childNodes)
  }
}

function namedHeadings(body: HTMLElement): void {
  for (const paragraph of body.querySelectorAll<HTMLElement>('p[class]')) {
    const level = /\bMso(?:Heading|Title)\s?([1-6])?/i.exec(paragraph.className)
    if (!level) continue
    const heading = body.ownerDocument.createElement(`h${level[1] ?? 1}`)
    heading.append(...paragraph.childNodes)
    paragraph.replaceWith(heading)
  }
}

interface OpenList {
  readonly list: HTMLElement
  readonly level: number
  readonly name: string
}

/** Word writes a list as paragraphs with the list's name, a level and a marker in their style. */
function wordLists(body: HTMLElement): void {
  let open: OpenList[] = []
  for (const paragraph of body.querySelectorAll<HTMLElement>('p[style*="mso-list"]')) {
    const [, name = '', level = 0] = WORD_LIST.exec(paragraph.getAttribute('style') ?? '') ?? []
    if (!name) continue
    const tag = ORDERED.test(takeMarker(paragraph)) ? 'ol' : 'ul'
    const goesOn = open[0] !== undefined && paragraph.previousElementSibling === open[0].list
    if (!goesOn || open[0]?.name !== name) open = []
    open = openAt(open, { tag, level: Number(level), name }, paragraph)
    const item = body.ownerDocument.createElement('li')
    const line = body.ownerDocument.createElement('p')
    line.append(...paragraph.childNodes)
    item.append(line)
    open.at(-1)?.list.append(item)
    paragraph.remove()
  }
}

/** The lists that are open when an item of this level stands in the innermost of them. */
function openAt(
  open: readonly OpenList[],
  { tag, level, name }: { tag: string; level: number; name: string },
  paragraph: HTMLElement,
): OpenList[] {
  const outer = open.filter((entry, place) => entry.level <= level || place === 0)
  const innermost = outer.at(-1)
  if (innermost && innermost.level >= level) return outer
  const list = paragraph.ownerDocument.createElement(tag)
  const parent = innermost?.list.lastElementChild
  if (parent) parent.append(list)
  else paragraph.before(list)
  return [...outer, { list, level, name }]
}

/** A typed or generated number in front of a heading would stand beside the one that the editor shows. */
function dropNumber(heading: Element): void {
  takeMarker(heading)
  const walker = heading.ownerDocument.createTreeWalker(heading, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode as Text
    if (text.data.trim() === '') continue
    text.data = text.data.replace(/^\s*(?:(?:\d{1,2}\.)+\d{0,2}|\d{1,2}\))\s+/, '')
    return
  }
}
