import { loadavg } from 'node:os'
import { SYNC_LIMITS } from '../../server/sync/limits.ts'
import { createMerger } from '../../server/sync/merger.ts'
import { RoomState } from '../../server/sync/room-state.ts'
import { checkUpdate } from '../../server/sync/update-check.ts'
import type { RoomKey } from '../../shared/protocol/wire.ts'
import { must } from '../../shared/result.ts'
import { embeddedRecord, postgresRecord } from './record-stores.ts'
import { writtenText } from './sync/written-text.ts'

// What a year of a busy agreement costs: 100,000 updates, with the snapshots that a server keeps meanwhile.
// `npm run bench:record` for the embedded store, `-- --postgres` for PostgreSQL; BENCH_TRACE names a real text (automerge-paper.json.gz), of which the first 100,000 edits are taken.
const room: RoomKey = { agreementId: 'agreement-0000001', room: 'body' }
const place = process.argv.includes('--postgres') ? await postgresRecord() : embeddedRecord()
const merger = createMerger(SYNC_LIMITS.inlineMergeBytes)
const updates = writtenText().updates.slice(0, 100_000)
const store = place.open()
const written = new RoomState(merger)
for (let n = 0; n < updates.length; n += 250) {
  const part = updates.slice(n, n + 250)
  const entries = part.map((update, i) => ({
    room,
    update,
    authorId: `person-${n % 7}`,
    at: 1.7e12 + (n + i) * 3e5,
  }))
  const [appended] = await store.append(entries)
  written.add(part.map(shaped), must(appended, 'a head for the room').head)
  if ((n + 250) % SYNC_LIMITS.snapshotEntries > 0) continue
  const { update, head } = await written.whole()
  await store.saveSnapshot(room, { seq: head.seq, state: update })
}
await store.close()
console.log(
  `updates               ${updates.length}, ${(updates.reduce((sum, { length }) => sum + length, 0) / 1e6).toFixed(2)} MB`,
)
console.log(`store on disk         ${(await place.megabytes()).toFixed(2)} MB`)
const loads: number[] = []
for (let run = 0; run < 5; run++) loads.push(await coldAnswer())
console.log(`cold, to the answer   ${loads.toSorted((a, b) => a - b)[2]?.toFixed(1)} ms`)
console.log(`machine load          ${loadavg()[0]?.toFixed(1)}`)
await merger.close()
await place.remove()

/** How many ms a joiner waits when nobody has the room open: it is read and the whole state made ready. The server runs already. */
async function coldAnswer(): Promise<number> {
  const cold = place.open()
  await cold.rooms(null, 1)
  const began = performance.now()
  const [loaded, head] = await Promise.all([cold.load(room), cold.head(room)])
  await (await RoomState.load(merger, loaded, head)).missingAt(new Map())
  const took = performance.now() - began
  await cold.close()
  return took
}

function shaped(update: Uint8Array) {
  const shape = checkUpdate(update, SYNC_LIMITS)
  if (!shape.ok) throw new Error('An update of the bench is malformed')
  return { update, shape: shape.value }
}
