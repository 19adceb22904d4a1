import type { LossCounter } from '../losses.ts'
import type { DocxPackage } from '../open-docx.ts'
import type { XmlElement } from '../xml.ts'
import type { CommentBook } from './comments.ts'
import type { NoteBook } from './notes.ts'
import type { Numbering } from './numbering.ts'
import type { ParleyParts } from './parley-parts.ts'
import type { Revisions } from './revisions.ts'
import type { Styles } from './styles.ts'

/** A field such as a link or a table of contents, while its runs are read. */
export interface OpenField {
  instruction: string
  inResult: boolean
}

/** What all parts of the reader share while one file is read. */
export interface ReadState {
  readonly pkg: DocxPackage
  readonly styles: Styles
  readonly numbering: Numbering
  readonly revisions: Revisions
  readonly comments: CommentBook
  readonly notes: NoteBook
  readonly losses: LossCounter
  readonly newId: () => string
  /** What our own writer put beside the text; null for a file from elsewhere. */
  readonly own: ParleyParts | null
  /** Fields that are open, across paragraphs. */
  readonly fields: OpenField[]
  /** Names of moves that are open, by the id of their range. */
  readonly moves: Map<string, { readonly name: string; readonly kind: 'insertion' | 'deletion' }>
  /** Text boxes met in the paragraph that is read now. */
  readonly boxes: XmlElement[]
}
