import { compareLines, type RedlineClause } from '../../document/compare/compare-texts.ts'
import { textLines } from '../../document/compare/text-lines.ts'
import type { DocumentJson } from '../../document/document-json.ts'
import { objectNames } from '../../document/object-view.ts'
import { type ChangeInWords, diffInWords } from '../../terms/diff/diff-words.ts'
import { extractTerms } from '../../terms/extract-terms.ts'

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

/** Compares two states whose words are stamped: those of `before` with who removed them, those of `after` with who wrote them. */
export function compareStates(before: TextState, after: TextState): Comparison {
  const terms = [extractTerms(before.body, before.title), extractTerms(after.body, after.title)] as const
  return {
    before: { title: before.title },
    after: { title: after.title },
    clauses: compareLines(
      textLines(before.body, objectNames(terms[0]), terms[0].clauses),
      textLines(after.body, objectNames(terms[1]), terms[1].clauses),
    ),
    terms: diffInWords(terms[0], terms[1]),
  }
}
