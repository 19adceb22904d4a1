import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fingerprintOf } from '../../../shared/sealing/fingerprint.ts'
import type { SignatureProof, Statement } from '../../../shared/sealing/statement.ts'
import { verifySignedPdf } from '../../../shared/sealing/verify-signed-pdf.ts'
import { createWebCryptoPort } from '../../../shared/sealing/web-crypto-port.ts'
import {
  appendParagraph,
  BODY,
  type Drafted,
  draftAgreement,
  PARTY_A,
  proveWithDeviceKey,
  seal,
  sign,
  signatoriesOf,
  statementFor,
  TITLE,
} from '../../support/drafted-agreement.ts'
import { createSoftwarePasskey } from '../../support/software-passkey.ts'
import { bringIn } from '../../support/test-person.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

const crypto = createWebCryptoPort(globalThis.crypto.subtle)

let server: TestServer
const clock = 0
beforeAll(async () => {
  server = await startTestServer({}, { now: () => Date.now() + clock })
})
afterAll(() => server.close())

const versions = ({ id }: Drafted) => `/api/agreements/${id}/versions`

describe('sealing', () => {
  it('freezes the text as it stands and names everything that is signed', async () => {
    const drafted = await draftAgreement(server)
    const state = await server.rooms.state({ agreementId: drafted.id, room: 'body' })
    const version = await seal(drafted)
    expect(version).toMatchObject({ number: 1, status: 'sealed', refusal: null, signatures: [] })
    expect(version.manifest).toMatchObject({
      format: 'parley-manifest/1',
      agreementId: drafted.id,
      title: TITLE,
      version: 1,
      previousFingerprint: null,
      body: BODY,
      signatories: [
        { memberId: drafted.adaMember, name: 'Ada Lund', partyName: 'Alpha Valley eG', capacity: 'Chair' },
        { memberId: drafted.benMember, name: 'Ben Ödegård', partyName: 'Beta & Sons <Ltd>' },
      ],
      record: { updates: state.head.seq, head: Buffer.from(state.head.chain).toString('hex') },
      sealedBy: { memberId: drafted.adaMember, name: 'Ada Lund', email: drafted.ada.email },
    })
    expect(version.manifest.terms.facts).toMatchObject([{ kind: 'amount', text: 'EUR 48,000' }])
    expect(version.fingerprint).toBe(await fingerprintOf(version.manifest, crypto))

    const read = await drafted.ben.get(`${versions(drafted)}/1`)
    expect(read.body).toEqual(version)
    const detail = await drafted.ben.get(`/api/agreements/${drafted.id}`)
    expect(detail.body).toMatchObject({ status: 'sealed', version: { number: 1, signed: 0, signatories: 2 } })
    // Who signs for a party acts for it from now on.
    const ada = await drafted.ada.get(`/api/agreements/${drafted.id}`)
    expect(ada.body.me.partyId).toBe(PARTY_A)
  })

  it('says what is missing, all at once', async () => {
    const drafted = await draftAgreement(server, { type: 'doc', content: [] })
    const answer = await drafted.ada.post(versions(drafted), { signatories: signatoriesOf(drafted) })
    expect(answer).toMatchObject({ status: 422, body: { kind: 'not-ready' } })
    expect(answer.body.details.map(({ problem }: { problem: string }) => problem)).toEqual([
      'empty-text',
      'no-parties',
      'unknown-party',
      'unknown-party',
    ])
    for (const { message } of answer.body.details) expect(message).toMatch(/^[A-Z].*\.$/s)
    expect((await drafted.ada.get(`/api/agreements/${drafted.id}`)).body.status).toBe('draft')
  })

  it('refuses characters that a PDF cannot print, with their place', async () => {
    const drafted = await draftAgreement(server)
    await appendParagraph(server, drafted, 'A private sign: \uE000 and no more')
    const answer = await drafted.ada.post(versions(drafted), { signatories: signatoriesOf(drafted) })
    expect(answer).toMatchObject({ status: 422, body: { kind: 'unprintable-text' } })
    expect(answer.body.details).toMatchObject([{ codePoint: 'U+E000' }])
    expect((await drafted.ada.get(`/api/agreements/${drafted.id}`)).body.status).toBe('draft')
  })

  it('happens once when two conveners ask for it at the same moment', async () => {
    const drafted = await draftAgreement(server)
    const ask = () => drafted.ada.post(versions(drafted), { signatories: signatoriesOf(drafted) })
    const answers = await Promise.all([ask(), ask()])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect((await drafted.ada.get(`/api/agreements/${drafted.id}`)).body.versions).toHaveLength(1)
    expect((await ask()).body.kind).toBe('wrong-status')
  })

  it('counts every change that came before it, and lets none in between', async () => {
    const drafted = await draftAgreement(server)
    const writing = Promise.all(
      Array.from({ length: 5 }, (_, index) => appendParagraph(server, drafted, `Sentence ${index}.`)),
    )
    const version = await seal(drafted)
    await writing
    const said = JSON.stringify(version.manifest.body)
    const state = await server.rooms.state({ agreementId: drafted.id, room: 'body' })
    expect(version.manifest.record.updates).toBeLessThanOrEqual(state.head.seq)
    const sentences = Array.from({ length: 5 }, (_, index) => said.includes(`Sentence ${index}.`))
    // The text before had one update; each sentence that is in the sealed text is one more, and no other is counted.
    expect(version.manifest.record.updates).toBe(1 + sentences.filter(Boolean).length)
  })
})

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

