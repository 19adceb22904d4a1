import { DOMParser, DOMSerializer, Node, type Schema } from '@tiptap/pm/model'
import type { NodeJson } from '../../../shared/document/document-json.ts'
import type { Label } from '../../../shared/word/read/numbering.ts'
import { clausesOfPaste, type PastedBlock } from '../../../shared/word/read/pasted-clauses.ts'
import { HtmlLabels } from './html-labels.ts'

/**
 * Pasted HTML whose numbered items are clauses, as HTML of headings and what follows them: read by the same rules as a Word file that
 * is imported. Null where it has none; then a list stays a list.
 */
export function pastedClauses(body: HTMLElement, schema: Schema): string | null {
  // Where there are none, the list keeps the labels that reading takes out.
  const { items, labels } = new HtmlLabels().read(body.cloneNode(true) as HTMLElement)
  const holder = body.ownerDocument.createElement('div')
  for (const [index, { element }] of items.entries()) {
    const copy = element.cloneNode(true) as HTMLElement
    // The schema reads a block's id: by it the block is known again behind the parser.
    copy.setAttribute('data-id', `paste-${index}`)
    holder.append(copy)
  }
  const parsed = DOMParser.fromSchema(schema).parse(holder).toJSON() as NodeJson
  const blocks = clausesOfPaste(blocksOf(parsed.content ?? [], items, labels))
  if (!blocks) return null
  const read = Node.fromJSON(schema, { type: 'doc', content: blocks })
  const out = body.ownerDocument.createElement('div')
  out.append(DOMSerializer.fromSchema(schema).serializeFragment(read.content))
  return out.innerHTML
}

/** The parsed blocks with their labels; what else an item holds goes with its first line. */
function blocksOf(
  nodes: readonly NodeJson[],
  items: readonly { readonly first: number }[],
  labels: readonly (Label | null)[],
): PastedBlock[] {
  const blocks: { node: NodeJson; label: Label | null; more: NodeJson[]; first: number }[] = []
  for (const parsed of nodes) {
    const index = Number(/^paste-(\d+)$/.exec(String(parsed.attrs?.id))?.[1] ?? -1)
    const node: NodeJson = parsed.attrs ? { ...parsed, attrs: { ...parsed.attrs, id: null } } : parsed
    const first = items[index]?.first ?? -1
    const last = blocks.at(-1)
    if (last?.label && first === last.first && first !== index) last.more.push(node)
    else blocks.push({ node, label: labels[index] ?? null, more: [], first })
  }
  return blocks
}
