import { writeSync } from 'node:fs'
import { createSqliteRecordStore } from '../../server/store/sqlite-record-store.ts'
import { SeededRandom } from '../support/seeded-random.ts'

// A process that appends until it is killed and prints each head that was acknowledged: `<room> <seq>`.
const [file = '', seed = '0'] = process.argv.slice(2)
const random = new SeededRandom(Number(seed))
const store = createSqliteRecordStore({ file })
for (;;) {
  const heads = await store.append(
    Array.from({ length: 1 + random.int(5) }, () => ({
      room: { agreementId: 'agreement-0000001', room: random.pick(['body', 'discussion'] as const) },
      update: Uint8Array.from({ length: random.int(400) }, () => random.int(256)),
      authorId: random.pick(['ada', 'ben']),
      at: 1_763_900_000_000 + random.int(1000),
    })),
  )
  writeSync(1, heads.map(({ room, head }) => `${room.room} ${head.seq}\n`).join(''))
}
