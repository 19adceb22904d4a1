import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { BODY_FRAGMENT } from '../../shared/document/node-types.ts'
import { CLOSE } from '../../shared/protocol/wire.ts'
import { replayTrace, type Trace } from '../support/cluster/replay-trace.ts'
import { draftAgreement, seal, sealRequestOf } from '../support/drafted-agreement.ts'
import { SeededRandom } from '../support/seeded-random.ts'
import { postgresFolder, redisProgram } from '../support/services/programs.ts'
import { type Redis, startRedis } from '../support/services/redis.ts'
import { emptyDatabase } from '../support/services/shared-postgres.ts'
import { connectStockClient, type StockClient } from '../support/stock-client.ts'
import { ask, bringIn, createAgreement, type TestPerson } from '../support/test-person.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'

const WAIT = { timeout: 20_000 }
const textOf = ({ doc }: StockClient) => doc.getXmlFragment(BODY_FRAGMENT).toString()
const write = ({ doc }: StockClient, words: string) => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment(BODY_FRAGMENT).push([paragraph])
}

describe.skipIf(postgresFolder() === null || redisProgram() === null)('two servers', () => {
  let redis: Redis
  let first: TestServer
  let second: TestServer
  beforeAll(async () => {
    redis = await startRedis()
    const settings = { databaseUrl: await emptyDatabase(), redisUrl: redis.url }
    first = await startTestServer(settings)
    second = await startTestServer(settings)
  })
  afterAll(async () => {
    await first.close()
    await second.close()
    await redis.remove()
  })
  const atSecond = (person: TestPerson, path: string) =>
    ask(`${second.url}${path}`, 'GET', undefined, { authorization: `Bearer ${person.token}` })

  it('show each other’s edits, carets and people; a changed role and a seal hold on both at once', async () => {
    const drafted = await draftAgreement(first)
    const { ada, ben, id, benMember } = drafted
    const adas = await connectStockClient(first.url, ada, id)
    const bens = await connectStockClient(second.url, ben, id)
    write(adas, 'From the first.')
    write(bens, 'From the second.')
    for (const client of [adas, bens]) {
      await vi.waitFor(() => expect(textOf(client)).toContain('From the first.'), WAIT)
      await vi.waitFor(() => expect(textOf(client)).toContain('From the second.'), WAIT)
    }
    adas.provider.awareness.setLocalStateField('user', { name: 'Ada' })
    await vi.waitFor(
      () =>
        expect(bens.provider.awareness.getStates().get(adas.doc.clientID)).toEqual({ user: { name: 'Ada' } }),
      WAIT,
    )
    await vi.waitFor(async () => {
      const line = (await atSecond(ben, '/api/agreements')).body[0]
      expect(line.present.map(({ name }: { name: string }) => name).sort()).toEqual([
        'Ada Lund',
        'Ben Ödegård',
      ])
    }, WAIT)

    await ada.patch(`/api/agreements/${id}/members/${benMember}`, { role: 'observer' })
    await vi.waitFor(() => expect(bens.closeCodes).toContain(CLOSE.accessChanged), WAIT)
    await vi.waitFor(() => expect(bens.provider.wsconnected).toBe(true), WAIT)
    const before = (await second.rooms.state({ agreementId: id, room: 'body' })).head.seq
    write(bens, 'No longer allowed.')
    write(adas, 'Still allowed.')
    await vi.waitFor(() => expect(textOf(bens)).toContain('Still allowed.'), WAIT)
    expect((await first.rooms.state({ agreementId: id, room: 'body' })).head.seq).toBe(before + 1)
    bens.close()
    adas.close()
  })

  it('seal exactly what both have durably taken, while somebody types on the other one', async () => {
    const drafted = await draftAgreement(first)
    const { ben, id } = drafted
    const room = { agreementId: id, room: 'body' } as const
    const bens = await connectStockClient(second.url, ben, id)
    let words = 0
    const typing = setInterval(() => write(bens, `word ${words++}`), 5)
    await vi.waitFor(() => expect(words).toBeGreaterThan(20), WAIT)
    const version = await seal(drafted)
    const typedOn = words
    await vi.waitFor(() => expect(words).toBeGreaterThan(typedOn + 30), WAIT)
    clearInterval(typing)
    await vi.waitFor(() => expect(bens.provider.wsconnected && bens.provider.synced).toBe(true), WAIT)

    // The record has not moved since: neither by what was under way at the seal, nor by what was typed after it.
    const { head } = await second.rooms.state(room)
    expect({ updates: head.seq, head: Buffer.from(head.chain).toString('hex') }).toEqual(
      version.manifest.record,
    )
    expect((await first.rooms.state(room)).head).toEqual(head)
    expect(JSON.stringify(version.manifest.body)).toContain('word 0')

    await drafted.ada.post(`/api/agreements/${id}/versions/1/refusals`, { reason: 'Not yet.' })
    const adas = await connectStockClient(first.url, drafted.ada, id)
    await vi.waitFor(() => expect(textOf(adas)).toContain(`word ${words - 1}`), WAIT)
    bens.close()
    adas.close()
  })

  it('let one of two seals be first', async () => {
    const drafted = await draftAgreement(first)
    const body = sealRequestOf(drafted)
    const path = `/api/agreements/${drafted.id}/versions`
    const asked = await Promise.all(
      [first, second].map(server =>
        ask(`${server.url}${path}`, 'POST', body, { authorization: `Bearer ${drafted.ada.token}` }),
      ),
    )
    expect(asked.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  it('lose nothing of a text that three people write at once, each seeing what they saw', async () => {
    const ada = await first.signUp('Ada', 'ada-trace@example.org')
    const { id } = await createAgreement(ada, { title: 'Replayed', seed: false })
    const others = await Promise.all(
      ['ben', 'cleo'].map(name => first.signUp(name, `${name}-trace@example.org`)),
    )
    for (const person of others) await bringIn(ada, person, id, 'partner')
    const trace = syntheticTrace(new SeededRandom(11))
    await replayTrace(trace, [first.url, second.url], id, [ada, ...others])
    for (const url of [first.url, second.url]) {
      const reader = await connectStockClient(url, ada, id)
      expect(reader.doc.getText('trace').toString()).toBe(trace.endContent)
      reader.close()
    }
  })
})

/** Three authors who write, delete and hear of each other now and then. Its end is what Yjs makes of it without any server. */
function syntheticTrace(random: SeededRandom): Trace {
  const docs = [1, 2, 3].map(clientID => Object.assign(new Y.Doc(), { clientID }))
  const updates: Uint8Array[] = []
  const tips: number[][] = docs.map(() => [])
  const txns: Trace['txns'][number][] = []
  for (let step = 0; step < 300; step++) {
    const agent = random.int(3)
    const doc = docs[agent] ?? new Y.Doc()
    const other = random.int(3)
    const seen = other !== agent && random.int(3) === 0 ? (tips[other] ?? []) : []
    const parents = [...new Set([...(tips[agent] ?? []), ...seen])]
    if (seen.length > 0) Y.applyUpdate(doc, Y.encodeStateAsUpdate(docs[other] ?? doc))
    const text = doc.getText('trace')
    const at = random.int(text.length + 1)
    const deleted = text.length - at > 2 && random.int(4) === 0 ? 2 : 0
    const inserted = 'abcdefgh'.slice(0, 1 + random.int(5))
    doc.once('update', (update: Uint8Array) => updates.push(update))
    doc.transact(() => {
      text.delete(at, deleted)
      text.insert(at, inserted)
    })
    txns.push({ parents, agent, patches: [[at, deleted, inserted]] })
    tips[agent] = [step]
  }
  const whole = new Y.Doc()
  for (const update of updates) Y.applyUpdate(whole, update)
  return { endContent: whole.getText('trace').toString(), numAgents: 3, txns }
}
