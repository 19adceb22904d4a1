import { TERM_KIND_WORDS } from '../../terms/words.ts'
import { stampOfMark } from '../changes/change-marks.ts'
import { type MarkJson, type NodeJson, stringAttribute } from '../document-json.ts'
import type { ObjectNames } from '../object-view.ts'
import { findPlaceholders } from '../placeholders.ts'
import { safeHref } from '../safe-href.ts'
import { escapeHtml } from './escape-html.ts'

const TAGS: Readonly<Record<string, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
}

/** Running text with its marks. A mark that is unknown leaves its text plain; an unknown inline object reads as its text. */
export const htmlInline = (content: readonly NodeJson[], names: ObjectNames): string =>
  content.map(node => inlineNode(node, names)).join('')

function inlineNode(node: NodeJson, names: ObjectNames): string {
  if (node.type === 'hardBreak') return '<br>'
  if (node.type === 'partyRef') {
    const name = names.party(stringAttribute(node, 'partyId') ?? '')
    return `<span class="party-ref">${withGaps(name)}</span>`
  }
  if (node.type !== 'text') return htmlInline(node.content ?? [], names)
  // The first mark is the outermost, as in the editor.
  return (node.marks ?? []).reduceRight((html, mark) => marked(mark, html), withGaps(node.text ?? ''))
}

function marked(mark: MarkJson, html: string): string {
  if (mark.type === 'link') {
    const href = safeHref(stringAttribute(mark, 'href'))
    return href === null ? html : `<a href="${escapeHtml(href)}" rel="noopener noreferrer">${html}</a>`
  }
  if (mark.type === 'term') {
    const kind = stringAttribute(mark, 'kind') ?? ''
    const words: Readonly<Record<string, string>> = TERM_KIND_WORDS
    const title = Object.hasOwn(words, kind) ? ` title="${escapeHtml(words[kind] ?? '')}"` : ''
    return `<span class="term"${title}>${html}</span>`
  }
  const change = stampOfMark(mark)
  if (change) {
    const tag = change.kind === 'insertion' ? 'ins' : 'del'
    const when = change.date === null ? '' : ` datetime="${escapeHtml(change.date)}"`
    const who = change.author === '' ? '' : ` title="${escapeHtml(change.author)}"`
    return `<${tag}${who}${when}>${html}</${tag}>`
  }
  const tag = Object.hasOwn(TAGS, mark.type) ? TAGS[mark.type] : undefined
  return tag ? `<${tag}>${html}</${tag}>` : html
}

/** Plain text as HTML, with the gaps left to fill in set off. */
export function withGaps(text: string): string {
  let html = ''
  let at = 0
  for (const gap of findPlaceholders(text)) {
    html += `${escapeHtml(text.slice(at, gap.start))}<mark>${escapeHtml(gap.text)}</mark>`
    at = gap.end
  }
  return html + escapeHtml(text.slice(at))
}
