import { changesOf } from '../document/changes/changes-of.ts'
import { numberClauses } from '../document/clauses.ts'
import { type DocumentJson, type NodeJson, textOf } from '../document/document-json.ts'
import type { Thread } from '../document/threads.ts'
import type { Loss } from './losses.ts'

/** A file, read into what an agreement holds. Nothing of it has been carried out yet. */
export interface ImportedFile {
  /** The title that the file states, or null. */
  readonly title: string | null
  /** Blocks have no ids yet, except objects of a file that Parley wrote. */
  readonly body: DocumentJson
  readonly threads: readonly Thread[]
  readonly losses: readonly Loss[]
  readonly counts: ImportCounts
}

/** What a file brings, in figures for the person who decides on it. */
export interface ImportCounts {
  readonly clauses: number
  readonly tables: number
  readonly lists: number
  readonly footnotes: number
  readonly changes: number
  readonly comments: number
  readonly words: number
}

export function countsOf(body: DocumentJson, footnotes: number, comments: number): ImportCounts {
  const counts = { tables: 0, lists: 0 }
  const visit = (node: NodeJson) => {
    if (node.type === 'table') counts.tables += 1
    if (node.type === 'bulletList' || node.type === 'orderedList') counts.lists += 1
    node.content?.forEach(visit)
  }
  visit(body)
  const text = (body.content ?? []).map(wordsIn).join('\n')
  return {
    ...counts,
    clauses: numberClauses(body).length,
    footnotes,
    changes: changesOf(body).length,
    comments,
    words: text.split(/\s+/).filter(word => word !== '').length,
  }
}

/** Blocks side by side must not run into one word. */
const wordsIn = (node: NodeJson): string =>
  node.content?.some(child => child.type === 'text')
    ? textOf(node)
    : (node.content ?? []).map(wordsIn).join('\n')
