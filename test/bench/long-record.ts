import * as Y from 'yjs'
import type { NodeJson } from '../../shared/document/document-json.ts'
import { seedUpdate } from '../../shared/document/yjs-body.ts'
import type { HistoryEntry } from '../../shared/record/record-stamps.ts'
import { must } from '../../shared/result.ts'
import { SeededRandom } from '../support/seeded-random.ts'

const CLAUSES = 2000
const FIRST_AT = 1_763_000_000_000
const BETWEEN_MS = 40_000
/** Everybody rests now and then. */
const REST_EVERY = 250
const REST_MS = 2 * 60 * 60 * 1000

const random = new SeededRandom(11)
const WORDS =
  'the party shall deliver notice within days of receipt and bear its share of cost under this clause'.split(
    ' ',
  )
const words = (count: number) => Array.from({ length: count }, () => random.pick(WORDS)).join(' ')
const block = (type: string, index: number, count: number, attrs = {}): NodeJson => ({
  type,
  attrs: { id: `${type}-${String(index).padStart(12, '0')}`, ...attrs },
  content: [{ type: 'text', text: words(count) }],
})
const agreement = (): NodeJson[] =>
  Array.from({ length: CLAUSES }, (_, index) => [
    block('heading', index, 3, { level: 1 + (index % 3) }),
    block('paragraph', index, 22),
  ]).flat()

/**
 * The record of an agreement of 50,000 words that came about in so many updates of the authors, the last of whom was offline for the
 * middle third.
 */
export function longRecord(updates: number, authorIds: readonly string[]): HistoryEntry[] {
  const body = { type: 'doc', content: agreement() } as const
  const seed = seedUpdate({ title: 'Agreement', body }, 1)
  const docs = authorIds.map((authorId, index) => {
    const doc = new Y.Doc({ gc: false })
    doc.clientID = 100 + index
    Y.applyUpdate(doc, seed)
    return { authorId, doc }
  })
  const away = docs.at(-1)?.doc
  const entries: HistoryEntry[] = [{ seq: 1, authorId: authorIds[0] ?? '', at: FIRST_AT, update: seed }]
  while (entries.length < updates) {
    const { authorId, doc } = random.pick(docs)
    const update = edit(doc)
    const at = FIRST_AT + entries.length * BETWEEN_MS + Math.floor(entries.length / REST_EVERY) * REST_MS
    entries.push({ seq: entries.length + 1, authorId, at, update })
    const offline = entries.length > updates / 3 && entries.length < (updates * 2) / 3
    for (const other of docs) {
      if (other.doc === doc || (offline && (other.doc === away || doc === away))) continue
      Y.applyUpdate(other.doc, update)
    }
  }
  return entries
}

/** One burst of typing or one deletion, as the update that a client would send. */
function edit(doc: Y.Doc): Uint8Array {
  let made: Uint8Array | null = null
  doc.once('update', update => {
    made = update
  })
  const body = doc.getXmlFragment('body')
  const text = (body.get(random.int(body.length)) as Y.XmlElement).get(0) as Y.XmlText
  doc.transact(() => {
    const at = random.int(text.length + 1)
    if (random.chance(0.6) || text.length < 30) text.insert(at, ` ${words(3)} `)
    else text.delete(Math.min(at, text.length - 20), 12)
  })
  return must<Uint8Array>(made, 'an edit makes an update')
}
