import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createMemoryRecordStore } from '../../../server/store/memory-record-store.ts'
import { must } from '../../../shared/result.ts'
import { SeededRandom } from '../../support/seeded-random.ts'
import { BODY, createTestEngine, createWorld } from './support/engine-fixture.ts'
import { MemoryClient } from './support/memory-client.ts'
import { contentOf, editAtRandom } from './support/random-document.ts'
import { quiet, until } from './support/until.ts'

// Other work may keep the machine busy: this takes half a second otherwise.
describe('five clients', { timeout: 60_000 }, () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'end equal after random edits, disconnections and slow spells (seed %i)',
    async seed => {
      const random = new SeededRandom(seed)
      const world = createWorld()
      const record = createMemoryRecordStore()
      const limits = {
        foldUpdates: 8,
        snapshotEntries: 20,
        idleMs: 1,
        sendBufferBytes: 2000,
        inlineMergeBytes: 4000,
      }
      const engine = createTestEngine(world, record, { limits })
      // A copy stays with its account: what it holds of others is the server's already, what is new in it is its own.
      const connect = (doc: Y.Doc, index: number) =>
        new MemoryClient(engine, { userId: index % 2 === 0 ? 'ada' : 'ben', key: BODY, doc, saved: true })
      const clients = Array.from({ length: 5 }, (_, index) =>
        connect(new Y.Doc({ gc: random.chance(0.5) }), index).start(),
      )

      for (let step = 0; step < 250; step++) {
        const index = random.int(clients.length)
        const client = must(clients[index], 'a client')
        if (random.chance(0.05)) client.disconnect()
        else if (random.chance(0.04)) client.stall()
        else if (random.chance(0.1)) client.catchUp()
        else if (random.chance(0.12)) {
          client.disconnect()
          clients[index] = connect(client.doc, index).start()
        } else editAtRandom(client.doc, random)
        if (random.chance(0.2)) await quiet()
      }

      for (const client of clients) client.disconnect()
      const last = clients.map((client, index) => connect(client.doc, index).start())
      await until('every change is saved', () => last.every(client => client.saved > 0), 30_000)
      const expected = must(last[0], 'a client').doc
      const allEqual = () => last.every(({ doc }) => isDeepStrictEqual(contentOf(doc), contentOf(expected)))
      await until('all are equal', allEqual, 30_000)
      const stored = new Y.Doc()
      for (const { update } of await record.read(BODY, 0, Number.MAX_SAFE_INTEGER))
        Y.applyUpdate(stored, update)
      expect(contentOf(stored)).toEqual(contentOf(expected))
      expect(world.logged).toEqual([])
      await engine.close()
      for (const client of last) client.disconnect()
    },
  )
})
