import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { decodeClocks, encodeClocks } from '../../../server/sync/clocks.ts'
import { SYNC_LIMITS } from '../../../server/sync/limits.ts'
import { createMerger } from '../../../server/sync/merger.ts'
import { RoomState } from '../../../server/sync/room-state.ts'
import { checkUpdate, type UpdateShape } from '../../../server/sync/update-check.ts'
import { CHAIN_START } from '../../../shared/record/chain.ts'
import { SeededRandom } from '../../support/seeded-random.ts'
import { contentOf, randomUpdates } from './support/random-document.ts'

// Many random cases, on a machine that may be busy with other work.
vi.setConfig({ testTimeout: 60_000 })

const seed = fc.integer({ min: 0, max: 2 ** 31 })
const merger = createMerger(Number.POSITIVE_INFINITY)
const newState = () => new RoomState(merger)

function shapeOf(update: Uint8Array): UpdateShape {
  const shape = checkUpdate(update, SYNC_LIMITS)
  if (!shape.ok) throw new Error('refused')
  return shape.value
}

const add = (state: RoomState, update: Uint8Array) =>
  state.add([{ update, shape: shapeOf(update) }], { seq: state.head.seq + 1, chain: CHAIN_START })

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

describe('the state of a room', () => {
  it('is the document of all updates, however they came and whenever it was merged', async () => {
    await fc.assert(
      fc.asyncProperty(seed, async start => {
        const random = new SeededRandom(start)
        const updates = randomUpdates(random, 40, { formatting: false })
        if (random.chance(0.5)) updates.sort(() => random.next() - 0.5)
        const state = newState()
        for (const update of updates) {
          add(state, update)
          if (random.chance(0.1)) await state.fold()
        }
        const { update, head } = await state.whole()
        expect(head.seq).toBe(updates.length)
        expect(contentOf(docOf([update]))).toEqual(contentOf(docOf(updates)))
        expect(new Map(state.clocks)).toEqual(Y.decodeStateVector(Y.encodeStateVectorFromUpdate(update)))
      }),
      { numRuns: 60 },
    )
  })

  it('gives whoever has a part of it what they lack', async () => {
    await fc.assert(
      fc.asyncProperty(seed, async start => {
        const random = new SeededRandom(start)
        const updates = randomUpdates(random, 40, { formatting: false })
        const state = newState()
        const reader = new Y.Doc({ gc: random.chance(0.5) })
        const upTo = random.int(updates.length)
        for (const [index, update] of updates.entries()) {
          add(state, update)
          if (index <= upTo && random.chance(0.9)) Y.applyUpdate(reader, update)
          if (random.chance(0.1)) await state.fold()
        }
        const clocks = decodeClocks(Y.encodeStateVector(reader))
        if (!clocks.ok) throw new Error('a state vector')
        Y.applyUpdate(reader, await state.missingAt(clocks.value))
        expect(contentOf(reader)).toEqual(contentOf(docOf(updates)))
      }),
      { numRuns: 150 },
    )
  })

  it('sends next to nothing to whoever has nearly all of it', async () => {
    const doc = new Y.Doc()
    const state = newState()
    doc.on('update', (update: Uint8Array) => add(state, update))
    for (let i = 0; i < 500; i++) doc.getText('t').insert((i * 7) % (doc.getText('t').length + 1), 'word ')
    await state.fold()
    const known = new Map(state.clocks)
    doc.getText('t').insert(0, 'x')
    expect((await state.missingAt(known)).length).toBeLessThan(40)
    expect((await state.whole()).update.length).toBeGreaterThan(4000)
  })

  it('tells deletions, which no state vector shows, before and after they are merged', async () => {
    const doc = new Y.Doc()
    const state = newState()
    const reader = new Y.Doc()
    doc.on('update', (update: Uint8Array) => add(state, update))
    doc.getText('t').insert(0, 'some text')
    await state.fold()
    const known = new Map(state.clocks)
    Y.applyUpdate(reader, await state.missingAt(new Map()))
    expect(await state.missingAt(known)).toEqual(Uint8Array.of(0, 0))
    doc.getText('t').delete(0, 5)
    const tail = await state.missingAt(known)
    await state.fold()
    expect(await state.missingAt(known)).toEqual(tail)
    Y.applyUpdate(reader, tail)
    expect(reader.getText('t').toString()).toBe('text')
  })

  it('tells what any reader may say, edits or not, from what only an edit can bring', async () => {
    await fc.assert(
      fc.asyncProperty(seed, async start => {
        const random = new SeededRandom(start)
        const updates = randomUpdates(random, 30)
        const state = newState()
        const kept = updates.slice(0, 1 + random.int(updates.length))
        for (const update of kept) add(state, update)
        // One reader heard everything piece by piece, one all at once; each made deletions of its own on the way.
        for (const reader of [docOf(kept), docOf([Y.mergeUpdates(kept)])]) {
          const says = (doc: Y.Doc) => shapeOf(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(reader)))
          expect(await state.implies(says(reader))).toBe(true)
          const editor = docOf([Y.encodeStateAsUpdate(reader)])
          editor.getMap('meta').set('another', random.int(1e9))
          expect(await state.implies(says(editor))).toBe(false)
          const eraser = docOf([Y.encodeStateAsUpdate(reader)])
          if (eraser.getXmlFragment('body').length === 0) continue
          eraser.getXmlFragment('body').delete(0, 1)
          expect(await state.implies(says(eraser))).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('knows what its updates say: every part of it and no more', () => {
    fc.assert(
      fc.property(seed, start => {
        const random = new SeededRandom(start)
        const updates = randomUpdates(random, 30)
        const state = newState()
        const kept = updates.slice(0, 1 + random.int(updates.length))
        for (const update of kept) add(state, update)
        expect(state.holds(shapeOf(Y.mergeUpdates(kept)))).toBe(true)
        const some = kept.filter(() => random.chance(0.5))
        if (some.length > 0) expect(state.holds(shapeOf(Y.mergeUpdates(some)))).toBe(true)
        const next = updates[kept.length]
        // An update without structs may be held already: two authors can delete the same.
        if (next && shapeOf(next).structs.length > 0) expect(state.holds(shapeOf(next))).toBe(false)
      }),
    )
  })

  it('loads from a snapshot and the entries after it', async () => {
    const updates = randomUpdates(new SeededRandom(4), 60)
    const entries = updates.map((update, index) => ({
      seq: index + 1,
      update,
      authorId: 'ada',
      at: 1,
      chain: CHAIN_START,
    }))
    const snapshot = { seq: 40, state: Y.mergeUpdates(updates.slice(0, 40)) }
    const head = { seq: updates.length, chain: CHAIN_START }
    const state = await RoomState.load(merger, { snapshot, tail: entries.slice(40) }, head)
    expect(new Map(state.clocks)).toEqual(Y.decodeStateVector(Y.encodeStateVector(docOf(updates))))
    expect(contentOf(docOf([(await state.whole()).update]))).toEqual(contentOf(docOf(updates)))
    expect(state.head).toEqual(head)
  })

  it('goes on after its thread has died on one merge', async () => {
    let dies = false
    const mortal = (work: keyof Pick<typeof merger, 'merge' | 'deletes'>) =>
      (async (...asked: never[]) => {
        if (dies) throw new Error('The thread ended')
        return (merger[work] as (...of: never[]) => Promise<Uint8Array>)(...asked)
      }) as never
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'text')
    const state = new RoomState({ ...merger, merge: mortal('merge'), deletes: mortal('deletes') })
    add(state, Y.encodeStateAsUpdate(doc))
    await state.fold()
    const shape = shapeOf(Uint8Array.of(0, 0))
    dies = true
    await expect(state.missingAt(state.clocks)).rejects.toThrow('ended')
    await expect(state.implies(shape)).rejects.toThrow('ended')
    dies = false
    expect(await state.missingAt(state.clocks)).toEqual(Uint8Array.of(0, 0))
    expect(await state.implies(shape)).toBe(true)
  })

  it('merges in a thread what is large, to the same bytes', async () => {
    const threaded = createMerger(0)
    await threaded.warm()
    const updates = randomUpdates(new SeededRandom(5), 60)
    const clocks = decodeClocks(Y.encodeStateVector(docOf(updates.slice(0, 20))))
    if (!clocks.ok) throw new Error('a state vector')
    const vector = clocks.value
    expect(await threaded.merge(updates)).toEqual(await merger.merge(updates))
    expect(await threaded.merge(updates, vector)).toEqual(await merger.merge(updates, vector))
    expect(updates[0]?.length).toBeGreaterThan(0)
    await threaded.close()
  })
})

describe('a state vector', () => {
  it('survives its encoding, and Yjs reads it', () => {
    const pair = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 2 ** 40 }))
    fc.assert(
      fc.property(fc.array(pair), pairs => {
        const clocks = new Map(pairs)
        expect(decodeClocks(encodeClocks(clocks))).toEqual({ ok: true, value: clocks })
        expect(Y.decodeStateVector(encodeClocks(clocks))).toEqual(clocks)
      }),
    )
  })

  it('is refused when it is garbage', () => {
    for (const bytes of [[], [1], [200, 200], [1, 2, 3, 4], [255, 255, 255, 255, 255, 255, 255, 255, 255]])
      expect(decodeClocks(Uint8Array.from(bytes)).ok).toBe(false)
  })
})
