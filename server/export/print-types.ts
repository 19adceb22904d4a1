/** A stretch of text in one style. `text` is the only field that holds words from the agreement; a newline is a line break. */
export interface PrintRun {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  readonly underline?: true
  readonly strike?: true
  readonly code?: true
  readonly term?: true
  readonly link?: string
}

/** Runs that flow together. `rtl` is the base direction, taken from the first letter that has one. */
export interface PrintLine {
  readonly runs: readonly PrintRun[]
  readonly rtl: boolean
}

/** One row of a definition: a label of ours and a value of theirs. */
export interface PrintRow {
  readonly label: string
  readonly line: PrintLine
}

export interface PrintCell {
  readonly x: number
  readonly y: number
  readonly colspan: number
  readonly rowspan: number
  readonly head: boolean
  /** Short enough to be kept on one page. */
  readonly whole: boolean
  readonly blocks: readonly PrintBlock[]
}

export type PrintAlign = 'left' | 'center' | 'right' | 'justify'

/** A block as laid out. `id` is the block of the agreement that it shows. */
export type PrintBlock =
  | {
      readonly kind: 'heading'
      readonly id: string | null
      readonly level: number
      readonly number: string
      readonly line: PrintLine
    }
  | {
      readonly kind: 'paragraph'
      readonly id: string | null
      readonly line: PrintLine
      readonly align: PrintAlign | null
      /** Announces what follows (it ends with a colon) and stays on its page. */
      readonly leads: boolean
    }
  | {
      readonly kind: 'list'
      readonly id: string | null
      readonly start: number
      readonly numbering: string | null
      readonly rtl: boolean
      readonly items: readonly { readonly blocks: readonly PrintBlock[] }[]
    }
  | {
      readonly kind: 'quote'
      readonly id: string | null
      readonly rtl: boolean
      readonly blocks: readonly PrintBlock[]
    }
  | { readonly kind: 'code'; readonly id: string | null; readonly line: PrintLine }
  | { readonly kind: 'rule'; readonly id: string | null }
  | PrintTable
  | {
      readonly kind: 'definition'
      readonly id: string | null
      readonly label: string
      readonly name: PrintLine
      readonly lead: PrintLine
      readonly rows: readonly PrintRow[]
      /** Short values, set two in a row. */
      readonly pairs: readonly PrintRow[]
      /** Short enough to be kept on one page. */
      readonly whole: boolean
    }

/** `weights` share out the width; `ends` are the columns of figures, set to the far side; the last row may be a total. */
export interface PrintTable {
  readonly kind: 'table'
  readonly id: string | null
  readonly caption: PrintLine | null
  readonly weights: readonly number[]
  readonly ends: readonly number[]
  readonly headRows: number
  readonly totalRow: boolean
  /** Short enough to be kept on one page. */
  readonly whole: boolean
  /** Size of its text in points. */
  readonly size: number
  readonly cells: readonly PrintCell[]
}

/** One signatory's part of the signature page; `rows` is empty while the signature is missing. */
export interface PrintSignature {
  readonly name: PrintLine
  readonly email: PrintLine
  readonly capacity: PrintLine
  readonly party: PrintLine
  readonly rows: readonly PrintRow[]
}

/** What the template lays out. All text in it is plain: nothing is read as markup. */
export interface PrintModel {
  readonly language: string
  readonly date: { readonly year: number; readonly month: number; readonly day: number }
  readonly draft: boolean
  readonly title: PrintLine
  readonly shortTitle: PrintLine
  readonly plainTitle: PrintRun
  readonly statusLabel: string
  readonly parties: readonly { readonly name: PrintLine; readonly shortName: PrintLine }[]
  readonly facts: readonly PrintRow[]
  /** How many levels of clauses the table of contents lists; 0 for none. */
  readonly contents: number
  readonly footer: string
  readonly blocks: readonly PrintBlock[]
  readonly signatures: readonly PrintSignature[]
  /** Files to attach; `path` is where the template reads them. */
  readonly attachments: readonly {
    readonly path: string
    readonly name: string
    readonly mimeType: string
    readonly relationship: 'source' | 'data'
    readonly description: string
  }[]
  readonly closing: readonly {
    readonly head: string
    readonly paragraphs: readonly string[]
    readonly items: readonly string[]
  }[]
}
