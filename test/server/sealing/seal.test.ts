import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { VersionDetail } from '../../../shared/protocol/api.ts'
import { keepMerge } from '../../../shared/record/merge/merge-rooms.ts'
import { must } from '../../../shared/result.ts'
import { fingerprintOf } from '../../../shared/sealing/fingerprint.ts'
import { createWebCryptoPort } from '../../../shared/sealing/web-crypto-port.ts'
import {
  appendParagraph,
  BODY,
  type Drafted,
  draftAgreement,
  PARTY_A,
  seal,
  sealRequestOf,
  signatoriesOf,
  TITLE,
} from '../../support/drafted-agreement.ts'
import { MERGE_CASES } from '../../support/merge-cases/merge-cases.ts'
import { runMergeCase } from '../../support/run-merge-case.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

const crypto = createWebCryptoPort(globalThis.crypto.subtle)

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
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
      ...new Array(9).fill('not-settled'),
    ])
    for (const { message } of answer.body.details) expect(message).toMatch(/^[A-Z].*\.$/s)
    expect((await drafted.ada.get(`/api/agreements/${drafted.id}`)).body.status).toBe('draft')
  })

  it('lets no error of readiness stand without a reason, and names each with its reason in the manifest', async () => {
    const drafted = await draftAgreement(server)
    const request = sealRequestOf(drafted)
    const [first, ...others] = request.waivers
    const ask = (waivers: typeof request.waivers) =>
      drafted.ada.post(versions(drafted), { ...request, waivers })
    for (const reason of ['', '   ', 'x'.repeat(501)])
      expect((await ask([...others, { problem: first?.problem ?? '', reason }])).status).toBe(400)
    const answer = await ask(others)
    expect(answer).toMatchObject({ status: 422, body: { kind: 'not-ready' } })
    expect(answer.body.details).toMatchObject([{ problem: 'not-settled', waiver: first?.problem }])
    const forAnother = { problem: `${first?.problem} Once it read otherwise.`, reason: 'A sum that was.' }
    expect((await ask([...others, forAnother])).status).toBe(422)
    const sealed = await ask([...request.waivers, forAnother])
    expect(sealed.status).toBe(201)
    const { waivers } = (sealed.body as VersionDetail).manifest
    expect(waivers).toHaveLength(request.waivers.length)
    expect(waivers[0]).toEqual({
      problem: 'no-cost-shares',
      place: null,
      message: 'The cost shares are not stated.',
      reason: 'A text for tests.',
      waivedBy: { memberId: drafted.adaMember, name: 'Ada Lund', email: drafted.ada.email },
    })
  })

  it('says how many points of merge review nobody had settled', async () => {
    const drafted = await draftAgreement(server)
    expect((await seal(drafted)).manifest.unreviewed).toBe(0)

    const other = await draftAgreement(server)
    const { doc, ranges } = runMergeCase(
      must(
        MERGE_CASES.find(({ name }) => name === 'both set one share'),
        'a merge with two findings',
      ),
      'parley',
    )
    const discussion = new Y.Doc()
    keepMerge(discussion, must(ranges, 'what was merged'), 'ben', 1)
    const write = (room: 'body' | 'discussion', state: Uint8Array) =>
      server.rooms.write({ agreementId: other.id, room }, state, other.ada.id)
    await write('body', Y.encodeStateAsUpdate(doc))
    await write('discussion', Y.encodeStateAsUpdate(discussion))
    const { body } = (await other.ada.get(`/api/agreements/${other.id}/export.json`)).body
    const answer = await other.ada.post(versions(other), sealRequestOf(other, body))
    expect((answer.body as VersionDetail).manifest.unreviewed).toBe(2)
  })

  it('refuses characters that a PDF cannot print, with their place', async () => {
    const drafted = await draftAgreement(server)
    await appendParagraph(server, drafted, 'A private sign: \uE000 and no more')
    const answer = await drafted.ada.post(versions(drafted), sealRequestOf(drafted))
    expect(answer).toMatchObject({ status: 422, body: { kind: 'unprintable-text' } })
    expect(answer.body.details).toMatchObject([{ codePoint: 'U+E000' }])
    expect((await drafted.ada.get(`/api/agreements/${drafted.id}`)).body.status).toBe('draft')
  })

  it('happens once when two conveners ask for it at the same moment', async () => {
    const drafted = await draftAgreement(server)
    const ask = () => drafted.ada.post(versions(drafted), sealRequestOf(drafted))
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
