import { type IncomingMessage, request } from 'node:http'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draftAgreement, seal, sign } from '../../support/drafted-agreement.ts'
import { ask } from '../../support/test-person.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const verify = (body: unknown, type?: string) =>
  ask(`${server.url}/api/verify`, 'POST', body, type === undefined ? {} : { 'content-type': type })

/** Says how long a body will be, and sends none of it: who sends it all may see a cut wire before the answer. */
const announce = (bytes: number) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { 'content-type': 'application/pdf', 'content-length': bytes }
    const asked = request(`${server.url}/api/verify`, { method: 'POST', headers }, resolve)
    asked.on('error', reject)
    asked.flushHeaders()
  })

describe('verifying on the server', () => {
  it('needs no account and tells a complete version from an incomplete and a changed one', async () => {
    const drafted = await draftAgreement(server)
    const version = await seal(drafted)
    await sign(drafted.ada, version, drafted.adaMember)
    const path = `/api/agreements/${drafted.id}/versions/1`
    const files = async () => {
      const { manifest, fingerprint, signatures } = (await drafted.ada.get(path)).body
      return { manifest, signatures: { format: 'parley-signatures/1', fingerprint, signatures } }
    }
    expect((await verify(await files())).body).toMatchObject({ verdict: 'incomplete' })
    await sign(drafted.ben, version, drafted.benMember)
    const complete = await files()
    expect((await verify(complete)).body).toMatchObject({ verdict: 'valid' })
    const changed = { ...complete, manifest: { ...complete.manifest, title: 'Valley transport.' } }
    expect((await verify(changed)).body).toMatchObject({ verdict: 'invalid' })

    const pdf = (await drafted.ada.get(`${path}/signed.pdf`)).bytes
    expect((await verify(pdf, 'application/pdf')).body).toMatchObject({ verdict: 'valid' })
    const bent = pdf.slice()
    bent[1000] = (bent[1000] ?? 0) ^ 1
    expect((await verify(bent, 'application/pdf')).body).toMatchObject({ verdict: 'invalid' })
  })

  it.each([
    ['an empty file', new Uint8Array(), 'application/pdf'],
    ['no PDF', new TextEncoder().encode('hello'), 'application/pdf'],
    ['nothing of a version', {}, undefined],
    ['nonsense', { manifest: [1], signatures: 'x' }, undefined],
  ])('finds %s invalid, and says why', async (_, body, type) => {
    const answer = await verify(body, type)
    expect(answer).toMatchObject({ status: 200, body: { verdict: 'invalid' } })
    expect(answer.body.checks.length).toBeGreaterThan(0)
  })

  it('refuses what is neither a PDF nor JSON', async () => {
    expect(await verify('hello', 'text/plain')).toMatchObject({ status: 400, body: { kind: 'bad-request' } })
    expect(await verify('{', 'application/json')).toMatchObject({
      status: 400,
      body: { kind: 'bad-request' },
    })
  })

  it('takes files that are far larger than any form, and refuses those beyond the limit', async () => {
    const large = new Uint8Array(8 * 1024 * 1024)
    expect((await verify(large, 'application/pdf')).status).toBe(200)
    const refused = await announce(65 * 1024 * 1024)
    expect(refused.statusCode).toBe(413)
    expect(await json(refused)).toMatchObject({ kind: 'too-large' })
  })
})
