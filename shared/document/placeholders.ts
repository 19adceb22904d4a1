import { blockIdAt } from './block-id.ts'
import { type DocumentJson, type NodeJson, textOf } from './document-json.ts'
import { NODE_ATTRIBUTES } from './node-types.ts'

/**
 * A gap that the authors left to fill in, such as `[date]`, brackets included. `start` and `end` are UTF-16 offsets into the
 * text of the block (`textOf`) or, where `field` is not null, into that attribute of it.
 */
export interface Placeholder {
  readonly text: string
  readonly blockId: string
  readonly field: string | null
  readonly start: number
  readonly end: number
}

const BRACKETS = /\[([^[\]\n]{0,120})\]/g

/** Brackets that a finished text may hold: a quotation's `[…]` and `[sic]`, and numbers of notes such as `[12]`. */
const NO_GAP = /^(?:sic|\.{3}|…|\d+(?:\s*[,–-]\s*\d+)*)$/i

/** The placeholders in a text with their UTF-16 offsets, in order. `[ ]`, `[●]` and `[___]` count; `[sic]`, `[…]` and `[12]` do not. */
export function findPlaceholders(
  text: string,
): readonly { readonly text: string; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(BRACKETS)].flatMap(match => {
    const [bracketed, inside = ''] = match
    if (NO_GAP.test(inside.trim())) return []
    return [{ text: bracketed, start: match.index, end: match.index + bracketed.length }]
  })
}

/** All placeholders of an agreement, in its prose and in the fields of its objects, in reading order. Code is left alone. */
export function placeholdersOf(body: DocumentJson): readonly Placeholder[] {
  const found: Placeholder[] = []
  const visit = (node: NodeJson, path: readonly number[]): void => {
    const blockId = blockIdAt(node, path)
    const add = (text: string, field: string | null) => {
      for (const gap of findPlaceholders(text)) found.push({ ...gap, blockId, field })
    }
    for (const field of fieldsOf(node)) {
      const value = node.attrs?.[field]
      if (typeof value === 'string') add(value, field)
    }
    const children = node.content ?? []
    if (!children.some(child => child.type === 'text')) visitAll(children, path)
    else if (node.type !== 'codeBlock') add(textOf(node), null)
  }
  const visitAll = (nodes: readonly NodeJson[], path: readonly number[]) => {
    for (const [index, node] of nodes.entries()) visit(node, [...path, index])
  }
  visitAll(body.content ?? [], [])
  return found
}

const FIELDS: Readonly<Record<string, readonly string[]>> = NODE_ATTRIBUTES

const fieldsOf = (node: NodeJson) =>
  Object.hasOwn(FIELDS, node.type) ? (FIELDS[node.type] ?? []).filter(name => name !== 'id') : []
