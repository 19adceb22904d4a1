import { type MarkJson, type NodeJson, stringAttribute } from '../document-json.ts'

/** The two ways in which a piece of text may be proposed. */
export type ChangeKind = 'insertion' | 'deletion'

/** What a piece of text or a block states of a change: which one, whose and since when. */
export interface ChangeStamp {
  readonly kind: ChangeKind
  readonly id: string
  readonly author: string
  /** As the file stated it (ISO 8601), or null. */
  readonly date: string | null
  readonly isMove: boolean
}

/** A stamp without an id gets one of its author and date: without an id nobody could decide on it. */
const stamp = (
  kind: ChangeKind,
  id: string | null,
  author: string | null,
  date: string | null,
  isMove: boolean,
): ChangeStamp => ({
  kind,
  id: id || `${kind}:${author ?? ''}:${date ?? ''}`,
  author: author ?? '',
  date,
  isMove,
})

/** The stamp of a mark, or null for a mark that is no change. */
export function stampOfMark(mark: MarkJson): ChangeStamp | null {
  if (mark.type !== 'insertion' && mark.type !== 'deletion') return null
  const of = (name: string) => stringAttribute(mark, name)
  return stamp(mark.type, of('id'), of('author'), of('date'), of('move') !== null)
}

/** The stamps of a piece of running text: at most one insertion and one deletion. */
export const stampsOfText = (node: NodeJson): readonly ChangeStamp[] =>
  (node.marks ?? []).flatMap(mark => stampOfMark(mark) ?? [])

/** The stamps of a block itself: of the end of a paragraph or heading, or of a table's row. */
export function stampsOfBlock(node: NodeJson): readonly ChangeStamp[] {
  const of = (name: string) => stringAttribute(node, name)
  return [
    ...(of('insertedId') === null
      ? []
      : [stamp('insertion', of('insertedId'), of('insertedBy'), of('insertedAt'), false)]),
    ...(of('deletedId') === null
      ? []
      : [stamp('deletion', of('deletedId'), of('deletedBy'), of('deletedAt'), false)]),
  ]
}

/** The attributes that say so, for a block that is written. */
export const blockAttributes = ({ kind, id, author, date }: ChangeStamp): Record<string, string> =>
  kind === 'insertion'
    ? { insertedId: id, insertedBy: author, ...(date && { insertedAt: date }) }
    : { deletedId: id, deletedBy: author, ...(date && { deletedAt: date }) }
