import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { SYNC_LIMITS } from '../../../server/sync/limits.ts'
import { mergeUpdates } from '../../../server/sync/merge-updates.ts'
import { checkUpdate } from '../../../server/sync/update-check.ts'
import { SeededRandom } from '../../support/seeded-random.ts'
import { contentOf, randomUpdates } from './support/random-document.ts'

// Many random cases, on a machine that may be busy with other work.
vi.setConfig({ testTimeout: 60_000 })

const seed = fc.integer({ min: 0, max: 2 ** 31 })
const structsIn = (update: Uint8Array) => Y.decodeUpdate(update).structs.length

/** Two people who type key by key into one text, each sometimes in the middle of the other's words, and delete. */
function typing(random: SeededRandom, keys: number): Uint8Array[] {
  const docs = [new Y.Doc(), new Y.Doc()]
  const updates: Uint8Array[] = []
  for (const [n, doc] of docs.entries()) {
    doc.clientID = 10 + n
    doc.on('update', (update, origin) => origin !== 'sync' && updates.push(update))
  }
  const cursors = [0, 0]
  for (let key = 0; key < keys; key++) {
    const who = random.int(2)
    const doc = docs[who] as Y.Doc
    const text = doc.getText('t')
    if (random.chance(0.05)) cursors[who] = random.int(text.length + 1)
    const at = Math.min(cursors[who] ?? 0, text.length)
    if (random.chance(0.15) && at > 0) {
      text.delete(at - 1, 1)
      cursors[who] = at - 1
    } else {
      text.insert(at, random.pick(['a', 'ß', '条', 'x']))
      cursors[who] = at + 1
    }
    if (random.chance(0.1)) {
      const [from, to] = random.chance(0.5) ? docs : [...docs].reverse()
      if (from && to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'sync')
    }
  }
  return updates
}

