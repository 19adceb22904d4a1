import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draftAgreement, seal, sign } from '../support/drafted-agreement.ts'
import { postgresFolder } from '../support/services/programs.ts'
import { emptyDatabase } from '../support/services/shared-postgres.ts'
import { connectStockClient } from '../support/stock-client.ts'
import { ask } from '../support/test-person.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'

describe.skipIf(postgresFolder() === null)('the whole server on PostgreSQL', () => {
  let databaseUrl: string
  let server: TestServer
  beforeAll(async () => {
    databaseUrl = await emptyDatabase()
    server = await startTestServer({ databaseUrl })
  })
  afterAll(() => server.close())

  it('drafts, seals and signs; a second server on the database knows people, sessions, texts, seal and versions', async () => {
    const drafted = await draftAgreement(server)
    const { ada, ben, id } = drafted
    const client = await connectStockClient(server.url, ben, id)
    client.close()
    const version = await seal(drafted)
    expect((await sign(ada, version, drafted.adaMember)).status).toBe(201)

    const second = await startTestServer({ databaseUrl })
    const at = (path: string) =>
      ask(`${second.url}${path}`, 'GET', undefined, { authorization: `Bearer ${ben.token}` })
    expect((await at('/healthz')).body).toEqual({ ok: true })
    expect((await at(`/api/agreements/${id}`)).body).toMatchObject({ status: 'sealed' })
    expect((await at(`/api/agreements/${id}/versions/1`)).body.signatures).toHaveLength(1)
    expect((await at(`/api/agreements/${id}/terms`)).status).toBe(200)
    expect((await sign(ben, version, drafted.benMember)).status).toBe(201)
    const pdfs = [
      await ada.get(`/api/agreements/${id}/versions/1/signed.pdf`),
      await at(`/api/agreements/${id}/versions/1/signed.pdf`),
    ]
    expect(pdfs.map(({ status }) => status)).toEqual([200, 200])
    await second.close()
  })
})
