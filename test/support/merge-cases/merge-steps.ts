import type { Node } from '@tiptap/pm/model'
import { moveTo, sizeBefore } from '../merge-moves.ts'
import type { Writer } from '../merge-writers.ts'

/** Where the words begin in the writer's text. */
export function at(writer: Writer, words: string): number {
  let found = -1
  writer.node.descendants((node, pos) => {
    const place = node.isText ? (node.text ?? '').indexOf(words) : -1
    if (place >= 0 && found < 0) found = pos + place
  })
  if (found < 0) throw new Error(`The text does not hold “${words}”`)
  return found
}

export function blockWith(writer: Writer, id: string): { readonly node: Node; readonly pos: number } {
  let found: { node: Node; pos: number } | null = null
  writer.node.descendants((node, pos) => {
    if (node.attrs.id === id) found ??= { node, pos }
    return true
  })
  if (!found) throw new Error(`The text has no block ${id}`)
  return found
}

export const type = (before: string, words: string) => (writer: Writer) => {
  const { schema } = writer.node.type
  writer.edit(tr => tr.insert(at(writer, before), schema.text(`${words} `)))
}
export const replace = (words: string, by: string) => (writer: Writer) => {
  const { schema } = writer.node.type
  const from = at(writer, words)
  const marks = writer.node.resolve(from + 1).marks()
  writer.edit(tr => tr.replaceWith(from, from + words.length, schema.text(by, marks)))
}
export const erase = (words: string) => (writer: Writer) => {
  const from = at(writer, words)
  writer.edit(tr => tr.delete(from, from + words.length))
}
export const remove = (id: string) => (writer: Writer) => {
  const { node, pos } = blockWith(writer, id)
  writer.edit(tr => tr.delete(pos, pos + node.nodeSize))
}
export const split = (before: string) => (writer: Writer) => {
  writer.edit(tr => tr.split(at(writer, before)))
}
export const join = (id: string) => (writer: Writer) => {
  writer.edit(tr => tr.join(blockWith(writer, id).pos))
}
export const set = (id: string, name: string, value: string) => (writer: Writer) => {
  writer.edit(tr =>
    tr.setNodeMarkup(blockWith(writer, id).pos, null, { ...blockWith(writer, id).node.attrs, [name]: value }),
  )
}
export const retype = (id: string, to: string) => (writer: Writer) => {
  const { node, pos } = blockWith(writer, id)
  const target = writer.node.type.schema.nodes[to]
  if (target) writer.edit(tr => tr.setBlockType(pos, pos + node.nodeSize, target, { id, level: 2 }))
}
export const wrapIn =
  (id: string, ...wrappers: readonly string[]) =>
  (writer: Writer) => {
    const { node, pos } = blockWith(writer, id)
    const { schema } = writer.node.type
    writer.edit(tr =>
      tr.replaceWith(
        pos,
        pos + node.nodeSize,
        wrappers.reduceRight(
          (inner: Node, name) =>
            schema.node(name, { id: `${name}-of-${id}-${writer.doc.clientID}` }, [inner]),
          node,
        ),
      ),
    )
  }
export const add = (parent: string, child: object) => (writer: Writer) => {
  const { node, pos } = blockWith(writer, parent)
  writer.edit(tr => tr.insert(pos + node.nodeSize - 1, writer.node.type.schema.nodeFromJSON(child)))
}
export const move = (id: string, before: number) => (writer: Writer) => {
  const index = writer.node.content.content.findIndex(node => node.attrs.id === id)
  writer.edit(tr => moveTo(tr, index, before))
}
export const append = (words: string) => (writer: Writer) => {
  const { schema } = writer.node.type
  const paragraph = schema.node('paragraph', { id: `new-${words}` }, schema.text(words))
  writer.edit(tr => tr.insert(sizeBefore(writer.node, writer.node.childCount), paragraph))
}
export const all =
  (...steps: readonly ((writer: Writer) => void)[]) =>
  (writer: Writer) => {
    for (const step of steps) step(writer)
  }
