import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  appendParagraph,
  type Drafted,
  draftAgreement,
  PARTY_A,
  seal,
  sign,
} from '../../support/drafted-agreement.ts'
import { bringIn } from '../../support/test-person.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const versions = ({ id }: Drafted) => `/api/agreements/${id}/versions`

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