describe('refusing', () => {
  it('reopens the draft with its reason, and the next seal is the next version', async () => {
    const drafted = await draftAgreement(server)
    const version = await seal(drafted)
    await sign(drafted.ada, version, drafted.adaMember)
    const blank = await drafted.ben.post(`${versions(drafted)}/1/refusals`, { reason: '  ' })
    expect(blank.body.kind).toBe('bad-request')
    const refused = await drafted.ben.post(`${versions(drafted)}/1/refusals`, {
      reason: 'The fee is too high.',
    })
    expect(refused).toMatchObject({
      status: 200,
      body: { status: 'refused', refusal: { name: 'Ben Ödegård', reason: 'The fee is too high.' } },
    })
    expect((await drafted.ada.get(`/api/agreements/${drafted.id}`)).body).toMatchObject({
      status: 'draft',
      version: null,
      versions: [{ number: 1, status: 'refused' }],
    })
    expect((await sign(drafted.ben, version, drafted.benMember)).body.kind).toBe('wrong-status')
    await appendParagraph(server, drafted, 'The fee is halved.')
    const next = await seal(drafted)
    expect(next).toMatchObject({ number: 2, manifest: { previousFingerprint: null } })
    expect(next.fingerprint).not.toBe(version.fingerprint)
  })

  it('is for a signatory who has not signed, and for a convener', async () => {
    const drafted = await draftAgreement(server)
    const cleo = await server.signUp('Cleo', `cleo-${drafted.id}@example.org`)
    await bringIn(drafted.ada, cleo, drafted.id, 'partner', PARTY_A)
    const version = await seal(drafted)
    const path = `${versions(drafted)}/1/refusals`
    expect((await cleo.post(path, { reason: 'No' })).body.kind).toBe('not-a-signatory')
    await sign(drafted.ben, version, drafted.benMember)
    expect((await drafted.ben.post(path, { reason: 'No' })).body.kind).toBe('already-signed')
    expect((await drafted.ada.post(`${versions(drafted)}/2/refusals`, { reason: 'No' })).status).toBe(404)
    expect((await drafted.ada.post(path, { reason: 'Ben has left.' })).body.status).toBe('refused')
    expect((await drafted.ada.post(path, { reason: 'Again' })).body.kind).toBe('wrong-status')
  })
})

describe('amending', () => {
  it('reopens a signed agreement; the next version names the one that it amends, which stays', async () => {
    const drafted = await draftAgreement(server)
    expect((await drafted.ada.post(`/api/agreements/${drafted.id}/amendments`, {})).body.kind).toBe(
      'wrong-status',
    )
    const version = await seal(drafted)
    await sign(drafted.ada, version, drafted.adaMember)
    await sign(drafted.ben, version, drafted.benMember)
    expect((await drafted.ben.post(`/api/agreements/${drafted.id}/amendments`, {})).body.kind).toBe(
      'forbidden',
    )
    const amended = await drafted.ada.post(`/api/agreements/${drafted.id}/amendments`, {})
    expect(amended).toMatchObject({
      status: 200,
      body: { status: 'draft', versions: [{ status: 'signed' }] },
    })
    await appendParagraph(server, drafted, 'From 2028 the fee is EUR 50,000.')
    const next = await seal(drafted)
    expect(next.manifest).toMatchObject({ version: 2, previousFingerprint: version.fingerprint })
    expect((await drafted.ada.get(`${versions(drafted)}/1/signed.pdf`)).status).toBe(200)
    expect((await drafted.ada.get(`${versions(drafted)}/1`)).body).toMatchObject({ status: 'signed' })
  })

  it('keeps the number when a later version is refused', async () => {
    const drafted = await draftAgreement(server)
    const first = await seal(drafted)
    await sign(drafted.ada, first, drafted.adaMember)
    await sign(drafted.ben, first, drafted.benMember)
    await drafted.ada.post(`/api/agreements/${drafted.id}/amendments`, {})
    await appendParagraph(server, drafted, 'More.')
    await seal(drafted)
    await drafted.ben.post(`${versions(drafted)}/2/refusals`, { reason: 'No' })
    const third = await seal(drafted)
    expect(third.manifest).toMatchObject({ version: 3, previousFingerprint: first.fingerprint })
  })
})
