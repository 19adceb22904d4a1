import { type DocumentJson, type MarkJson, type NodeJson, walk } from '../../shared/document/document-json.ts'
import {
  BLOCK_CHANGE_ATTRIBUTES,
  CHANGE_ATTRIBUTES,
  NODE_ATTRIBUTES,
} from '../../shared/document/node-types.ts'

/** Everything that the page shows, with the attributes that it takes account of. A test holds it to the schema. */
export const SHOWN_NODES: Readonly<Record<string, readonly string[]>> = {
  ...NODE_ATTRIBUTES,
  doc: [],
  text: [],
  hardBreak: [],
  paragraph: ['id', 'textAlign', ...BLOCK_CHANGE_ATTRIBUTES],
  heading: ['id', 'textAlign', 'level', ...BLOCK_CHANGE_ATTRIBUTES],
  bulletList: ['id'],
  orderedList: ['id', 'start', 'type'],
  listItem: ['id'],
  blockquote: ['id'],
  codeBlock: ['id', 'language'],
  horizontalRule: ['id'],
  table: ['id'],
  tableRow: ['id', ...BLOCK_CHANGE_ATTRIBUTES],
  tableHeader: ['id', 'colspan', 'rowspan', 'colwidth', 'align'],
  tableCell: ['id', 'colspan', 'rowspan', 'colwidth', 'align'],
}

export const SHOWN_MARKS: Readonly<Record<string, readonly string[]>> = {
  bold: [],
  italic: [],
  underline: [],
  strike: [],
  code: [],
  link: ['href', 'target', 'rel', 'class', 'title'],
  term: ['kind', 'id'],
  insertion: CHANGE_ATTRIBUTES,
  deletion: CHANGE_ATTRIBUTES,
  // Where a comment stood: what it said is no part of what is signed.
  comment: ['id'],
}

const unknownIn = (thing: NodeJson | MarkJson, shown: Readonly<Record<string, readonly string[]>>) => {
  const known = Object.hasOwn(shown, thing.type) ? (shown[thing.type] ?? []) : null
  if (known === null) return [thing.type]
  return Object.entries(thing.attrs ?? {})
    .filter(([name, value]) => value !== null && !known.includes(name))
    .map(([name]) => `${thing.type}.${name}`)
}

/** Kinds of node, mark and attribute in a text that this client would leave out when it shows it; each once. */
export function notShown(body: DocumentJson): readonly string[] {
  const found = new Set<string>()
  walk(body, node => {
    for (const name of unknownIn(node, SHOWN_NODES)) found.add(name)
    for (const mark of node.marks ?? []) for (const name of unknownIn(mark, SHOWN_MARKS)) found.add(name)
  })
  return [...found]
}
