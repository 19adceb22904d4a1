/** A value that a node or mark attribute may hold. Decimals, dates and durations are strings. */
export type AttributeValue = string | number | boolean | null | readonly number[]

/** A mark on text, in ProseMirror's JSON form. */
export interface MarkJson {
  readonly type: string
  readonly attrs?: Readonly<Record<string, AttributeValue>>
}

/** A node of the agreement's text, in ProseMirror's JSON form. Attributes that are null may be left out. */
export interface NodeJson {
  readonly type: string
  readonly attrs?: Readonly<Record<string, AttributeValue>>
  readonly content?: readonly NodeJson[]
  readonly text?: string
  readonly marks?: readonly MarkJson[]
}

/** The whole text: a node of type `doc`. */
export interface DocumentJson extends NodeJson {
  readonly type: 'doc'
}

/** A string attribute, or null where it is absent, null or of another type (an odd value from a peer is treated as unset). */
export function stringAttribute(node: NodeJson | MarkJson, name: string): string | null {
  const value = node.attrs?.[name]
  return typeof value === 'string' ? value : null
}

/** The text of a node in reading order; a hard break reads as a newline, every other inline object as nothing. */
export function textOf(node: NodeJson): string {
  if (node.type === 'text') return node.text ?? ''
  if (node.type === 'hardBreak') return '\n'
  return (node.content ?? []).map(textOf).join('')
}

/** Calls `visit` for the node and each descendant in reading order, parents first. */
export function walk(
  node: NodeJson,
  visit: (node: NodeJson, parent: NodeJson | null) => void,
  parent: NodeJson | null = null,
): void {
  visit(node, parent)
  for (const child of node.content ?? []) walk(child, visit, node)
}
