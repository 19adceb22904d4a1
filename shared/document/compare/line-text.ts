import { type NodeJson, stringAttribute } from '../document-json.ts'
import type { LinePart } from './text-line.ts'

/** The attribute under which a node, a text too, carries the entry of the record that brought it. Never in a real text. */
export const SEQ_ATTRIBUTE = '@seq'

/** The entry that brought the node, where that is known. */
export function seqOf(node: NodeJson): number | null {
  const seq = node.attrs?.[SEQ_ATTRIBUTE]
  return typeof seq === 'number' ? seq : null
}

/** The running text of a line with where its parts come from, and its formatting as a text to compare. */
export function lineText(
  content: readonly NodeJson[],
  partyName: (partyId: string) => string,
): { readonly text: string; readonly parts: readonly LinePart[]; readonly format: string } {
  const parts: LinePart[] = []
  const formats: string[] = []
  let length = 0
  const push = (text: string, seq: number | null) => {
    const last = parts.at(-1)
    if (last && last.seq === seq) parts[parts.length - 1] = { text: last.text + text, seq }
    else if (text !== '') parts.push({ text, seq })
    length += text.length
  }
  const visit = (node: NodeJson): void => {
    if (node.type === 'text') {
      const end = length + (node.text ?? '').length
      if (node.marks) addFormat(formats, length, end, JSON.stringify(node.marks))
      push(node.text ?? '', seqOf(node))
    } else if (node.type === 'hardBreak') push('\n', seqOf(node))
    else if (node.type === 'partyRef') push(partyName(stringAttribute(node, 'partyId') ?? ''), seqOf(node))
    else for (const child of node.content ?? []) visit(child)
  }
  for (const node of content) visit(node)
  return { text: parts.map(({ text }) => text).join(''), parts, format: formats.join('') }
}

/** A text that is cut at authors is formatted as if it were whole. */
function addFormat(formats: string[], from: number, to: number, marks: string): void {
  const last = formats.at(-1)
  const [, start, end, before] = /^(\d+)-(\d+)(.*)$/s.exec(last ?? '') ?? []
  if (before === marks && Number(end) === from) formats[formats.length - 1] = `${start}-${to}${marks}`
  else formats.push(`${from}-${to}${marks}`)
}
