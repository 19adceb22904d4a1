import { createElement, type ReactNode } from 'react'
import { type NodeJson, stringAttribute } from '../../shared/document/document-json.ts'
import classes from './import.module.css'

/** As much as a few pages hold. */
const MAX_BLOCKS = 60

const TAGS: Readonly<Record<string, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  insertion: 'ins',
  deletion: 'del',
}

const BLOCKS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  codeBlock: 'pre',
  tableRow: 'tr',
  tableCell: 'td',
  tableHeader: 'th',
}

/** The first pages of what a file brings, as words: nothing of the file is ever markup here. */
export const ImportPreview = ({ blocks }: { readonly blocks: readonly NodeJson[] }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
  <section className={classes.preview} aria-label="The first pages" tabIndex={0}>
    {blocks.slice(0, MAX_BLOCKS).map((block, index) => blockElement(block, index))}
    {blocks.length > MAX_BLOCKS && <p className={classes.more}>And so on.</p>}
  </section>
)

function blockElement(node: NodeJson, key: number): ReactNode {
  const children = (node.content ?? []).map((child, index) => pieceElement(child, index))
  if (node.type === 'heading') {
    const level = typeof node.attrs?.level === 'number' ? node.attrs.level : 1
    return createElement(`h${Math.min(6, level + 2)}`, { key, dir: 'auto', 'data-level': level }, children)
  }
  if (node.type === 'horizontalRule') return <hr key={key} />
  if (node.type === 'table')
    return (
      <table key={key}>
        <tbody>{children}</tbody>
      </table>
    )
  const tag = BLOCKS[node.type]
  const start = typeof node.attrs?.start === 'number' ? { start: node.attrs.start } : {}
  const span = spans(node)
  if (tag) return createElement(tag, { key, dir: 'auto', ...start, ...span }, children)
  return (
    <p key={key} className={classes.object}>
      {stringAttribute(node, 'name') ?? node.type} {children}
    </p>
  )
}

const spans = (node: NodeJson) => {
  const of = (name: string) => (typeof node.attrs?.[name] === 'number' ? Number(node.attrs[name]) : 1)
  return of('colspan') > 1 || of('rowspan') > 1 ? { colSpan: of('colspan'), rowSpan: of('rowspan') } : {}
}

function pieceElement(node: NodeJson, key: number): ReactNode {
  if (node.type === 'hardBreak') return <br key={key} />
  if (node.type !== 'text') return blockElement(node, key)
  return (node.marks ?? []).reduceRight<ReactNode>(
    (inside, mark) => {
      const tag = TAGS[mark.type] ?? (mark.type === 'comment' ? 'mark' : 'span')
      return createElement(tag, { key }, inside)
    },
    <span key={key}>{node.text}</span>,
  )
}
