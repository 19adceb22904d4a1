import * as Y from 'yjs'
import { must } from '../../../../shared/result.ts'
import type { SeededRandom } from '../../../support/seeded-random.ts'

// No characters outside the basic plane: an edit between their two halves, which no editor makes, leaves Yjs' copies unequal.
const WORDS = ['party ', 'shall ', 'deliver ', 'añadir ', '条項 ', 'KPI ', '\u0000', 'e\u0301']

/**
 * One random edit of any kind that an agreement's document can hold. Formatting may be left out: on hearing of it, Yjs deletes
 * redundant marks of itself, so that documents with the same updates are equal only after they have heard of each other again.
 */
export function editAtRandom(doc: Y.Doc, random: SeededRandom, formatting = true): void {
  const body = doc.getXmlFragment('body')
  const kinds = [
    addBlock,
    addBlock,
    type,
    type,
    type,
    erase,
    formatting ? format : type,
    embed,
    setMeta,
    dropBlock,
    undoable,
  ]
  doc.transact(() => random.pick(kinds)(body, doc, random))
}

function addBlock(body: Y.XmlFragment, _doc: Y.Doc, random: SeededRandom): void {
  const block = new Y.XmlElement(random.pick(['paragraph', 'heading', 'kpi']))
  block.setAttribute('id', `block-${random.int(1e9)}`)
  block.insert(0, [new Y.XmlText(random.pick(WORDS))])
  body.insert(random.int(body.length + 1), [block])
}

function dropBlock(body: Y.XmlFragment, _doc: Y.Doc, random: SeededRandom): void {
  if (body.length > 2) body.delete(random.int(body.length), 1)
}

function type(body: Y.XmlFragment, doc: Y.Doc, random: SeededRandom): void {
  const text = anyText(body, random)
  if (text) text.insert(random.int(text.length + 1), random.pick(WORDS))
  else addBlock(body, doc, random)
}

function erase(body: Y.XmlFragment, _doc: Y.Doc, random: SeededRandom): void {
  const text = anyText(body, random)
  if (!text || text.length === 0) return
  const at = random.int(text.length)
  text.delete(at, 1 + random.int(text.length - at))
}

function format(body: Y.XmlFragment, _doc: Y.Doc, random: SeededRandom): void {
  const text = anyText(body, random)
  if (!text || text.length === 0) return
  text.format(0, 1 + random.int(text.length), { bold: random.chance(0.5) ? true : null })
}

function embed(body: Y.XmlFragment, _doc: Y.Doc, random: SeededRandom): void {
  anyText(body, random)?.insertEmbed(0, { partyRef: { partyId: String(random.int(9)) } })
}

function setMeta(_body: Y.XmlFragment, doc: Y.Doc, random: SeededRandom): void {
  const values = [
    null,
    true,
    1.5,
    -7,
    2 ** 40,
    'text 🤝',
    [1, ['a', null]],
    { a: { b: undefined } },
    Uint8Array.of(1),
  ]
  doc.getMap('meta').set(random.pick(['title', 'schemaVersion', 'other']), random.pick(values))
}

function undoable(_body: Y.XmlFragment, doc: Y.Doc, random: SeededRandom): void {
  const list = doc.getArray('list')
  if (list.length > 3 && random.chance(0.5)) list.delete(random.int(list.length), 1)
  else list.insert(random.int(list.length + 1), [random.int(100), 'x', new Y.Map([['k', random.int(5)]])])
}

function anyText(body: Y.XmlFragment, random: SeededRandom): Y.XmlText | null {
  if (body.length === 0) return null
  const block = body.get(random.int(body.length))
  const text = block instanceof Y.XmlElement && block.length > 0 ? block.get(0) : null
  return text instanceof Y.XmlText ? text : null
}

/** What a document says, as plain JSON: equal for documents that have converged. */
export const contentOf = (doc: Y.Doc) => ({
  body: doc.getXmlFragment('body').toString(),
  meta: doc.getMap('meta').toJSON(),
  list: doc.getArray('list').toJSON(),
})

/** Updates of `authors` documents that edit at random and now and then hear of each other, in the order in which they arose. */
export function randomUpdates(
  random: SeededRandom,
  edits: number,
  { authors = 3, formatting = true } = {},
): Uint8Array[] {
  const updates: Uint8Array[] = []
  const docs = Array.from({ length: authors }, (_, index) => {
    const doc = new Y.Doc({ gc: random.chance(0.5) })
    doc.clientID = 1000 * (index + 1) + random.int(900)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'heard') updates.push(update)
    })
    return doc
  })
  for (let i = 0; i < edits; i++) {
    const doc = random.pick(docs)
    if (random.chance(0.2)) {
      const other = must(docs[random.int(docs.length)], 'a document')
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), 'heard')
    }
    editAtRandom(doc, random, formatting)
  }
  return updates
}
