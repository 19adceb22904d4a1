import * as Y from 'yjs'
import { seqOf } from '../../../../../shared/document/compare/line-text.ts'
import { type NodeJson, walk } from '../../../../../shared/document/document-json.ts'
import { seedUpdate } from '../../../../../shared/document/yjs-body.ts'
import { type HistoryEntry, RecordStamps } from '../../../../../shared/record/record-stamps.ts'
import { stampedBody } from '../../../../../shared/record/stamped-body.ts'
import { documentAt } from '../../../../../shared/record/text-at.ts'
import { editAtRandom } from '../../../../server/sync/support/random-document.ts'
import type { SeededRandom } from '../../../../support/seeded-random.ts'

export const heading = (id: string, text: string): NodeJson => ({
  type: 'heading',
  attrs: { id, level: 1 },
  content: [{ type: 'text', text }],
})
export const paragraph = (id: string, text: string): NodeJson => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
})

/** Writes a record: each edit is an entry of its own by the given author. */
export class Writing {
  readonly entries: HistoryEntry[] = []
  at = 1_763_900_000_000

  seed(blocks: readonly NodeJson[]): this {
    return this.add('ada', seedUpdate({ title: 'T', body: { type: 'doc', content: blocks } }, 99))
  }

  add(authorId: string, update: Uint8Array): this {
    this.entries.push({ seq: this.entries.length + 1, authorId, at: this.at, update })
    return this
  }

  copy(): Y.Doc {
    return documentAt(this.entries, this.entries.length)
  }

  edit(authorId: string, change: (body: Y.XmlFragment) => void, doc = this.copy()): this {
    const before = Y.encodeStateVector(doc)
    change(doc.getXmlFragment('body'))
    return this.add(authorId, Y.encodeStateAsUpdate(doc, before))
  }

  stamps(): RecordStamps {
    const stamps = new RecordStamps()
    for (const entry of this.entries) stamps.add(entry)
    return stamps
  }
}

export const textIn = (body: Y.XmlFragment, block: number) =>
  (body.get(block) as Y.XmlElement).get(0) as Y.XmlText

/** Text with its author behind each stretch. */
export function attributed(writing: Writing): string {
  const stamps = writing.stamps()
  const body = stampedBody(writing.copy(), (...range) => stamps.inserted.split(...range))
  const out: string[] = []
  walk(body, node => {
    if (node.type !== 'text') return
    const seq = seqOf(node)
    out.push(`${node.text}<${writing.entries.find(entry => entry.seq === seq)?.authorId ?? '?'}>`)
  })
  return out.join('')
}

/** Three devices and two people; with `gaps` some changes come before what they refer to. */
export function randomRecord(random: SeededRandom, gaps: boolean): Writing {
  const docs = [1, 2, 3].map(() => new Y.Doc({ gc: false }))
  const writing = new Writing()
  const late: Uint8Array[] = []
  for (let round = 0; round < 30; round++) {
    const doc = random.pick(docs)
    const before = Y.encodeStateVector(doc)
    for (let edits = random.int(3); edits >= 0; edits--) editAtRandom(doc, random)
    if (random.chance(0.2)) doc.getMap('meta').set('title', `Title ${round}`)
    late.push(Y.encodeStateAsUpdate(doc, before))
    if (gaps && random.chance(0.3)) continue
    writing.at += random.int(400_000)
    for (const update of late.splice(0).reverse()) writing.add(random.pick(['ada', 'ben']), update)
    if (random.chance(0.5)) Y.applyUpdate(doc, Y.encodeStateAsUpdate(random.pick(docs)))
  }
  return writing
}
