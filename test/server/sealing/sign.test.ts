import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignatureProof, Statement } from '../../../shared/sealing/statement.ts'
import { verifySignedPdf } from '../../../shared/sealing/verify-signed-pdf.ts'
import { createWebCryptoPort } from '../../../shared/sealing/web-crypto-port.ts'
import {
  type Drafted,
  draftAgreement,
  PARTY_A,
  proveWithDeviceKey,
  seal,
  sign,
  statementFor,
  TITLE,
} from '../../support/drafted-agreement.ts'
import { createSoftwarePasskey } from '../../support/software-passkey.ts'
import { bringIn } from '../../support/test-person.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

const crypto = createWebCryptoPort(globalThis.crypto.subtle)

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const versions = ({ id }: Drafted) => `/api/agreements/${id}/versions`

describe('signing', () => {
  it('takes a device key and a passkey, and is complete when all have signed', async () => {
    const drafted = await draftAgreement(server)
    const version = await seal(drafted)
    const first = await sign(drafted.ada, version, drafted.adaMember)
    expect(first).toMatchObject({ status: 201, body: { status: 'sealed' } })
    expect(first.body.signatures).toHaveLength(1)
    const early = await drafted.ada.get(`${versions(drafted)}/1/signed.pdf`)
    expect(early).toMatchObject({ status: 409, body: { kind: 'not-signed' } })

    const passkey = createSoftwarePasskey()
    const options = await drafted.ben.post('/api/passkeys/options', {})
    await drafted.ben.post('/api/passkeys', passkey.register(options.body, server.url))
    const statement = statementFor(version, drafted.benMember)
    const second = await drafted.ben.post(`${versions(drafted)}/1/signatures`, {
      statement,
      proof: await passkey.prove(statement, server.url),
    })
    expect(second).toMatchObject({ status: 201, body: { status: 'signed' } })
    expect(second.body.signatures.map((one: { proof: SignatureProof }) => one.proof.method)).toEqual([
      'device-key',
      'passkey',
    ])
    expect((await drafted.ada.get(`/api/agreements/${drafted.id}`)).body).toMatchObject({
      status: 'signed',
      version: { number: 1, signed: 2, signatories: 2 },
    })

    const file = await drafted.ada.get(`${versions(drafted)}/1/signed.pdf`)
    expect(file.headers.get('content-type')).toBe('application/pdf')
    const report = await verifySignedPdf(file.bytes, crypto)
    expect(report.verdict, JSON.stringify(report.checks)).toBe('valid')
    expect((await drafted.ben.get(`${versions(drafted)}/1/signed.pdf`)).bytes).toEqual(file.bytes)

    const posted = await fetch(`${server.url}/api/verify`, {
      method: 'POST',
      headers: { 'content-type': 'application/pdf' },
      body: new Uint8Array(file.bytes),
    })
    expect(await posted.json()).toMatchObject({ verdict: 'valid', agreement: { title: TITLE } })
  })

  it('makes one file when many ask for it at once', async () => {
    const drafted = await draftAgreement(server)
    const version = await seal(drafted)
    await sign(drafted.ada, version, drafted.adaMember)
    await sign(drafted.ben, version, drafted.benMember)
    const files = await Promise.all([1, 2, 3].map(() => drafted.ada.get(`${versions(drafted)}/1/signed.pdf`)))
    expect(new Set(files.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).size).toBe(1)
  })

  const changes: readonly (readonly [string, (statement: Statement) => Statement, string])[] = [
    ['another fingerprint', s => ({ ...s, fingerprint: 'ab'.repeat(32) }), 'wrong-fingerprint'],
    ['another version', s => ({ ...s, version: 2 }), 'wrong-version'],
    ['another agreement', s => ({ ...s, agreementId: 'agreement-0000000009' }), 'wrong-version'],
    ['another name', s => ({ ...s, signatory: { ...s.signatory, name: 'Eve' } }), 'not-a-signatory'],
    ['another party', s => ({ ...s, party: { ...s.party, name: 'Eve Inc' } }), 'wrong-party-or-capacity'],
    ['another capacity', s => ({ ...s, capacity: 'Intern' }), 'wrong-party-or-capacity'],
    [
      'other words of consent',
      s => ({ ...s, intent: 'I have not read it and do not agree.' }),
      'wrong-intent',
    ],
    [
      'a clock a day behind',
      s => ({ ...s, time: new Date(Date.now() - 25 * 3600_000).toISOString() }),
      'clock',
    ],
    [
      'a clock a day ahead',
      s => ({ ...s, time: new Date(Date.now() + 25 * 3600_000).toISOString() }),
      'clock',
    ],
  ]
  it('refuses a statement that says anything but what the version says', async () => {
    const drafted = await draftAgreement(server)
    const version = await seal(drafted)
    for (const [what, change, problem] of changes) {
      const statement = change(statementFor(version, drafted.benMember))
      const proof = await proveWithDeviceKey(statement)
      const answer = await drafted.ben.post(`${versions(drafted)}/1/signatures`, { statement, proof })
      expect(answer, what).toMatchObject({
        status: 422,
        body: { kind: 'invalid-signature', details: { problem } },
      })
    }
    expect((await drafted.ben.get(`${versions(drafted)}/1`)).body.signatures).toEqual([])
  })

  it('refuses a proof of another statement, another’s statement and a proof without form', async () => {
    const drafted = await draftAgreement(server)
    const version = await seal(drafted)
    const path = `${versions(drafted)}/1/signatures`
    const statement = statementFor(version, drafted.benMember)
    const other = await proveWithDeviceKey({ ...statement, nonce: 'AAAAAAAAAAAAAAAAAAAAAA' })
    expect((await drafted.ben.post(path, { statement, proof: other })).body).toMatchObject({
      kind: 'invalid-signature',
      details: { problem: 'bad-signature' },
    })
    const adas = statementFor(version, drafted.adaMember)
    const answer = await drafted.ben.post(path, { statement: adas, proof: await proveWithDeviceKey(adas) })
    expect(answer.body).toMatchObject({ kind: 'invalid-signature', details: { problem: 'not-a-signatory' } })
    expect((await drafted.ben.post(path, { statement, proof: { method: 'magic' } })).body.kind).toBe(
      'bad-request',
    )
    expect(
      (await drafted.ben.post(path, { statement: { ...statement, extra: 1 }, proof: other })).status,
    ).toBe(400)
  })

  it('refuses a passkey that is not registered, is another’s, or was used on another site', async () => {
    const drafted = await draftAgreement(server)
    const version = await seal(drafted)
    const path = `${versions(drafted)}/1/signatures`
    const statement = statementFor(version, drafted.benMember)
    const passkey = createSoftwarePasskey()
    const proof = await passkey.prove(statement, server.url)
    const unknown = {
      status: 422,
      body: { kind: 'invalid-signature', details: { problem: 'unknown-passkey' } },
    }
    expect(await drafted.ben.post(path, { statement, proof })).toMatchObject(unknown)

    const options = await drafted.ada.post('/api/passkeys/options', {})
    await drafted.ada.post('/api/passkeys', passkey.register(options.body, server.url))
    expect(await drafted.ben.post(path, { statement, proof })).toMatchObject(unknown)

    const own = createSoftwarePasskey()
    const bens = await drafted.ben.post('/api/passkeys/options', {})
    expect((await drafted.ben.post('/api/passkeys', own.register(bens.body, server.url))).status).toBe(201)
    const elsewhere = await own.prove(statement, 'http://localhost:1')
    expect((await drafted.ben.post(path, { statement, proof: elsewhere })).body).toMatchObject({
      kind: 'invalid-signature',
      details: { problem: 'wrong-site' },
    })
    const swapped = { ...(await own.prove(statement, server.url)), credentialId: 'AAAA' }
    expect(await drafted.ben.post(path, { statement, proof: swapped })).toMatchObject(unknown)
  })

  it('is for signatories, once each, and for a version that there is', async () => {
    const drafted = await draftAgreement(server)
    const cleo = await server.signUp('Cleo', `cleo-${drafted.id}@example.org`)
    await bringIn(drafted.ada, cleo, drafted.id, 'partner', PARTY_A)
    const version = await seal(drafted)
    const statement = statementFor(version, drafted.benMember)
    const request = { statement, proof: await proveWithDeviceKey(statement) }
    expect((await cleo.post(`${versions(drafted)}/1/signatures`, request)).body.kind).toBe('not-a-signatory')
    expect((await drafted.ben.post(`${versions(drafted)}/1/signatures`, request)).status).toBe(201)
    const again = await drafted.ben.post(`${versions(drafted)}/1/signatures`, request)
    expect(again).toMatchObject({ status: 409, body: { kind: 'already-signed' } })
    for (const number of ['2', '0', '-1', '1.5', 'one', '1e3', '99999999999'])
      expect((await drafted.ben.post(`${versions(drafted)}/${number}/signatures`, request)).status).toBe(404)
  })
})
