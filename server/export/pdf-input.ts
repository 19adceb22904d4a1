import type { DocumentJson } from '../../shared/document/document-json.ts'
import type { Result } from '../../shared/result.ts'
import type { Manifest } from '../../shared/sealing/manifest.ts'
import type { SignatureRecord } from '../../shared/sealing/statement.ts'
import type { Terms } from '../../shared/terms/terms.ts'
import type { RedlineInput } from './redline/redline-input.ts'

/** A file inside the PDF. `name` is a plain file name; a manifest is the `source` of the pages, anything else `data`. */
export interface PdfAttachment {
  readonly name: string
  readonly mimeType: string
  readonly bytes: Uint8Array
  readonly relationship?: 'source' | 'data'
  readonly description?: string
}

/** All that a PDF shows. The same input gives the same bytes on one machine. */
export interface PdfInput {
  readonly title: string
  readonly status: 'draft' | 'sealed' | 'signed'
  readonly body: DocumentJson
  readonly terms: Terms
  /** Lower-case hex of the sealed version, null for a draft. */
  readonly fingerprint: string | null
  readonly version: number | null
  readonly manifest: Manifest | null
  readonly signatures: readonly SignatureRecord[]
  readonly attachments: readonly PdfAttachment[]
  /** BCP 47, as in `en`: steers hyphenation and screen readers. */
  readonly language: string
  /** ISO 8601: shown in the head and written into the file as its date. */
  readonly date: string
}

/**
 * A character that the page cannot show. `blockId` is null in the title; `codePoint` reads `U+1F600`, with several for what is
 * written as one. In `character` and `excerpt`, U+FFFD stands for what a screen must not show either (controls, overrides).
 */
export interface UnprintablePlace {
  readonly blockId: string | null
  readonly character: string
  readonly codePoint: string
  readonly excerpt: string
}

/** Why there is no PDF: characters without a glyph, or more text than a PDF is made of here. */
export type PdfRefusal =
  | { readonly kind: 'unprintable'; readonly places: readonly UnprintablePlace[] }
  | { readonly kind: 'too-large' }

/**
 * Makes PDF/A-3a files. A draft prints a character that has no glyph as its code in brackets; a sealed or signed version
 * with such a character in title or text is refused. Names and capacities of signatories never lead to a refusal.
 */
export interface PdfRenderer {
  render(input: PdfInput): Promise<Result<Uint8Array, PdfRefusal>>
  /** A comparison as a PDF; a character without a glyph is printed as its code. */
  renderRedline(input: RedlineInput): Promise<Result<Uint8Array, { kind: 'too-large' }>>
  /** All places in title and text that would be refused, in reading order, at most 200. Call it before sealing. */
  findUnprintable(title: string, body: DocumentJson): Promise<readonly UnprintablePlace[]>
  close(): Promise<void>
}
