import { afterEach, beforeEach, vi } from 'vitest'
import * as Y from 'yjs'
import type { SyncEngine } from '../../../../server/sync/engine.ts'
import type { SyncLimits } from '../../../../server/sync/limits.ts'
import type { RoomKey } from '../../../../shared/protocol/wire.ts'
import { BODY, createTestEngine, createWorld, type World } from './engine-fixture.ts'
import { MemoryClient } from './memory-client.ts'
import { createSteeredRecord, type SteeredRecord } from './steered-record.ts'
import { until } from './until.ts'

// One engine and its clients, for the tests of a file: made anew before each.
export let world: World
export let record: SteeredRecord
export let engine: SyncEngine
const clients: MemoryClient[] = []

/** To be called once at the head of a file. */
export function engineForEachTest(): void {
  // Other work may keep the machine busy: what is waited for here comes within milliseconds otherwise.
  vi.setConfig({ testTimeout: 30_000 })

  beforeEach(() => {
    world = createWorld()
    record = createSteeredRecord()
    restart()
  })

  afterEach(async () => {
    for (const client of clients.splice(0)) client.disconnect()
    await engine.close()
  })
}

/** Another engine on the same record, in place of one that was closed. */
export function restart(limits: Partial<SyncLimits> = {}, restMs = 5): void {
  engine = createTestEngine(world, record, { limits, restMs })
}

interface JoinOptions {
  key?: RoomKey
  saved?: boolean
  doc?: Y.Doc
}

export function connect(userId: string, options: JoinOptions = {}): MemoryClient {
  const client = new MemoryClient(engine, { userId, key: BODY, ...options })
  clients.push(client)
  return client
}

export async function join(userId: string, options: JoinOptions = {}): Promise<MemoryClient> {
  const client = connect(userId, options).start()
  await until(`${userId} is synced`, () => client.synced)
  return client
}

export const write = (client: MemoryClient, text: string) => client.doc.getText('t').insert(0, text)
export const read = (client: MemoryClient) => client.doc.getText('t').toString()
export const entries = (key: RoomKey = BODY) => record.read(key, 0, Number.MAX_SAFE_INTEGER)

export function updateOf(text: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}