describe('merging updates', () => {
  it('leaves a document what it is, also for whoever has a part of it and whatever comes later', () => {
    fc.assert(
      fc.property(seed, fc.boolean(), (start, keyByKey) => {
        const random = new SeededRandom(start)
        const updates = keyByKey ? typing(random, 120) : randomUpdates(random, 40, { formatting: false })
        const cut = random.int(updates.length + 1)
        const [first, later] = [updates.slice(0, cut), updates.slice(cut)]
        const joined = mergeUpdates(first)
        const whole = new Y.Doc()
        for (const update of updates) Y.applyUpdate(whole, update)

        const reader = new Y.Doc({ gc: random.chance(0.5) })
        for (const update of first) if (random.chance(0.5)) Y.applyUpdate(reader, update)
        for (const update of [joined, ...later].sort(() => random.next() - 0.5)) Y.applyUpdate(reader, update)
        if (keyByKey) expect(reader.getText('t').toString()).toBe(whole.getText('t').toString())
        expect(contentOf(reader)).toEqual(contentOf(whole))
        expect(Y.encodeStateVector(reader).length).toBe(Y.encodeStateVector(whole).length)
        expect(checkUpdate(joined, SYNC_LIMITS).ok).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('needs no more structs than a document does, and says the same of each tick', () => {
    fc.assert(
      fc.property(seed, start => {
        const updates = typing(new SeededRandom(start), 300)
        const merged = Y.mergeUpdates(updates)
        const joined = mergeUpdates(updates)
        const doc = new Y.Doc({ gc: false })
        Y.applyUpdate(doc, merged)
        expect(structsIn(joined)).toBeLessThanOrEqual(structsIn(Y.encodeStateAsUpdate(doc)))
        const [before, after] = [merged, joined].map(update => checkUpdate(update, SYNC_LIMITS))
        if (!before?.ok || !after?.ok) throw new Error('refused')
        expect(after.value.structs).toEqual(before.value.structs)
        expect([...after.value.deletes]).toEqual([...before.value.deletes])
        expect(mergeUpdates([joined])).toEqual(joined)
      }),
      { numRuns: 60 },
    )
  })

  it('takes each tick once where updates overlap, from the earlier of them, and says what Yjs says to whoever has a part', () => {
    fc.assert(
      fc.property(seed, start => {
        const random = new SeededRandom(start)
        const updates = random.chance(0.5) ? typing(random, 80) : randomUpdates(random, 40)
        // Diffs between moments, as clients send them that come back: they overlap each other in the middle of items.
        const states = [0, 1, 2, 3].map(() =>
          Y.mergeUpdates(updates.slice(0, 1 + random.int(updates.length))),
        )
        const vectors = states.map(state => Y.encodeStateVectorFromUpdate(state))
        const pieces = states.flatMap(state => [
          state,
          Y.diffUpdate(mergeUpdates([state]), random.pick(vectors)),
          ...updates.filter(() => random.chance(0.2)),
        ])
        const parts = pieces.filter(() => random.chance(0.6)).sort(() => random.next() - 0.5)
        const vector = random.pick(vectors)
        const theirs = Y.mergeUpdates([...parts, Uint8Array.of(0, 0)])
        for (const [before, after] of [
          [theirs, mergeUpdates(parts)],
          [Y.diffUpdate(theirs, vector), mergeUpdates(parts, Y.decodeStateVector(vector))],
        ] as const) {
          const [said, says] = [before, after].map(update => checkUpdate(update, SYNC_LIMITS))
          if (!said?.ok || !says?.ok) throw new Error('refused')
          expect(says.value.structs).toEqual(said.value.structs)
          expect([...says.value.deletes]).toEqual([...said.value.deletes])
        }
        const [mine, yjs] = [mergeUpdates(parts), theirs].map(update => {
          const doc = new Y.Doc({ gc: false })
          Y.applyUpdate(doc, update)
          return [contentOf(doc), doc.getText('t').toString(), Y.encodeStateVector(doc)]
        })
        expect(mine).toEqual(yjs)
      }),
      { numRuns: 150 },
    )
  })

  it('divides an item of any kind where what is known ends', () => {
    const doc = new Y.Doc({ gc: false })
    doc.clientID = 7
    doc.getText('t').insert(0, 'añb🤝cd')
    doc.getArray('a').insert(0, ['x', { deep: [1, null] }, 5, true])
    doc.getText('t').delete(0, 2)
    const garbage = new Y.Doc()
    garbage.clientID = 8
    garbage.getArray('g').insert(
      0,
      [1, 2, 3].map(() => new Y.Map()),
    )
    garbage.getArray('g').delete(0, 3)
    const old = Y.mergeUpdates([Y.encodeStateAsUpdate(doc), Y.encodeStateAsUpdate(garbage)])
    for (let known = 0; known <= 12; known++)
      for (const client of [7, 8]) {
        const vector = Y.encodeStateVector(new Map([[client, known]]))
        const joined = mergeUpdates([old])
        expect(mergeUpdates([old], new Map([[client, known]]))).toEqual(Y.diffUpdate(joined, vector))
      }
  })

  it('leaves out what is no update, and goes on', () => {
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'kept')
    const good = Y.encodeStateAsUpdate(doc)
    for (const bad of [[], [9], [1, 1, 7, 0, 4], [0, 0, 0], [...good.slice(0, -1)]])
      expect(mergeUpdates([Uint8Array.from(bad), good])).toEqual(good)
  })

  it('keeps gaps, garbage, values of maps and everything that is no text as they are', () => {
    fc.assert(
      fc.property(seed, start => {
        const random = new SeededRandom(start)
        const updates = randomUpdates(random, 40)
        const some = updates.filter(() => random.chance(0.6)).concat(updates.slice(0, 1))
        const [before, after] = [Y.mergeUpdates(some), mergeUpdates(some)].map(update =>
          checkUpdate(update, SYNC_LIMITS),
        )
        if (!before?.ok || !after?.ok) throw new Error('refused')
        expect(after.value.structs).toEqual(before.value.structs)
        expect(after.value.formats).toEqual(before.value.formats)
      }),
      { numRuns: 100 },
    )
    const garbage = new Y.Doc()
    garbage.getArray('a').insert(0, [new Y.Map(), new Y.Map(), 'x'])
    garbage.getArray('a').delete(0, 2)
    const state = Y.encodeStateAsUpdate(garbage)
    expect(mergeUpdates([state])).toEqual(state)
  })
})
