import type { Node } from '@tiptap/pm/model'
import type { MergeReview } from '../../shared/record/merge/review-merge.ts'
import {
  type MergedCase,
  mergeWork,
  startOf,
  textOfDoc,
  type Writer,
  type WriterKind,
  writer,
} from './merge-writers.ts'
import { SeededRandom } from './seeded-random.ts'

const WORDS =
  'the parties shall share costs monthly in arrears unless notice is given by either party before renewal'.split(
    ' ',
  )

const paragraph = (random: SeededRandom, id: string) => ({
  type: 'paragraph',
  attrs: { id },
  content: [
    { type: 'text', text: Array.from({ length: 4 + random.int(12) }, () => random.pick(WORDS)).join(' ') },
  ],
})

function startingText(random: SeededRandom) {
  const content: unknown[] = []
  for (let index = 0; index < 3 + random.int(4); index++) {
    content.push({
      type: 'heading',
      attrs: { id: `h${index}`, level: 1 },
      content: [{ type: 'text', text: `Clause ${index}` }],
    })
    content.push(paragraph(random, `p${index}a`), paragraph(random, `p${index}b`))
    if (random.chance(0.3)) {
      const items = ['x', 'y'].map(name => ({
        type: 'listItem',
        attrs: { id: `i${index}${name}` },
        content: [paragraph(random, `l${index}${name}`)],
      }))
      content.push({ type: 'bulletList', attrs: { id: `u${index}` }, content: items })
    }
    if (random.chance(0.3)) {
      const parts = ['name', 'value', 'definition'].map(part => ({
        type: 'kpiPart',
        attrs: { id: `k${index}${part}`, part },
        content: paragraph(random, '').content,
      }))
      content.push({ type: 'kpi', attrs: { id: `k${index}`, unit: '%', target: '90' }, content: parts })
    }
  }
  return { type: 'doc', content }
}

/** A small agreement with lists and KPIs, as bytes. */
export const startOfRandomText = (random: SeededRandom, kind: WriterKind = 'parley'): Uint8Array =>
  startOf(kind, startingText(random).content)

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
    'delete-words',
    'split',
    'join',
    'retype',
    'delete-block',
    'move-block',
    'field',
    'new-paragraph',
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
      editor.edit(tr => {
        const kpi = textBlocks(doc).find(block => block.node.type.name === 'kpiPart')
        if (kpi)
          tr.setNodeAttribute(
            tr.doc.resolve(kpi.pos).before(),
            random.pick(['unit', 'target', 'baseline']),
            word,
          )
      })
      break
    default:
      editor.edit(tr => tr.insert(topPos, schema.node('paragraph', { id: `n-${word}` }, schema.text(word))))
  }
  return kind
}

export interface MergeAccount extends MergedCase {
  /** Words that a side's own text held at the end. */
  readonly written: readonly string[]
  readonly inText: readonly string[]
  /** Not in the text, but in the review. */
  readonly inReview: readonly string[]
  readonly lost: readonly string[]
  readonly log: readonly string[]
}

/** One random merge of one (or, now and then, two) people with the one who comes back, and what became of each word. */
export function randomMerge(seed: number, kind: WriterKind): MergeAccount {
  const random = new SeededRandom(seed)
  const base = startOfRandomText(random, kind)
  const names = random.chance(0.25) ? ['mine', 'theirs', 'third'] : ['mine', 'theirs']
  const log: string[] = []
  const writers = names.map((name, index) => {
    const person = writer(kind, 100 * (index + 1), base)
    const edits = 1 + random.int(10)
    for (let step = 0; step < edits; step++)
      log.push(`${name}: ${randomEdit(person, random, `${name}${seed}w${step}`)}`)
    return { name, person, work: person.work() }
  })
  const [mine, ...others] = writers
  const merged = mergeWork(
    base,
    mine?.work ?? [],
    others.flatMap(({ work }) => work),
  )
  // What the others lost to each other is for their own review.
  const theirs =
    others.length === 1
      ? others[0]?.person.doc
      : mergeWork(base, others[0]?.work ?? [], others[1]?.work ?? []).doc
  const texts = [mine?.person.doc, theirs].flatMap(doc => (doc ? [textOfDoc(doc)] : []))
  const own = new RegExp(`(?:mine|theirs|third)${seed}w\\d+`, 'g')
  const written = [...new Set(texts.flatMap(text => text.match(own) ?? []))]
  return { ...merged, written, log, ...fates(written, textOfDoc(merged.doc), merged.review) }
}

/** Where each word is: whole in the text, else in a finding, else nowhere. */
export function fates(written: readonly string[], text: string, review: MergeReview | null) {
  const told = JSON.stringify([review?.findings ?? [], review?.terms ?? []])
  const holds = (where: string, word: string) => new RegExp(`${word}(?!\\d)`).test(where)
  const inText = written.filter(word => holds(text, word))
  const missing = written.filter(word => !holds(text, word))
  return {
    inText,
    inReview: missing.filter(word => holds(told, word)),
    lost: missing.filter(word => !holds(told, word)),
  }
}
