import { type RoomKey, roomName } from '../../shared/protocol/wire.ts'
import { CHAIN_START } from '../../shared/record/chain.ts'
import type { RecordStore } from '../store/record-store.ts'
import { roomsOf } from './check-store.ts'

const ENTRIES_AT_A_TIME = 500

/** How far a move has come. */
export interface MoveProgress {
  readonly rooms: number
  readonly entries: number
}

/**
 * Appends what the target's record lacks of the source's, room by room, and compares the heads: as one head fixes all that is
 * before it, equal heads mean equal records. It goes on where it was interrupted. Throws in words when the target has a room
 * that went another way.
 */
export async function moveRecord(
  source: RecordStore,
  target: RecordStore,
  tell: (progress: MoveProgress) => void,
): Promise<MoveProgress> {
  let rooms = 0
  let entries = 0
  for await (const { room, head } of roomsOf(source)) {
    await moveRoom(source, target, room, head.seq, count => {
      entries += count
      tell({ rooms, entries })
    })
    const moved = await target.head(room)
    if (moved.seq !== head.seq || Buffer.compare(moved.chain, head.chain) !== 0)
      throw new Error(`The record of ${roomName(room)} is not the same in the database.`)
    rooms++
    tell({ rooms, entries })
  }
  for await (const { room } of roomsOf(target))
    if ((await source.head(room)).seq === 0)
      throw new Error(
        `The database holds ${roomName(room)}, which this store does not: move into an empty one.`,
      )
  return { rooms, entries }
}

async function moveRoom(
  source: RecordStore,
  target: RecordStore,
  room: RoomKey,
  last: number,
  moved: (entries: number) => void,
): Promise<void> {
  const { seq, chain } = await target.head(room)
  const [before] = seq === 0 ? [] : await source.read(room, seq, seq + 1)
  if (Buffer.compare(before?.chain ?? CHAIN_START, chain) !== 0)
    throw new Error(`The database has another record of ${roomName(room)}: move into an empty one.`)
  const owners = [...(await source.owners(room))]
  for (let from = seq + 1; from <= last; from += ENTRIES_AT_A_TIME) {
    const page = await source.read(room, from, from + ENTRIES_AT_A_TIME)
    const entries = page.map(({ update, authorId, at }, n) => {
      // Whoever owns an id has written something: the id comes with the first of it, and again with each page.
      const isFirst = page.findIndex(other => other.authorId === authorId) === n
      const claims = isFirst ? owners.filter(([, owner]) => owner === authorId).map(([client]) => client) : []
      return { room, update, authorId, at, claims }
    })
    await target.append(entries)
    moved(page.length)
  }
  const { snapshot } = await source.load(room)
  if (snapshot) await target.saveSnapshot(room, snapshot)
}
