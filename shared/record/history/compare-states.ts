import { compareLines, type RedlineClause } from '../../document/compare/compare-texts.ts'
import type { TextLine } from '../../document/compare/text-line.ts'
import { textLines } from '../../document/compare/text-lines.ts'
import type { DocumentJson } from '../../document/document-json.ts'
import { objectNames } from '../../document/object-view.ts'
import { type ChangeInWords, diffInWords } from '../../terms/diff/diff-words.ts'
import { extractTerms } from '../../terms/extract-terms.ts'
import type { Terms } from '../../terms/terms.ts'

/** A state of the text. */
export interface TextState {
  readonly title: string
  readonly body: DocumentJson
}

/** Two states of the text side by side. Parts carry the entry of the record that wrote or removed them. */
export interface Comparison {
  readonly before: { readonly title: string }
  readonly after: { readonly title: string }
  readonly clauses: readonly RedlineClause[]
  readonly terms: readonly ChangeInWords[]
}

/** A state that was read for comparing, once for however many others it is compared with. */
export interface ComparableState {
  readonly title: string
  readonly terms: Terms
  readonly lines: readonly TextLine[]
}

/** What comparing needs of a state: its terms, and its lines by the names that they give to objects. */
export function comparable({ title, body }: TextState): ComparableState {
  const terms = extractTerms(body, title)
  return { title, terms, lines: textLines(body, objectNames(terms), terms.clauses) }
}

/** Compares two states whose words are stamped: those of `before` with who removed them, those of `after` with who wrote them. */
export function compareStates(before: ComparableState, after: ComparableState): Comparison {
  return {
    before: { title: before.title },
    after: { title: after.title },
    clauses: compareLines(before.lines, after.lines),
    terms: diffInWords(before.terms, after.terms),
  }
}
