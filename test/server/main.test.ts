import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { BODY_FRAGMENT } from '../../shared/document/node-types.ts'
import { CLOSE } from '../../shared/protocol/wire.ts'
import { draftAgreement, seal, sign } from '../support/drafted-agreement.ts'
import { connectStockClient, type StockClient } from '../support/stock-client.ts'
import { ask, createAgreement, type TestPerson } from '../support/test-person.ts'
import {
  removeDataDir,
  startServerProcess,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts'

const textOf = ({ doc }: StockClient) => doc.getXmlFragment(BODY_FRAGMENT).toString()

const write = ({ doc }: StockClient, words: string) => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment(BODY_FRAGMENT).push([paragraph])
}

/** The HTTP status with which the server refuses a socket. */
const refusedWith = (url: string, headers: Record<string, string>) =>
  new Promise<number>((resolve, reject) => {
    const socket = new WebSocket(url, { headers })
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.on('open', () => reject(new Error('The socket was let in.')))
    socket.on('error', () => undefined)
  })

describe('sockets on the whole server', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server.close())

  it('carry an edit to everyone and into the export, and close when the text is sealed, signed and amended', async () => {
    const drafted = await draftAgreement(server)
    const { ada, ben, id } = drafted
    const [adas, bens] = [
      await connectStockClient(server.url, ada, id),
      await connectStockClient(server.url, ben, id),
    ]
    write(adas, 'Ada was here.')
    await vi.waitFor(() => expect(textOf(bens)).toContain('Ada was here.'))
    const line = (await ada.get('/api/agreements')).body[0]
    expect(line.present.map(({ name }: { name: string }) => name).sort()).toEqual(['Ada Lund', 'Ben Ödegård'])

    const version = await seal(drafted)
    expect(JSON.stringify(version.manifest.body)).toContain('Ada was here.')
    await vi.waitFor(() => expect(bens.closeCodes).toEqual([CLOSE.accessChanged]))
    await vi.waitFor(() => expect(bens.provider.wsconnected).toBe(true), { timeout: 5000 })
    write(bens, 'Too late.')
    await vi.waitFor(() => expect(adas.provider.synced).toBe(true), { timeout: 5000 })
    const during = await ada.get(`/api/agreements/${id}/export.json`)
    expect(JSON.stringify(during.body.body)).not.toContain('Too late.')
    expect(textOf(adas)).not.toContain('Too late.')

    // What was written meanwhile stayed with its author and comes in when drafting reopens.
    await sign(ada, version, drafted.adaMember)
    await sign(ben, version, drafted.benMember)
    await ada.post(`/api/agreements/${id}/amendments`, {})
    await vi.waitFor(() => expect(textOf(adas)).toContain('Too late.'), { timeout: 10_000 })
    adas.close()
    bens.close()
  }, 30_000)

  it('are refused to strangers, foreign pages, guests and for rooms that there are not', async () => {
    const { ada, id } = await draftAgreement(server)
    const eve = await server.signUp('Eve', `eve-${id}@example.org`)
    const url = `${server.url.replace('http', 'ws')}/sync/${id}`
    const as = (person: TestPerson) => ({ cookie: person.cookie })
    expect(await refusedWith(`${url}/body`, {})).toBe(401)
    expect(await refusedWith(`${url}/body`, as(eve))).toBe(404)
    expect(await refusedWith(`${url}/body`, { ...as(ada), origin: 'https://evil.example' })).toBe(403)
    expect(await refusedWith(`${url}/attic`, as(ada))).toBe(404)
    expect(await refusedWith(`${url.slice(0, -1)}!/body`, as(ada))).toBe(404)
  })
})

describe('a server that is asked to end', () => {
  it('answers what it is doing first, tells sockets to come back, and takes nothing new', async () => {
    let mailing = false
    let mailed: () => void = () => {}
    const server = await startTestServer(
      {},
      {
        sendMail: () => {
          mailing = true
          return new Promise(resolve => {
            mailed = resolve
          })
        },
      },
    )
    const { ben, id } = await draftAgreement(server)
    const client = await connectStockClient(server.url, ben, id)
    const answer = ask(`${server.url}/api/auth/sign-in/magic-link`, 'POST', { email: 'zed@example.org' })
    await vi.waitFor(() => expect(mailing).toBe(true))
    const closed = server.close()
    await expect(ask(`${server.url}/healthz`, 'GET', undefined, { connection: 'close' })).rejects.toThrow()
    expect(client.closeCodes).toEqual([])
    mailed()
    expect((await answer).status).toBe(200)
    await closed
    await vi.waitFor(() => expect(client.closeCodes).toEqual([CLOSE.goingDown]))
    client.close()
  })
})

describe('the server as a process', () => {
  it('starts on an empty folder, answers, ends when asked to, and goes on where it was', async () => {
    const first = await startServerProcess()
    expect(first.output().split('\n')[0]).toBe(`Parley is ready: ${first.url}`)
    expect((await ask(`${first.url}/healthz`, 'GET')).body).toEqual({ ok: true })
    const ada = await first.signUp('Ada', 'ada@example.org')
    const { id } = await createAgreement(ada, { title: 'Kept' })
    expect(await first.stop()).toBe(0)

    const second = await startServerProcess({ dataDir: first.dataDir, port: first.port })
    expect((await ada.get(`/api/agreements/${id}`)).body).toMatchObject({ title: 'Kept' })
    await second.kill()
    removeDataDir(second)
  }, 60_000)

  it('loses nothing that another client has seen when it is killed', async () => {
    const first = await startServerProcess()
    const ada = await first.signUp('Ada', 'ada@example.org')
    const { id } = await createAgreement(ada, { title: 'Killed' })
    const [writer, reader] = [
      await connectStockClient(first.url, ada, id),
      await connectStockClient(first.url, ada, id),
    ]
    write(writer, 'Seen by another.')
    await vi.waitFor(() => expect(textOf(reader)).toContain('Seen by another.'))
    await first.kill()
    writer.close()
    reader.close()

    const second = await startServerProcess({ dataDir: first.dataDir, port: first.port })
    const exported = await ada.get(`/api/agreements/${id}/export.json`)
    expect(JSON.stringify(exported.body.body)).toContain('Seen by another.')
    expect((await ada.get(`/api/agreements/${id}/terms`)).body.title).toBe('Killed')
    await second.kill()
    removeDataDir(second)
  }, 60_000)

  it('says which setting is wrong, and does not start', async () => {
    const run = promisify(execFile)(process.execPath, ['server/main.ts'], {
      cwd: join(import.meta.dirname, '../..'),
      env: { PATH: process.env.PATH ?? '', PORT: 'eighty' },
    })
    await expect(run).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('PORT: must be a whole number'),
    })
  }, 60_000)
})
