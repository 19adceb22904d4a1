import type { NodeJson } from '../document/document-json.ts'

const WITHOUT_ID: ReadonlySet<string> = new Set(['doc', 'text', 'hardBreak', 'partyRef'])

/** The blocks with an id on each; one that is `taken`, in the text they go into or earlier among them, is given anew. */
export function withIds(
  blocks: readonly NodeJson[],
  newId: () => string,
  taken: Set<string> = new Set(),
): readonly NodeJson[] {
  return blocks.map(node => {
    if (WITHOUT_ID.has(node.type)) return node
    const own = typeof node.attrs?.id === 'string' && !taken.has(node.attrs.id) ? node.attrs.id : newId()
    taken.add(own)
    return {
      ...node,
      attrs: { ...node.attrs, id: own },
      ...(node.content && { content: withIds(node.content, newId, taken) }),
    }
  })
}
