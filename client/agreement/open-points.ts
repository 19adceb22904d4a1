import type { DocumentJson } from '../../shared/document/document-json.ts'
import { placeholdersOf } from '../../shared/document/placeholders.ts'
import { findProblems } from '../../shared/terms/readiness/find-problems.ts'
import type { Terms } from '../../shared/terms/terms.ts'

export interface OpenPoint {
  readonly id: string
  readonly message: string
  readonly blockId: string | null
}

const ROOM = 12

/** What readiness says of the text, gravest first, as many as people read before they seal, and how many more there are. */
export function openPoints(body: DocumentJson, terms: Terms): readonly OpenPoint[] {
  const problems = findProblems(terms, placeholdersOf(body))
  const gravest = [
    ...problems.filter(({ severity }) => severity === 'error'),
    ...problems.filter(({ severity }) => severity !== 'error'),
  ]
  const shown = gravest.slice(0, ROOM).map(({ id, message, blockId }) => ({ id, message, blockId }))
  const more = gravest.length - shown.length
  return more > 0 ? [...shown, { id: 'more', message: `And ${more} more.`, blockId: null }] : shown
}
