import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSoftwarePasskey } from '../../support/software-passkey.ts'
import { ask, type TestPerson } from '../../support/test-person.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

let server: TestServer
let clock = 0
let people = 0
beforeAll(async () => {
  server = await startTestServer({}, { now: () => Date.now() + clock })
})
afterAll(() => server.close())

const someone = () => server.signUp('Ada Lund', `passkey${++people}@example.org`)
const optionsFor = async (person: TestPerson) => (await person.post('/api/passkeys/options', {})).body
const refused = { status: 422, body: { kind: 'invalid-signature' } }

describe('a passkey for signing', () => {
  it('is asked for with user verification, for this site’s host, in algorithms that everybody can check', async () => {
    const ada = await someone()
    const options = await optionsFor(ada)
    expect(options).toMatchObject({
      rp: { id: 'localhost', name: 'Parley' },
      user: { name: ada.email, displayName: 'Ada Lund' },
      authenticatorSelection: { userVerification: 'required' },
      excludeCredentials: [],
    })
    expect(options.pubKeyCredParams.map(({ alg }: { alg: number }) => alg)).toEqual([-7, -257])
    expect((await optionsFor(ada)).challenge).not.toBe(options.challenge)
  })

  it('is registered, listed for its owner alone, and not asked for again', async () => {
    const [ada, ben] = [await someone(), await someone()]
    const passkey = createSoftwarePasskey()
    const made = await ada.post('/api/passkeys', passkey.register(await optionsFor(ada), server.url))
    expect(made).toMatchObject({ status: 201, body: { credentialId: passkey.credentialId, algorithm: -7 } })
    expect((await ada.get('/api/passkeys')).body).toEqual([made.body])
    expect((await ben.get('/api/passkeys')).body).toEqual([])
    expect((await optionsFor(ada)).excludeCredentials).toMatchObject([{ id: passkey.credentialId }])
    const again = await ada.post('/api/passkeys', passkey.register(await optionsFor(ada), server.url))
    expect(again).toMatchObject({ status: 409, body: { kind: 'conflict' } })
    const stolen = await ben.post('/api/passkeys', passkey.register(await optionsFor(ben), server.url))
    expect(stolen.body.kind).toBe('conflict')
  })

  it('is not taken from another site, for another person’s challenge, an invented or an old one', async () => {
    const [ada, ben] = [await someone(), await someone()]
    const passkey = createSoftwarePasskey()
    const options = await optionsFor(ada)
    const elsewhere = passkey.register(options, 'https://evil.example')
    expect(await ada.post('/api/passkeys', elsewhere)).toMatchObject(refused)
    expect(await ben.post('/api/passkeys', passkey.register(options, server.url))).toMatchObject(refused)
    const invented = passkey.register({ challenge: 'A'.repeat(78) }, server.url)
    expect(await ada.post('/api/passkeys', invented)).toMatchObject(refused)
    clock = 11 * 60 * 1000
    expect(await ada.post('/api/passkeys', passkey.register(options, server.url))).toMatchObject(refused)
    clock = 0
    expect((await ada.post('/api/passkeys', passkey.register(options, server.url))).status).toBe(201)
  })

  it('is not taken without user verification, nor as nonsense', async () => {
    const ada = await someone()
    const passkey = createSoftwarePasskey()
    const presentOnly = passkey.register(await optionsFor(ada), server.url, 0x01)
    expect(await ada.post('/api/passkeys', presentOnly)).toMatchObject(refused)
    const nonsense = {
      id: 'AAAA',
      rawId: 'AAAA',
      type: 'public-key',
      response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' },
    }
    expect(await ada.post('/api/passkeys', nonsense)).toMatchObject(refused)
    expect((await ada.post('/api/passkeys', { id: 1 })).body.kind).toBe('bad-request')
    expect((await ada.get('/api/passkeys')).body).toEqual([])
  })

  it('needs an account', async () => {
    for (const [method, path] of [
      ['GET', '/api/passkeys'],
      ['POST', '/api/passkeys/options'],
    ] as const)
      expect((await ask(`${server.url}${path}`, method)).body.kind).toBe('unauthenticated')
  })
})
