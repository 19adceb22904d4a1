import type { Node } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { BODY_FRAGMENT } from '../../shared/document/node-types.ts'
import type { MergeFinding } from '../../shared/record/merge/merge-finding.ts'
import { reviewMerge } from '../../shared/record/merge/review-merge.ts'
import { HeadlessEditor, schema, startFrom } from '../support/headless-editor.ts'
import { SeededRandom } from '../support/seeded-random.ts'

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
function randomEdit(editor: HeadlessEditor, random: SeededRandom, word: string): string {
  const doc = editor.node
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

/** What the plain text of a document says; runs of one block are joined. */
const textOfDoc = (doc: Y.Doc) => {
  const parts: string[] = []
  const visit = (type: Y.XmlFragment | Y.XmlElement) => {
    for (const child of type.toArray()) {
      if (child instanceof Y.XmlText)
        parts.push(
          child
            .toDelta()
            .map((d: { insert: string }) => d.insert)
            .join(''),
        )
      else if (child instanceof Y.XmlElement) {
        parts.push(' ', JSON.stringify(child.getAttributes()), ' ')
        visit(child)
      }
    }
  }
  visit(doc.getXmlFragment(BODY_FRAGMENT))
  return parts.join('')
}

function merge(seed: number) {
  const random = new SeededRandom(seed)
  const base = startFrom(startingText(random))
  const editors = { mine: new HeadlessEditor(100, base), theirs: new HeadlessEditor(200, base) }
  const log: string[] = []
  for (const side of ['mine', 'theirs'] as const) {
    const edits = 1 + random.int(10)
    for (let index = 0; index < edits; index++)
      log.push(`${side}: ${randomEdit(editors[side], random, `${side}${seed}w${index}`)}`)
  }
  const merged = new Y.Doc({ gc: false })
  Y.applyUpdate(merged, base)
  const snapshot = Y.snapshot(merged)
  const [mine, theirs] = [editors.mine.work(), editors.theirs.work()]
  Y.applyUpdate(merged, mine)
  Y.applyUpdate(merged, theirs)
  const findings = reviewMerge({ base: snapshot, mine, theirs, merged, fragment: BODY_FRAGMENT })
  return { editors, merged, findings, log }
}

const told = (findings: readonly MergeFinding[]) => JSON.stringify(findings)

/** Words that a side's own text holds at the end, and that are neither in the merged text nor in the review. */
function silentlyLost(seed: number) {
  const { editors, merged, findings } = merge(seed)
  const text = textOfDoc(merged)
  const review = told(findings)
  const all = (['mine', 'theirs'] as const).flatMap(
    side => textOfDoc(editors[side].doc).match(new RegExp(`${side}${seed}w\\d+`, 'g')) ?? [],
  )
  const words = [...new Set(all)]
  return {
    words,
    inText: words.filter(word => text.includes(word)),
    lost: words.filter(word => !text.includes(word) && !review.includes(word)),
  }
}

const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 300)
const FIRST = Number(process.env.FUZZ_SEED ?? 1)

describe('merge review over random merges', () => {
  it('accounts for every word that either side wrote, in the text or in the review', () => {
    let written = 0
    let inText = 0
    const failures: { seed: number; lost: string[] }[] = []
    for (let seed = FIRST; seed < FIRST + ROUNDS; seed++) {
      const result = silentlyLost(seed)
      written += result.words.length
      inText += result.inText.length
      if (result.lost.length > 0) failures.push({ seed, lost: result.lost })
    }
    expect(failures).toEqual([])
    expect(written).toBeGreaterThan(ROUNDS)
    expect(written - inText, 'the run must lose words from the text, or it proves nothing').toBeGreaterThan(
      ROUNDS / 20,
    )
  })
})
