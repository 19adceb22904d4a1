import assert from 'node:assert/strict'
import { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { readBody, seedUpdate } from '../../shared/document/yjs-body.ts'
import { extractTerms } from '../../shared/terms/extract-terms.ts'
import { fairnessLedger } from '../../shared/terms/fairness.ts'
import { readinessOf } from '../../shared/terms/readiness/readiness.ts'
import { termsSchema } from '../../shared/terms/terms-schema.ts'
import { schema } from '../shared/document/arbitrary-document.ts'
import { type EditKind, editObjects } from './object-edits.ts'
import { SeededRandom } from './seeded-random.ts'

const STEPS = 120

export interface ObjectRun {
  readonly docs: readonly Y.Doc[]
  /** How often each kind of edit was made. */
  readonly did: ReadonlyMap<EditKind, number>
}

/** Two to four peers who edit objects by turns. Every update waits at each link, and links deliver late and in any order. */
export function runObjects(seed: number): ObjectRun {
  const random = new SeededRandom(seed)
  const did = new Map<EditKind, number>()
  const base = seedUpdate({ title: 'Fuzz', body: { type: 'doc', content: [] } }, 1)
  const docs = Array.from({ length: 2 + random.int(3) }, (_, index) => {
    const doc = new Y.Doc({ gc: false })
    doc.clientID = 100 + index
    Y.applyUpdate(doc, base)
    return doc
  })
  const links = docs.flatMap(from =>
    docs.filter(to => to !== from).map(to => ({ from, to, waiting: [] as Uint8Array[] })),
  )
  for (const link of links)
    link.from.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'link') link.waiting.push(update)
    })
  const deliver = (link: (typeof links)[number]) => {
    const [update] = link.waiting.splice(random.int(link.waiting.length), 1)
    if (update) Y.applyUpdate(link.to, update, 'link')
  }
  for (let step = 0; step < STEPS; step++) {
    const kind = editObjects(random.pick(docs), random)
    if (kind) did.set(kind, (did.get(kind) ?? 0) + 1)
    const open = links.filter(({ waiting }) => waiting.length > 0)
    if (open.length > 0 && random.chance(0.5)) deliver(random.pick(open))
  }
  for (const link of links) while (link.waiting.length > 0) deliver(link)
  return { docs, did }
}

/** Throws unless all peers hold one text that the schema calls valid, and read the same terms, problems and ledger out of it. */
export function assertAlike({ docs }: ObjectRun): void {
  const read = (doc: Y.Doc) => {
    const body = readBody(doc)
    const terms = extractTerms(body, 'Fuzz')
    return { body, terms, problems: readinessOf(body, terms), ledger: fairnessLedger(terms) }
  }
  const [first, ...others] = docs.map(read)
  assert(first)
  for (const other of others) assert.deepStrictEqual(other, first)
  Node.fromJSON(schema, first.body).check()
  termsSchema.parse(first.terms)
  const ids = first.problems.map(({ id }) => id)
  assert.equal(new Set(ids).size, ids.length, 'two problems share an id')
}
