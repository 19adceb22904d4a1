import { type NodeJson, stringAttribute } from '../document/document-json.ts'

/** What a party is called in running text. */
export type NameOf = (partyId: string) => string

/**
 * The text of a node as a person reads it: references to parties as their names, a hard break as a newline. Not the text that
 * offsets count in (`textOf`). Words that somebody proposes to insert are left out until they are accepted; words that somebody
 * proposes to delete stand until then: a proposal that nobody decided on changes no term.
 */
export function readableText(node: NodeJson, nameOf: NameOf): string {
  if (node.type === 'text') return isInserted(node) ? '' : (node.text ?? '')
  if (node.type === 'hardBreak') return '\n'
  if (node.type === 'partyRef') return nameOf(stringAttribute(node, 'partyId') ?? '')
  return (node.content ?? []).map(child => readableText(child, nameOf)).join('')
}

/** Whether a text stands only if a proposed insertion is accepted. */
export const isInserted = (node: NodeJson): boolean =>
  node.marks?.some(mark => mark.type === 'insertion') ?? false

/** The same on one line, without space around it. */
export const readableLine = (node: NodeJson, nameOf: NameOf): string =>
  readableText(node, nameOf).replace(/\s+/g, ' ').trim()

/**
 * Names by the parties' ids: the short name, else the full one. A reference that leads nowhere reads as a placeholder, which
 * it is.
 */
export function partyNames(
  parties: readonly { readonly id: string; readonly name: string; readonly shortName: string | null }[],
): NameOf {
  const names = new Map<string, string>()
  for (const { id, name, shortName } of parties) {
    const called = shortName || name
    if (called && !names.has(id)) names.set(id, called)
  }
  return partyId => names.get(partyId) ?? '[party]'
}
