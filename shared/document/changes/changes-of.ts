import { blockIdAt } from '../block-id.ts'
import type { DocumentJson, NodeJson } from '../document-json.ts'
import { type ChangeKind, type ChangeStamp, stampsOfBlock, stampsOfText } from './change-marks.ts'

/** A change that somebody proposed and nobody decided on, in one or several pieces of the text. */
export interface ProposedChange {
  readonly id: string
  readonly kind: ChangeKind | 'move'
  readonly author: string
  readonly date: string | null
  /** The words concerned, a line per block; of a move the words where they would stand. Empty where only a break or a row is concerned. */
  readonly text: string
  /** The block in which its first piece stands. */
  readonly blockId: string
  readonly pieces: number
}

/**
 * The proposed changes of a text, by the place of their first piece. Pieces with the same id are one change: it is accepted or
 * rejected as a whole, both halves of a move together.
 */
export function changesOf(body: DocumentJson): readonly ProposedChange[] {
  const found = new Map<string, Gathered>()
  const add = ({ id, author, date, kind, isMove }: ChangeStamp, blockId: string, text: string) => {
    const known = found.get(id)
    const change = known ?? { id, author, date, kinds: new Set(), isMove, texts: [], blockId, pieces: 0 }
    change.kinds.add(kind)
    change.pieces += 1
    const last = change.texts.at(-1)
    if (text !== '' && last?.blockId === blockId && last.kind === kind) last.text += text
    else if (text !== '') change.texts.push({ kind, blockId, text })
    if (!known) found.set(id, change)
  }
  const visit = (node: NodeJson, path: readonly number[]) => {
    const blockId = blockIdAt(node, path)
    node.content?.forEach((child, index) => {
      if (child.type === 'text') {
        for (const stamp of stampsOfText(child)) add(stamp, blockId, child.text ?? '')
      } else visit(child, [...path, index])
    })
    for (const stamp of stampsOfBlock(node)) add(stamp, blockId, '')
  }
  body.content?.forEach((node, index) => {
    visit(node, [index])
  })
  return [...found.values()].map(proposed)
}

interface Gathered {
  readonly id: string
  readonly author: string
  readonly date: string | null
  readonly kinds: Set<ChangeKind>
  readonly isMove: boolean
  readonly texts: { readonly kind: ChangeKind; readonly blockId: string; text: string }[]
  readonly blockId: string
  pieces: number
}

function proposed({ id, author, date, kinds, isMove, texts, blockId, pieces }: Gathered): ProposedChange {
  const kind = isMove ? 'move' : kinds.has('deletion') && !kinds.has('insertion') ? 'deletion' : 'insertion'
  const shown = kinds.size > 1 ? texts.filter(text => text.kind === (isMove ? 'insertion' : kind)) : texts
  return { id, kind, author, date, text: shown.map(({ text }) => text).join('\n'), blockId, pieces }
}
