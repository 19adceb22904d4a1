import type { Node } from '@tiptap/pm/model'
import type { Transform } from '@tiptap/pm/transform'
import type { Writer } from './merge-writers.ts'
import type { SeededRandom } from './seeded-random.ts'

interface TextBlock {
  readonly node: Node
  readonly pos: number
}

const textBlocks = (doc: Node): TextBlock[] => {
  const found: TextBlock[] = []
  doc.descendants((node, pos) => {
    if (node.isTextblock) found.push({ node, pos })
  })
  return found
}

function setField(tr: Transform, random: SeededRandom, word: string): void {
  const line = textBlocks(tr.doc).find(({ node }) => node.type.name === 'kpiPart')
  const row = textBlocks(tr.doc).find(({ node }) => node.type.name === 'shareRow')
  if (line && (!row || random.chance(0.5)))
    tr.setNodeAttribute(tr.doc.resolve(line.pos).before(), random.pick(['unit', 'target', 'baseline']), word)
  else if (row) tr.setNodeAttribute(row.pos, random.pick(['percent', 'amount']), word)
}

/** Cuts words out and puts them in elsewhere, as dragging does, in one step of undo. */
function dragWords(tr: Transform, from: number, length: number, random: SeededRandom): void {
  const words = tr.doc.slice(from, from + length)
  tr.delete(from, from + length)
  const target = random.pick(textBlocks(tr.doc))
  tr.insert(target.pos + 1 + random.int(target.node.content.size + 1), words.content)
}

/** Removes the row, item or line of an object that holds a text; a text that stands alone stays. */
function deletePart(tr: Transform, pos: number): void {
  const $pos = tr.doc.resolve(pos)
  if ($pos.depth === 0) return
  const [from, to] =
    $pos.depth === 1 ? [pos, pos + (tr.doc.nodeAt(pos)?.nodeSize ?? 0)] : [$pos.before(2), $pos.after(2)]
  tr.delete(from, to)
}

function wrapInList(tr: Transform, pos: number, word: string): void {
  const block = tr.doc.nodeAt(pos)
  if (block?.type.name !== 'paragraph') return
  const { schema } = tr.doc.type
  const item = schema.node('listItem', { id: `item-${word}` }, [block])
  tr.replaceWith(pos, pos + block.nodeSize, schema.node('bulletList', { id: `list-${word}` }, [item]))
}

/** One random edit as a person would make it. `word` is unique in the run, so that its fate can be told. */
export function randomEdit(editor: Writer, random: SeededRandom, word: string): string {
  const doc = editor.node
  const { schema } = doc.type
  const blocks = textBlocks(doc)
  if (blocks.length === 0) {
    editor.edit(tr => tr.insert(0, schema.node('paragraph', null, schema.text(word))))
    return 'fill'
  }
  const { node, pos } = random.pick(blocks)
  const offset = random.int(node.content.size + 1)
  const top = random.int(doc.childCount)
  const topPos = Array.from({ length: top }, (_, i) => doc.child(i).nodeSize).reduce((a, b) => a + b, 0)
  const kind = random.pick([
    'type',
    'type',
    'type',
    'type',
    'type',
    'delete-words',
    'split',
    'join',
    'retype',
    'delete-block',
    'move-block',
    'field',
    'new-paragraph',
    'drag-words',
    'delete-part',
    'wrap',
    'bold',
  ])
  switch (kind) {
    case 'type':
      editor.edit(tr => tr.insert(pos + 1 + offset, schema.text(` ${word} `)))
      break
    case 'delete-words':
      editor.edit(tr =>
        tr.delete(pos + 1 + offset, Math.min(pos + 1 + node.content.size, pos + 1 + offset + random.int(30))),
      )
      break
    case 'split':
      editor.edit(tr => tr.split(pos + 1 + offset))
      break
    case 'join':
      editor.edit(tr => tr.join(pos))
      break
    case 'retype':
      editor.edit(tr =>
        tr.setBlockType(
          pos,
          pos + node.nodeSize,
          random.pick([schema.nodes.paragraph, schema.nodes.heading].filter(t => t !== undefined)),
          { ...node.attrs, level: 2 },
        ),
      )
      break
    case 'delete-block':
      editor.edit(tr => tr.delete(topPos, topPos + doc.child(top).nodeSize))
      break
    case 'move-block':
      editor.edit(tr => {
        const block = doc.child(top)
        tr.delete(topPos, topPos + block.nodeSize)
        const to = random.int(tr.doc.childCount + 1)
        tr.insert(
          Array.from({ length: to }, (_, i) => tr.doc.child(i).nodeSize).reduce((a, b) => a + b, 0),
          block,
        )
      })
      break
    case 'field':
      editor.edit(tr => setField(tr, random, word))
      break
    case 'drag-words':
      editor.edit(tr =>
        dragWords(tr, pos + 1 + offset, Math.min(random.int(20), node.content.size - offset), random),
      )
      break
    case 'delete-part':
      editor.edit(tr => deletePart(tr, pos))
      break
    case 'wrap':
      editor.edit(tr => wrapInList(tr, topPos, word))
      break
    case 'bold':
      editor.edit(tr => tr.addMark(pos + 1, pos + 1 + offset, schema.mark('bold')))
      break
    default:
      editor.edit(tr => tr.insert(topPos, schema.node('paragraph', { id: `n-${word}` }, schema.text(word))))
  }
  return kind
}
