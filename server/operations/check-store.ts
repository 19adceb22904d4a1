import { z } from 'zod'
import { type RoomKey, roomName } from '../../shared/protocol/wire.ts'
import { CHAIN_START, firstBrokenLink } from '../../shared/record/chain.ts'
import type { Database } from '../store/database.ts'
import type { RecordStore, RoomHead } from '../store/record-store.ts'
import { sha256 } from '../store/record-store-hash.ts'
import { KnownClocks } from '../sync/clocks.ts'
import { checkUpdate } from '../sync/update-check.ts'

/** What a store was found to hold, and what is wrong with it, in words; nothing when it is sound. */
export interface StoreReport {
  readonly rooms: number
  readonly entries: number
  readonly versions: number
  readonly problems: readonly string[]
}

const ROOMS_AT_A_TIME = 200
const ENTRIES_AT_A_TIME = 1000
const UNBOUNDED = { structs: Number.POSITIVE_INFINITY, deleteRanges: Number.POSITIVE_INFINITY }

/**
 * Reads the whole record and follows its hash chains, holds each snapshot against the entries that it stands for, and each
 * sealed version against the record that its manifest names. Changes nothing, and may run beside a server.
 */
export async function checkStore(store: {
  readonly db: Database
  readonly record: RecordStore
}): Promise<StoreReport> {
  const problems: string[] = []
  let rooms = 0
  let entries = 0
  for await (const room of roomsOf(store.record)) {
    rooms++
    entries += room.head.seq
    problems.push(...(await orReason(room.room, () => checkRoom(store.record, room))))
  }
  const versions = await store.db
    .selectFrom('version')
    .select(['agreement_id', 'number', 'manifest_json'])
    .execute()
  for (const { agreement_id, number, manifest_json } of versions) {
    const room: RoomKey = { agreementId: agreement_id, room: 'body' }
    const found = await orReason(room, () => checkVersion(store.record, room, manifest_json))
    problems.push(...found.map(problem => `version ${number} of ${agreement_id}: ${problem}`))
  }
  return { rooms, entries, versions: versions.length, problems }
}

/** All rooms that have entries. */
export async function* roomsOf(record: RecordStore): AsyncGenerator<RoomHead> {
  let after: RoomKey | null = null
  for (;;) {
    const page: readonly RoomHead[] = await record.rooms(after, ROOMS_AT_A_TIME)
    yield* page
    const last = page.at(-1)
    if (!last) return
    after = last.room
  }
}

/** What cannot even be read is a problem too, and no reason to leave the rest unread. */
async function orReason(room: RoomKey, work: () => Promise<string[]>): Promise<string[]> {
  try {
    return await work()
  } catch (error) {
    return [`${roomName(room)} cannot be read: ${error instanceof Error ? error.message : error}`]
  }
}

async function checkRoom(record: RecordStore, { room, head }: RoomHead): Promise<string[]> {
  const name = roomName(room)
  const { snapshot } = await record.load(room)
  const kept = snapshot && checkUpdate(snapshot.state, UNBOUNDED)
  if (kept && !kept.ok) return [`${name}: its snapshot is no Yjs update`]
  const inSnapshot = new KnownClocks()
  if (kept?.ok) inSnapshot.add(kept.value.structs)
  let chain: Uint8Array = CHAIN_START
  for (let seq = 1; seq <= head.seq; seq += ENTRIES_AT_A_TIME) {
    const wanted = Math.min(ENTRIES_AT_A_TIME, head.seq - seq + 1)
    const page = await record.read(room, seq, seq + wanted)
    const missing = Array.from({ length: wanted }, (_, n) => seq + n).find((n, at) => page[at]?.seq !== n)
    if (missing !== undefined) return [`${name}: entry ${missing} is missing`]
    const broken = firstBrokenLink(room, page, sha256, chain)
    if (broken !== null) return [`${name}: entry ${seq + broken} does not follow from those before it`]
    for (const entry of page) {
      const shape = checkUpdate(entry.update, UNBOUNDED)
      if (!shape.ok) return [`${name}: entry ${entry.seq} is no Yjs update`]
      if (snapshot && entry.seq <= snapshot.seq && !inSnapshot.has(shape.value.structs))
        return [`${name}: its snapshot lacks what entry ${entry.seq} brought`]
    }
    chain = page.at(-1)?.chain ?? chain
  }
  return Buffer.compare(chain, head.chain) === 0
    ? []
    : [`${name}: its last entry is not the one that it names`]
}

const sealedRecord = z.object({ record: z.object({ updates: z.int().min(0), head: z.string() }) })

async function checkVersion(record: RecordStore, room: RoomKey, manifest: string): Promise<string[]> {
  const { updates, head } = sealedRecord.parse(JSON.parse(manifest)).record
  const [entry] = updates === 0 ? [] : await record.read(room, updates, updates + 1)
  const found = Buffer.from(entry?.chain ?? CHAIN_START).toString('hex')
  return found === head ? [] : ['the record is not the one that was sealed']
}
