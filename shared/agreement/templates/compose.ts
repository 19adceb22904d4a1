import type { AttributeValue, DocumentJson, MarkJson, NodeJson } from '../../document/document-json.ts'

const KEY = /^(?:party|step):(.+)$/

/**
 * The blocks as a text in which every block and every mark of a term has its id, built from the template's name: the same
 * template always gives the same ids. Keys of parties and steps become their ids wherever they are named.
 */
export function compose(name: string, ...blocks: readonly (NodeJson | readonly NodeJson[])[]): DocumentJson {
  const counts = { b: 0, term: 0 }
  const nextId = (kind: keyof typeof counts) => {
    counts[kind] += 1
    return `${name}-${kind}${String(counts[kind]).padStart(3, '0')}`
  }
  const resolve = (value: AttributeValue): AttributeValue =>
    typeof value === 'string'
      ? value.replace(KEY, (key, rest) => `${name}-${key.split(':')[0]}-${rest}`)
      : value
  const resolved = (attrs: NodeJson['attrs']) =>
    Object.fromEntries(Object.entries(attrs ?? {}).map(([key, value]) => [key, resolve(value)]))

  const mark = (mark: MarkJson): MarkJson =>
    mark.type === 'term' ? { ...mark, attrs: { ...mark.attrs, id: nextId('term') } } : mark
  const place = (node: NodeJson): NodeJson => {
    if (node.type === 'text') return node.marks ? { ...node, marks: node.marks.map(mark) } : node
    const attrs = resolved(node.attrs)
    return {
      type: node.type,
      attrs: node.type === 'partyRef' || attrs.id !== undefined ? attrs : { id: nextId('b'), ...attrs },
      ...(node.content && { content: node.content.map(place) }),
    }
  }
  return { type: 'doc', content: blocks.flat().map(place) }
}
