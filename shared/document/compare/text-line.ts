import type { ClauseTerm } from '../../terms/terms.ts'

/** What a line is, for those who show it. Lines of an object carry their own label. */
export type LineKind = 'heading' | 'paragraph' | 'item' | 'quote' | 'code' | 'cells' | 'object' | 'field'

/** A stretch of a line's text. `seq` is the entry of the record that brought it, where that is known. */
export interface LinePart {
  readonly text: string
  readonly seq: number | null
}

/** One line of the text as it reads on paper: a paragraph, a heading, a list item, a table's row, a field of an object. */
export interface TextLine {
  /** The same for the same line of two states of a text; unique within one. */
  readonly key: string
  /** The top-level block that it is in. */
  readonly blockId: string
  /** The clause it is in; null before the first heading. A heading is in its own clause. */
  readonly clause: ClauseTerm | null
  readonly kind: LineKind
  /** Of a heading 1 to 6; of an item how deep it is nested, from 1; else 0. */
  readonly level: number
  /** What stands before the text: a clause's number, an item's mark, a field's name. It is shown, not compared. */
  readonly label: string
  readonly text: string
  readonly parts: readonly LinePart[]
  /** Changes whenever the formatting of the line does: its marks and its kind. */
  readonly format: string
}
