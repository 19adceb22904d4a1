import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NewRecordEntry, RecordStore } from '../../server/store/record-store.ts'
import type { RoomKey } from '../../shared/protocol/wire.ts'
import { CHAIN_START, chainHead, firstBrokenLink } from '../../shared/record/chain.ts'

export const sha256 = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(createHash('sha256').update(bytes).digest())

export const bodyRoom: RoomKey = { agreementId: 'agreement-0000001', room: 'body' }
export const discussionRoom: RoomKey = { agreementId: 'agreement-0000001', room: 'discussion' }

let clock = 1_763_900_000_000

export const entry = (room: RoomKey, update: readonly number[], authorId = 'ada'): NewRecordEntry => ({
  room,
  update: Uint8Array.from(update),
  authorId,
  at: ++clock,
})

const everything = [0, Number.MAX_SAFE_INTEGER] as const

/** What every record store promises. `open` gives an empty store. */
export function recordStoreContract(name: string, open: () => Promise<RecordStore>): void {
  describe(`the record in ${name}`, () => {
    let store: RecordStore
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    it('knows nothing of a room without entries', async () => {
      expect(await store.head(bodyRoom)).toEqual({ seq: 0, chain: CHAIN_START })
      expect(await store.load(bodyRoom)).toEqual({ snapshot: null, tail: [] })
      expect(await store.read(bodyRoom, ...everything)).toEqual([])
    })

    it('gives back what was appended, in order, with author and time, counted from 1 in each room', async () => {
      const entries = [
        entry(bodyRoom, [1, 2, 3]),
        entry(discussionRoom, [9]),
        entry(bodyRoom, [], 'ben-ümlaut'),
        entry(bodyRoom, [1, 2, 3]),
      ]
      await store.append(entries)
      const record = await store.read(bodyRoom, ...everything)
      expect(record.map(({ chain: _, ...rest }) => rest)).toEqual(
        entries
          .filter(({ room }) => room === bodyRoom)
          .map(({ update, authorId, at }, index) => ({ seq: index + 1, update, authorId, at })),
      )
      expect((await store.read(discussionRoom, ...everything)).map(({ seq }) => seq)).toEqual([1])
    })

    it('returns the new head of each room touched, in order of first appearance', async () => {
      const first = entry(discussionRoom, [1])
      const heads = await store.append([first, entry(bodyRoom, [2]), entry(discussionRoom, [3])])
      expect(heads.map(({ room, head }) => [room, head.seq])).toEqual([
        [discussionRoom, 2],
        [bodyRoom, 1],
      ])
      expect(heads[0]?.head).toEqual(await store.head(discussionRoom))
      expect(heads[1]?.head).toEqual(await store.head(bodyRoom))
    })

    it('chains the entries of each room', async () => {
      await store.append([entry(bodyRoom, [1]), entry(discussionRoom, [1])])
      await store.append([entry(bodyRoom, [2], 'ben'), entry(bodyRoom, [3])])
      const record = await store.read(bodyRoom, ...everything)
      expect(firstBrokenLink(bodyRoom, record, sha256)).toBeNull()
      expect((await store.head(bodyRoom)).chain).toEqual(record.at(-1)?.chain)
      const [other] = await store.read(discussionRoom, ...everything)
      expect(other?.chain).toEqual(other && chainHead(CHAIN_START, discussionRoom, other, sha256))
    })

    it('keeps the order of overlapping calls', async () => {
      await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          store.append([entry(bodyRoom, [index]), entry(discussionRoom, [index])]),
        ),
      )
      const record = await store.read(bodyRoom, ...everything)
      expect(record.map(({ seq, update }) => [seq, update[0]])).toEqual(
        Array.from({ length: 20 }, (_, index) => [index + 1, index]),
      )
      expect(firstBrokenLink(bodyRoom, record, sha256)).toBeNull()
    })

    it('ties a client id to the author who first claims it, per room', async () => {
      expect(await store.owners(bodyRoom)).toEqual(new Map())
      await store.append([
        { ...entry(bodyRoom, [1], 'ada'), claims: [7, 4_294_967_295] },
        { ...entry(bodyRoom, [2], 'ben'), claims: [7, 8] },
        { ...entry(discussionRoom, [1], 'ben'), claims: [7] },
      ])
      await store.append([{ ...entry(bodyRoom, [3], 'cleo'), claims: [8] }])
      expect(await store.owners(bodyRoom)).toEqual(
        new Map([
          [7, 'ada'],
          [4_294_967_295, 'ada'],
          [8, 'ben'],
        ]),
      )
      expect(await store.owners(discussionRoom)).toEqual(new Map([[7, 'ben']]))
    })

    it('takes an append of nothing', async () => {
      expect(await store.append([])).toEqual([])
    })

    it('reads a stretch: from the first number up to, not including, the second', async () => {
      await store.append([1, 2, 3, 4, 5].map(byte => entry(bodyRoom, [byte])))
      expect((await store.read(bodyRoom, 2, 4)).map(({ seq }) => seq)).toEqual([2, 3])
      expect(await store.read(bodyRoom, 6, 9)).toEqual([])
      expect(await store.read(bodyRoom, 4, 4)).toEqual([])
    })

    it('keeps its own copy of an update', async () => {
      const written = entry(bodyRoom, [1, 2, 3])
      const done = store.append([written])
      await done
      written.update.fill(0)
      expect((await store.read(bodyRoom, 1, 2))[0]?.update).toEqual(Uint8Array.of(1, 2, 3))
    })

    it('appends an update that is a view of a larger buffer', async () => {
      const buffer = Uint8Array.from({ length: 64 }, (_, index) => index)
      await store.append([{ ...entry(bodyRoom, []), update: buffer.subarray(10, 13) }])
      expect((await store.read(bodyRoom, 1, 2))[0]?.update).toEqual(Uint8Array.of(10, 11, 12))
      expect(buffer[63]).toBe(63)
    })

    it('loads the newest snapshot and only the entries after it, and still reads all', async () => {
      await store.append([1, 2, 3, 4].map(byte => entry(bodyRoom, [byte])))
      await store.saveSnapshot(bodyRoom, { seq: 3, state: Uint8Array.of(7, 7) })
      const { snapshot, tail } = await store.load(bodyRoom)
      expect(snapshot).toEqual({ seq: 3, state: Uint8Array.of(7, 7) })
      expect(tail.map(({ seq, update }) => [seq, ...update])).toEqual([[4, 4]])
      expect((await store.read(bodyRoom, ...everything)).length).toBe(4)
      expect((await store.load(discussionRoom)).snapshot).toBeNull()
    })

    it('reads every entry exactly, with its head, however old it is and however many snapshots were kept since', async () => {
      const entries = Array.from({ length: 2600 }, (_, n) =>
        entry(bodyRoom, [n & 255, n >> 8, ...new Array<number>(n % 5).fill(7)], n % 3 ? 'ada' : 'ben-ümlaut'),
      )
      await store.append(entries.slice(0, 1100))
      const before = await store.read(bodyRoom, ...everything)
      await store.saveSnapshot(bodyRoom, { seq: 1100, state: Uint8Array.of(1) })
      expect(await store.read(bodyRoom, ...everything)).toEqual(before)
      await store.append(entries.slice(1100))
      await store.saveSnapshot(bodyRoom, { seq: 2550, state: Uint8Array.of(2) })
      const record = await store.read(bodyRoom, ...everything)
      expect(record.map(({ update, authorId, at }) => ({ room: bodyRoom, update, authorId, at }))).toEqual(
        entries,
      )
      expect(firstBrokenLink(bodyRoom, record, sha256)).toBeNull()
      expect((await store.head(bodyRoom)).chain).toEqual(record.at(-1)?.chain)
      expect(await store.read(bodyRoom, 990, 2010)).toEqual(record.slice(989, 2009))
      expect((await store.load(bodyRoom)).tail).toEqual(record.slice(2550))
    })

    it('does not go back to an older snapshot', async () => {
      await store.append([1, 2, 3].map(byte => entry(bodyRoom, [byte])))
      await store.saveSnapshot(bodyRoom, { seq: 3, state: Uint8Array.of(3) })
      await store.saveSnapshot(bodyRoom, { seq: 2, state: Uint8Array.of(2) })
      await store.saveSnapshot(bodyRoom, { seq: 3, state: Uint8Array.of(4) })
      expect((await store.load(bodyRoom)).snapshot).toEqual({ seq: 3, state: Uint8Array.of(3) })
    })

    it('lists the rooms that have entries in order, a page at a time', async () => {
      const rooms = ['agreement-0000001', 'agreement-0000002', 'agreement-0000010'].flatMap(agreementId =>
        (['body', 'discussion'] as const).map(room => ({ agreementId, room })),
      )
      await store.append([...rooms].reverse().map((room, index) => entry(room, [index])))
      const first = await store.rooms(null, 4)
      const rest = await store.rooms(first.at(-1)?.room ?? null, 4)
      expect([...first, ...rest].map(({ room }) => room)).toEqual(rooms)
      expect(rest[1]?.head).toEqual(await store.head(rooms[5] ?? bodyRoom))
      expect(await store.rooms(rooms[5] ?? null, 4)).toEqual([])
    })

    it('holds a large update and a large batch', async () => {
      const large = Uint8Array.from({ length: 3 * 1024 * 1024 }, (_, index) => index % 251)
      await store.append([{ ...entry(bodyRoom, []), update: large }])
      await store.append(Array.from({ length: 3000 }, (_, index) => entry(bodyRoom, [index % 256])))
      const { tail } = await store.load(bodyRoom)
      expect(Buffer.compare(tail[0]?.update ?? new Uint8Array(), large)).toBe(0)
      expect(tail.length).toBe(3001)
    })
  })
}
