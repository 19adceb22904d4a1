import { type DocumentJson, type NodeJson, stringAttribute, textOf } from '../../document/document-json.ts'
import { NODE_ATTRIBUTES } from '../../document/node-types.ts'

/** A block of prose with its place: what recognisers read, with the stretches in which a person has confirmed a term. */
export interface ProseBlock {
  readonly id: string
  readonly clauseId: string | null
  /** As `textOf` gives it. */
  readonly text: string
  readonly marked: readonly { readonly start: number; readonly end: number }[]
}

/** The blocks of a text joined into one, and where each begins in it. */
export interface ProseText {
  readonly blocks: readonly ProseBlock[]
  readonly text: string
  readonly starts: readonly number[]
}

/** Between two blocks, so that no sentence goes from one to the next. */
const BREAK = '\n\n'

type OwnBlock = Omit<ProseBlock, 'clauseId'>

/** What was found in a top-level block, for as long as it is the same object. */
const known = new WeakMap<NodeJson, readonly OwnBlock[]>()

/**
 * The prose of a text in reading order. Objects (parties, KPIs, shares …) are exact already and are left out, and so are blocks
 * without an id, in which nothing could be found again. Blocks that are the same objects as before cost nothing.
 */
export function proseText(body: DocumentJson): ProseText {
  const blocks: ProseBlock[] = []
  const starts: number[] = []
  let clauseId: string | null = null
  let length = 0
  for (const node of body.content ?? []) {
    if (node.type === 'heading') clauseId = stringAttribute(node, 'id')
    for (const block of ownBlocks(node)) {
      if (blocks.length > 0) length += BREAK.length
      blocks.push({ ...block, clauseId })
      starts.push(length)
      length += block.text.length
    }
  }
  return { blocks, text: blocks.map(block => block.text).join(BREAK), starts }
}

function ownBlocks(top: NodeJson): readonly OwnBlock[] {
  const remembered = known.get(top)
  if (remembered) return remembered
  const blocks: OwnBlock[] = []
  const visit = (node: NodeJson) => {
    if (node.type in NODE_ATTRIBUTES) return
    if (!node.content?.some(child => child.type === 'text')) return node.content?.forEach(visit)
    const id = stringAttribute(node, 'id')
    if (id) blocks.push({ id, text: textOf(node), marked: markedIn(node.content) })
  }
  visit(top)
  known.set(top, blocks)
  return blocks
}

function markedIn(content: readonly NodeJson[]): ProseBlock['marked'] {
  let at = 0
  return content.flatMap(node => {
    const start = at
    at += textOf(node).length
    return node.marks?.some(mark => mark.type === 'term') ? [{ start, end: at }] : []
  })
}
