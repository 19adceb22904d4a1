import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { connectStockClient } from '../../support/stock-client.ts'
import { ask, createAgreement, type TestPerson } from '../../support/test-person.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

const get = (server: TestServer, path: string, headers: Record<string, string> = {}) =>
  ask(`${server.url}${path}`, 'GET', undefined, headers)

const metricsOf = async (server: TestServer, headers: Record<string, string> = {}) =>
  new TextDecoder().decode((await get(server, '/metrics', headers)).bytes)

const value = (metrics: string, name: string) =>
  Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1] ?? Number.NaN)

describe('what whoever runs the server can ask', () => {
  let server: TestServer
  let ada: TestPerson
  beforeAll(async () => {
    server = await startTestServer()
    ada = await server.signUp('Ada')
  })
  afterAll(() => server.close())

  it('counts sockets, rooms, updates and commits, and names nobody', async () => {
    const { id } = await createAgreement(ada, { title: 'A secret title', seed: false })
    const client = await connectStockClient(server.url, ada, id)
    client.doc.getMap('meta').set('note', 'secret words')
    await vi.waitFor(async () => {
      const metrics = await metricsOf(server)
      expect(value(metrics, 'parley_updates_recorded_total')).toBeGreaterThan(0)
      expect(value(metrics, 'parley_sockets')).toBe(1)
      expect(value(metrics, 'parley_rooms')).toBe(1)
      expect(value(metrics, 'parley_queued_updates')).toBe(0)
      expect(value(metrics, 'parley_commit_seconds_count')).toBeGreaterThan(0)
      expect(value(metrics, 'parley_durable_lag_seconds_count')).toBeGreaterThan(0)
      expect(value(metrics, 'parley_socket_received_bytes_total')).toBeGreaterThan(0)
      expect(value(metrics, 'parley_socket_sent_bytes_total')).toBeGreaterThan(0)
      for (const secret of [id, ada.id, ada.email, ada.token, 'secret', 'Ada'])
        expect(metrics).not.toContain(secret)
    })
    client.close()
    await vi.waitFor(async () => expect(value(await metricsOf(server), 'parley_sockets')).toBe(0))
  })

  it('gives the figures to the machine itself only, as long as there is no token', async () => {
    expect((await get(server, '/metrics')).status).toBe(200)
    expect((await get(server, '/metrics', { 'x-forwarded-for': '198.51.100.7' })).status).toBe(404)
    const guarded = await startTestServer({ metricsToken: 'sixteen-characters' })
    expect((await get(guarded, '/metrics')).status).toBe(404)
    expect((await get(guarded, '/metrics', { authorization: 'Bearer sixteen-character' })).status).toBe(404)
    expect((await get(guarded, '/metrics', { authorization: 'Bearer sixteen-characters' })).status).toBe(200)
    await guarded.close()
  })

  it('is ready and healthy', async () => {
    expect((await get(server, '/healthz')).body).toEqual({ ok: true })
    expect((await get(server, '/readyz')).body).toEqual({ ok: true })
  })

  it('closes open sockets of a session that signs out, at once', async () => {
    const eve = await server.signUp('Eve')
    const { id } = await createAgreement(eve, { seed: false })
    const client = await connectStockClient(server.url, eve, id)
    await ask(
      `${server.url}/api/auth/sign-out`,
      'POST',
      {},
      { authorization: `Bearer ${eve.token}`, origin: server.url },
    )
    await vi.waitFor(() => expect(client.closeCodes).toContain(4401))
    client.close()
  })
})
