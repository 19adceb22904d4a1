import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { SYNC_LIMITS } from '../../../server/sync/limits.ts'
import { checkUpdate, isEmpty } from '../../../server/sync/update-check.ts'
import { SeededRandom } from '../../support/seeded-random.ts'
import { randomUpdates } from './support/random-document.ts'

// Many random cases, on a machine that may be busy with other work.
vi.setConfig({ testTimeout: 60_000 })

const seed = fc.integer({ min: 0, max: 2 ** 31 })
const check = (update: Uint8Array) => checkUpdate(update, SYNC_LIMITS)
const ofVarints = (...values: (number | string)[]) => {
  const encoder = encoding.createEncoder()
  for (const value of values) {
    if (typeof value === 'number') encoding.writeVarUint(encoder, value)
    else encoding.writeVarString(encoder, value)
  }
  return encoding.toUint8Array(encoder)
}

/** Whether everything that the server and the clients do with an update goes through. */
function yjsCanUse(update: Uint8Array): boolean {
  const doc = new Y.Doc()
  doc.getText('before').insert(0, 'some text')
  try {
    Y.applyUpdate(doc, update)
    const merged = Y.mergeUpdates([Y.encodeStateAsUpdate(doc), update])
    Y.diffUpdate(merged, Y.encodeStateVectorFromUpdate(update))
    return true
  } catch {
    return false
  }
}

