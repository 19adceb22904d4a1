import { numberClauses } from '../../shared/document/clauses.ts'
import type { DocumentJson } from '../../shared/document/document-json.ts'
import { tryCanonicalJson } from '../../shared/sealing/canonical-json.ts'

const textOfBlock = (block: unknown): string | null => {
  const text = tryCanonicalJson(block)
  return text.ok ? text.value : null
}

/** Where two texts part, for people: `clause 3.1 (Fees)`, by the clauses of the second; the texts must differ. */
export function firstDifference(own: DocumentJson, sealed: DocumentJson): string {
  const mine = own.content ?? []
  const theirs = sealed.content ?? []
  const length = Math.max(mine.length, theirs.length)
  const at = Array.from({ length }, (_, index) => index).find(
    index => mine[index] === undefined || textOfBlock(mine[index]) !== textOfBlock(theirs[index]),
  )
  const headings = theirs.slice(0, (at ?? length) + 1).filter(block => block.type === 'heading').length
  const clause = numberClauses(sealed)[headings - 1]
  return clause ? `clause ${clause.number} (${clause.title})` : 'the part before the first clause'
}
