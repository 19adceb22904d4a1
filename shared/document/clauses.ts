import type { ClauseTerm } from '../terms/terms.ts'
import { blockIdAt } from './block-id.ts'
import { type DocumentJson, type NodeJson, textOf } from './document-json.ts'

const LEVELS = 6

/**
 * The clauses of a text: its top-level headings in reading order with their numbers. A heading inside a quote, list or table
 * is part of the clause that quotes it and has no number. A level that was skipped counts as 0 (`2.0.1`), which is what CSS
 * counters on `h1` to `h6` show and keeps each number unique. An odd level reads as the nearest of 1 to 6.
 */
export function numberClauses(body: DocumentJson): readonly ClauseTerm[] {
  const counters = new ClauseCounters()
  return (body.content ?? []).flatMap((node, index) =>
    node.type === 'heading' ? [clauseTerm(node, index, counters)] : [],
  )
}

/** The clause of every node that has an id, also of nested ones; null before the first heading. A heading is in its own clause. */
export function clauseOfBlock(body: DocumentJson): ReadonlyMap<string, ClauseTerm | null> {
  const clauses = new Map<string, ClauseTerm | null>()
  const counters = new ClauseCounters()
  let clause: ClauseTerm | null = null
  const place = (node: NodeJson, path: readonly number[]) => {
    const id = blockIdAt(node, path)
    if (!clauses.has(id)) clauses.set(id, clause)
    node.content?.forEach((child, index) => {
      if (child.type !== 'text') place(child, [...path, index])
    })
  }
  body.content?.forEach((node, index) => {
    if (node.type === 'heading') clause = clauseTerm(node, index, counters)
    place(node, [index])
  })
  return clauses
}

/** A clause with the clauses below it. */
export interface OutlineEntry {
  readonly clause: ClauseTerm
  readonly children: readonly OutlineEntry[]
}

/** The clauses as a tree: each stands below the nearest one before it with a higher level (a smaller number). */
export function outlineTree(clauses: readonly ClauseTerm[]): readonly OutlineEntry[] {
  const roots: OutlineEntry[] = []
  const open: { level: number; children: OutlineEntry[] }[] = []
  for (const clause of clauses) {
    while ((open.at(-1)?.level ?? 0) >= clause.level) open.pop()
    const children: OutlineEntry[] = []
    const siblings = open.at(-1)?.children ?? roots
    siblings.push({ clause, children })
    open.push({ level: clause.level, children })
  }
  return roots
}

/** Level of a heading, 1 to 6; an odd value reads as the nearest one, a missing one as 1. */
export function headingLevel(heading: NodeJson): number {
  const level = heading.attrs?.level
  if (typeof level !== 'number' || Number.isNaN(level)) return 1
  return Math.min(LEVELS, Math.max(1, Math.trunc(level)))
}

function clauseTerm(heading: NodeJson, index: number, counters: ClauseCounters): ClauseTerm {
  const level = headingLevel(heading)
  return {
    id: blockIdAt(heading, [index]),
    number: counters.next(level),
    level,
    title: textOf(heading).replace(/\s+/g, ' ').trim(),
  }
}

class ClauseCounters {
  readonly #counts = new Array<number>(LEVELS).fill(0)

  next(level: number): string {
    this.#counts[level - 1] = (this.#counts[level - 1] ?? 0) + 1
    this.#counts.fill(0, level)
    return this.#counts.slice(0, level).join('.')
  }
}