describe('the check of an update', () => {
  it('takes every update that Yjs makes, and every merge, diff and state of them', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 40 }), (start, edits) => {
        const random = new SeededRandom(start)
        const updates = randomUpdates(random, edits)
        const some = updates.filter(() => random.chance(0.6)).reverse()
        const merged = Y.mergeUpdates(updates)
        const partial = some.length > 0 ? Y.mergeUpdates(some) : merged
        const doc = new Y.Doc()
        for (const update of some) Y.applyUpdate(doc, update)
        const all = [
          ...updates,
          merged,
          partial,
          Y.mergeUpdates([partial, merged]),
          Y.diffUpdate(merged, Y.encodeStateVectorFromUpdate(partial)),
          Y.encodeStateAsUpdate(doc),
        ]
        for (const update of all) expect(check(update)).toMatchObject({ ok: true })
      }),
      { numRuns: 200 },
    )
  })

  it('finds the same ticks and the same deletes as Yjs', () => {
    fc.assert(
      fc.property(seed, start => {
        const random = new SeededRandom(start)
        const updates = randomUpdates(random, 30)
        const update = Y.mergeUpdates(updates.filter(() => random.chance(0.7)).concat(updates.slice(0, 1)))
        const shape = check(update)
        if (!shape.ok) throw new Error('refused')
        const { structs, ds } = Y.decodeUpdate(update)
        const ticks = (ranges: Iterable<{ client: number; from: number; to: number }>) =>
          [...ranges].flatMap(({ client, from, to }) =>
            Array.from({ length: to - from }, (_, index) => `${client}:${from + index}`),
          )
        const expectedStructs = structs
          .filter(struct => struct.constructor.name !== 'Skip')
          .map(({ id, length }) => ({ client: id.client, from: id.clock, to: id.clock + length }))
        const expectedDeletes = [...ds.clients].flatMap(([client, items]) =>
          items.map(({ clock, len }) => ({ client, from: clock, to: clock + len })),
        )
        const expectedFormats = structs
          .filter(struct => struct instanceof Y.Item && struct.content instanceof Y.ContentFormat)
          .map(({ id, length }) => ({ client: id.client, from: id.clock, to: id.clock + length }))
        expect(ticks(shape.value.structs)).toEqual(ticks(expectedStructs))
        expect(ticks(shape.value.formats)).toEqual(ticks(expectedFormats))
        expect(ticks(shape.value.deletes)).toEqual(ticks(expectedDeletes))
      }),
    )
  })

  it('lets nothing through that Yjs cannot use, however an update was changed, and never takes long', () => {
    fc.assert(
      fc.property(
        seed,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 }),
        fc.nat(),
        (start, changes, cut) => {
          const random = new SeededRandom(start)
          const updates = randomUpdates(random, 12, { authors: 2 })
          const update = Y.mergeUpdates(updates)
          for (const [at, byte] of changes) update[at % update.length] = byte
          const hostile = random.chance(0.2) ? update.subarray(0, cut % update.length) : update
          const before = performance.now()
          const shape = check(hostile)
          expect(performance.now() - before).toBeLessThan(250)
          if (shape.ok) expect(yjsCanUse(hostile)).toBe(true)
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('answers for any bytes, without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        const shape = check(bytes)
        if (shape.ok) expect(yjsCanUse(bytes)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('knows an empty update', () => {
    const empty = check(Y.encodeStateAsUpdate(new Y.Doc()))
    expect(empty.ok && isEmpty(empty.value)).toBe(true)
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'a')
    const one = check(Y.encodeStateAsUpdate(doc))
    expect(one.ok && isEmpty(one.value)).toBe(false)
  })

  const HUGE = 2 ** 40
  const byName = 1
  it.each([
    ['nothing at all', Uint8Array.of()],
    ['a text that claims 2^40 bytes', ofVarints(1, 1, 7, 0, 4, byName, 't', HUGE)],
    ['2^40 clients', ofVarints(HUGE)],
    ['2^40 structs', ofVarints(1, HUGE, 7, 0)],
    ['2^40 values', ofVarints(1, 1, 7, 0, 8, byName, 't', HUGE)],
    ['2^40 deleted ranges', ofVarints(0, 1, 7, HUGE)],
    ['ticks beyond what a number holds', ofVarints(1, 1, 7, Number.MAX_SAFE_INTEGER, 0, 9, 0)],
    ['a varint that never ends', new Uint8Array(4000).fill(0x80)],
    ['a struct of no length', ofVarints(1, 1, 7, 0, 0, 0, 0)],
    ['an empty text', ofVarints(1, 1, 7, 0, 4, byName, 't', '', 0)],
    ['a content that does not exist', ofVarints(1, 1, 7, 0, 11, byName, 't', 0)],
    ['a type that does not exist', ofVarints(1, 1, 7, 0, 7, byName, 't', 7, 0)],
    ['clients in the wrong order', ofVarints(2, 1, 7, 0, 0, 1, 1, 8, 0, 0, 1, 0)],
    ['the same client twice', ofVarints(2, 1, 7, 0, 0, 1, 1, 7, 1, 0, 1, 0)],
    ['a client without structs', ofVarints(1, 0, 7, 0, 0)],
    ['bytes after the end', ofVarints(0, 0, 0)],
    ['text that is not UTF-8', Uint8Array.of(1, 1, 7, 0, 4, 1, 1, 116, 2, 0xc3, 0x28, 0)],
    ['a format that is not JSON', ofVarints(1, 1, 7, 0, 6, byName, 't', 'bold', '{', 0)],
    [
      'an embed nested without end',
      ofVarints(1, 1, 7, 0, 5, byName, 't', '['.repeat(5000) + ']'.repeat(5000), 0),
    ],
    ['a sub-document without options', ofVarints(1, 1, 7, 0, 9, byName, 't', 'guid', 126, 0)],
  ])('refuses %s', (_what, update) => {
    expect(check(update)).toEqual({ ok: false, error: { kind: 'malformed' } })
  })

  it('refuses values nested so deep that readers overflow', () => {
    const nested = (depth: number) =>
      Uint8Array.from([
        ...ofVarints(1, 1, 7, 0, 8, byName, 't', 1),
        ...Array(depth).fill([117, 1]).flat(),
        126,
        0,
      ])
    expect(check(nested(20)).ok).toBe(true)
    expect(check(nested(100_000)).ok).toBe(false)
  })

  it('refuses an item that hangs on itself or on its own future: it would make every reader throw half-way', () => {
    const text = (originClock: number) => Uint8Array.of(1, 1, 7, 5, 128 + 4, 7, originClock, 1, 120, 0)
    expect(check(text(4)).ok).toBe(true)
    expect(check(text(5)).ok).toBe(false)
    expect(check(text(9)).ok).toBe(false)
  })

  it('refuses more structs and more deleted ranges than the limits', () => {
    const doc = new Y.Doc()
    for (let i = 0; i < 20; i++) doc.getText('t').insert(0, 'ab')
    for (let i = 0; i < 10; i++) doc.getText('t').delete(i * 3, 1)
    const update = Y.encodeStateAsUpdate(doc)
    expect(checkUpdate(update, { structs: 10, deleteRanges: 100 }).ok).toBe(false)
    expect(checkUpdate(update, { structs: 100, deleteRanges: 5 }).ok).toBe(false)
    expect(checkUpdate(update, { structs: 100, deleteRanges: 100 }).ok).toBe(true)
  })

  it('passes over a large update in proportion to its size', () => {
    const doc = new Y.Doc()
    const text = doc.getText('t')
    for (let i = 0; i < 20_000; i++) text.insert((i * 7) % (text.length + 1), 'word ')
    const update = Y.encodeStateAsUpdate(doc)
    const before = performance.now()
    expect(check(update).ok).toBe(true)
    expect(performance.now() - before).toBeLessThan(250)
  })
})
