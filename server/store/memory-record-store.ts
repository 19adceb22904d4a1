import { type RoomKey, roomKey, roomName } from '../../shared/protocol/wire.ts'
import { CHAIN_START, chainHead } from '../../shared/record/chain.ts'
import type { NewRecordEntry, RecordEntry, RecordHead, RecordStore, RoomSnapshot } from './record-store.ts'
import { sha256 } from './record-store-hash.ts'

interface StoredRoom {
  readonly entries: RecordEntry[]
  readonly owners: Map<number, string>
  snapshot: RoomSnapshot | null
}

/** The record in memory, for tests and trials: it forgets everything when the process ends. */
export function createMemoryRecordStore(): RecordStore {
  const rooms = new Map<string, StoredRoom>()
  const find = (room: RoomKey): StoredRoom | undefined => rooms.get(roomName(room))

  const findOrAdd = (room: RoomKey): StoredRoom => {
    const stored = find(room) ?? { entries: [], owners: new Map(), snapshot: null }
    rooms.set(roomName(room), stored)
    return stored
  }

  const headOf = (stored: StoredRoom | undefined): RecordHead => {
    const last = stored?.entries.at(-1)
    return { seq: last?.seq ?? 0, chain: last?.chain ?? CHAIN_START }
  }

  const add = (entry: NewRecordEntry): void => {
    const stored = findOrAdd(entry.room)
    const head = headOf(stored)
    for (const client of entry.claims ?? [])
      if (!stored.owners.has(client)) stored.owners.set(client, entry.authorId)
    stored.entries.push({
      seq: head.seq + 1,
      update: entry.update.slice(),
      authorId: entry.authorId,
      at: entry.at,
      chain: chainHead(head.chain, entry.room, entry, sha256),
    })
  }

  return {
    append: async entries => {
      const touched = new Map(entries.map(({ room }) => [roomName(room), room]))
      for (const entry of entries) add(entry)
      return [...touched.values()].map(room => ({ room, head: headOf(find(room)) }))
    },
    load: async room => {
      const stored = find(room)
      const snapshot = stored?.snapshot ?? null
      return { snapshot, tail: stored?.entries.slice(snapshot?.seq ?? 0) ?? [] }
    },
    read: async (room, fromSeq, toSeq) =>
      find(room)?.entries.filter(({ seq }) => fromSeq <= seq && seq < toSeq) ?? [],
    head: async room => headOf(find(room)),
    rooms: async (after, limit) =>
      [...rooms]
        .filter(([name, { entries }]) => entries.length > 0 && (!after || name > roomName(after)))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .slice(0, limit)
        .map(([name, stored]) => ({ room: roomKey(name), head: headOf(stored) })),
    owners: async room => new Map(find(room)?.owners),
    saveSnapshot: async (room, snapshot) => {
      const stored = find(room)
      if (stored && snapshot.seq > (stored.snapshot?.seq ?? 0)) stored.snapshot = snapshot
    },
    probe: async () => {},
    close: async () => rooms.clear(),
  }
}
