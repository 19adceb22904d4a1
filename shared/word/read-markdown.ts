import { Marked, type Token, type Tokens } from 'marked'
import type { MarkJson, NodeJson } from '../document/document-json.ts'
import { safeHref } from '../document/safe-href.ts'
import { joinTexts, MARK_ORDER } from '../document/yjs-body.ts'
import { err, ok, type Result } from '../result.ts'
import type { ImportRefusal } from './import-refusal.ts'
import { countsOf, type ImportedFile } from './imported-file.ts'
import { LossCounter } from './losses.ts'
import { typedNumber, withoutStart } from './read/typed-numbers.ts'
import { WORD_LIMITS } from './word-limits.ts'

const marked = new Marked({ gfm: true, breaks: false })

/**
 * Reads Markdown into an agreement's text: headings become clauses without the numbers that were typed in front; HTML counts as the
 * words it holds; pictures are left out. A first heading that stands alone at its level is the title.
 */
export function readMarkdown(text: string): Result<ImportedFile, ImportRefusal> {
  if (text.length > WORD_LIMITS.fileBytes / 4) return err({ kind: 'too-large' })
  const reader = new MarkdownReader()
  const tokens = marked.lexer(text.replace(/^\uFEFF/, ''))
  const { title, rest, shift } = takeTitle(tokens)
  const content = reader.blocks(rest, shift)
  if (content.length === 0) return err({ kind: 'empty' })
  const body = { type: 'doc', content } as const
  return ok({
    title,
    body,
    threads: [],
    losses: reader.losses.list(),
    counts: countsOf(body, 0, 0),
  })
}

const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading'

function takeTitle(tokens: readonly Token[]): {
  title: string | null
  rest: readonly Token[]
  shift: number
} {
  const headings = tokens.filter(isHeading)
  const first = tokens.find(({ type }) => type !== 'space')
  const lowest = Math.min(...headings.map(({ depth }) => depth))
  const tops = headings.filter(({ depth }) => depth === lowest)
  if (first && isHeading(first) && tops.length === 1 && first === tops[0] && headings.length > 1) {
    const rest = tokens.filter(token => token !== first)
    const next = Math.min(...rest.filter(isHeading).map(({ depth }) => depth))
    return { title: first.text.trim(), rest, shift: next - 1 }
  }
  return { title: null, rest: tokens, shift: Number.isFinite(lowest) ? lowest - 1 : 0 }
}

const inner = (token: Token): Token[] | undefined => ('tokens' in token ? token.tokens : undefined)

class MarkdownReader {
  readonly losses = new LossCounter()

  blocks(tokens: readonly Token[], shift = 0): NodeJson[] {
    return tokens.flatMap(token => this.#block(token, shift))
  }

  #block(token: Token, shift: number): NodeJson[] {
    switch (token.type) {
      case 'heading':
        return [this.#heading(token as Tokens.Heading, shift)]
      case 'paragraph':
      case 'text':
        return [filled('paragraph', {}, this.#inline(inner(token) ?? [token], []))]
      case 'list':
        return [this.#list(token as Tokens.List)]
      case 'table':
        return [this.#table(token as Tokens.Table)]
      case 'blockquote':
        return [filled('blockquote', {}, this.blocks(inner(token) ?? []))]
      case 'code':
        return [codeBlock((token as Tokens.Code).text)]
      case 'hr':
        return [{ type: 'horizontalRule' }]
      case 'html': {
        const text = withoutTags(token.raw).trim()
        return text === '' ? [] : [filled('paragraph', {}, words(text, []))]
      }
      default:
        return []
    }
  }

  #heading({ depth, tokens }: Tokens.Heading, shift: number): NodeJson {
    const content = this.#inline(tokens, [])
    const text = content.map(({ text }) => text ?? '').join('')
    const number = typedNumber(text, true)
    const isNumber = number && (number.parts.length > 1 || /^\s*\d+[.)]/.test(text))
    const title = isNumber ? withoutStart(content, number.length) : content
    return filled('heading', { level: Math.max(1, depth - shift) }, title)
  }

  #list({ ordered, start, items }: Tokens.List): NodeJson {
    const attrs = ordered ? { start: typeof start === 'number' ? start : 1 } : {}
    return filled(
      ordered ? 'orderedList' : 'bulletList',
      attrs,
      items.map(({ tokens }) => filled('listItem', {}, this.blocks(tokens))),
    )
  }

  #table({ header, rows }: Tokens.Table): NodeJson {
    const row = (type: string, cells: readonly Tokens.TableCell[]) =>
      filled(
        'tableRow',
        {},
        cells.map(cell =>
          filled(type, { colspan: 1, rowspan: 1 }, [filled('paragraph', {}, this.#inline(cell.tokens, []))]),
        ),
      )
    return filled('table', {}, [row('tableHeader', header), ...rows.map(cells => row('tableCell', cells))])
  }

  #inline(tokens: readonly Token[], marks: readonly MarkJson[]): NodeJson[] {
    return joinTexts(tokens.flatMap(token => this.#piece(token, marks)))
  }

  #piece(token: Token, marks: readonly MarkJson[]): NodeJson[] {
    const within = (mark: MarkJson) => this.#inline(inner(token) ?? [], [...marks, mark])
    switch (token.type) {
      case 'strong':
        return within({ type: 'bold' })
      case 'em':
        return within({ type: 'italic' })
      case 'del':
        return within({ type: 'strike' })
      case 'link': {
        const href = safeHref((token as Tokens.Link).href)
        if (href !== null) return within({ type: 'link', attrs: { href } })
        this.losses.add('unsafe-link', (token as Tokens.Link).href)
        return this.#inline(inner(token) ?? [], marks)
      }
      case 'codespan':
        return words(unescaped((token as Tokens.Codespan).text), [{ type: 'code' }])
      case 'br':
        return [{ type: 'hardBreak' }]
      case 'image':
        this.losses.add('picture', (token as Tokens.Image).text)
        return []
      case 'html':
        return /^<br\s*\/?>$/i.test(token.raw)
          ? [{ type: 'hardBreak' }]
          : words(withoutTags(token.raw), marks)
      default: {
        const tokens = inner(token)
        if (tokens) return this.#inline(tokens, marks)
        return words(unescaped('text' in token ? String(token.text) : token.raw), marks)
      }
    }
  }
}

const HTML_TAG =
  /<!--[\s\S]*?-->|<\/?(?:a|abbr|b|blockquote|br|center|code|del|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|small|span|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|u|ul)\b[^>]*>/gi

/** HTML's own tags say nothing; other words in angle brackets, such as a placeholder `<Customer>`, are words. */
const withoutTags = (html: string) => html.replace(HTML_TAG, '')

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': '\u00a0',
}

const unescaped = (text: string) =>
  text.replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, entity => ENTITIES[entity] ?? entity)

function words(text: string, marks: readonly MarkJson[]): NodeJson[] {
  if (text === '') return []
  const sorted = [...marks].sort((a, b) => MARK_ORDER.indexOf(a.type) - MARK_ORDER.indexOf(b.type))
  const line = text.replace(/\n/g, ' ')
  return [{ type: 'text', text: line, ...(sorted.length > 0 && { marks: sorted }) }]
}

const codeBlock = (text: string): NodeJson =>
  filled('codeBlock', {}, text === '' ? [] : [{ type: 'text', text }])

const filled = (
  type: string,
  attrs: NonNullable<NodeJson['attrs']>,
  content: readonly NodeJson[],
): NodeJson => ({
  type,
  ...(Object.keys(attrs).length > 0 && { attrs }),
  ...(content.length > 0 && { content }),
})
