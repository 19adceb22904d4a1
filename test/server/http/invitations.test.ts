import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draftAgreement, PARTY_A, PARTY_B } from '../../support/drafted-agreement.ts'
import { accept, ask, createAgreement, invite, type TestPerson } from '../../support/test-person.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

const DAY_MS = 24 * 60 * 60 * 1000

let server: TestServer
let clock = 0
let people = 0
beforeAll(async () => {
  server = await startTestServer({}, { now: () => Date.now() + clock })
})
afterAll(() => server.close())

const someone = (name: string) => server.signUp(name, `${name}${++people}@example.org`)
const preview = (token: string) => ask(`${server.url}/api/invitations/${token}`, 'GET')
const tryToAccept = (person: TestPerson, token: string) => person.post(`/api/invitations/${token}/accept`)

describe('an invitation', () => {
  it('shows a guest without an account what it is to, and lets them in with its role and party', async () => {
    const { ada, id } = await draftAgreement(server)
    await ada.get(`/api/agreements/${id}/terms`)
    const made = await invite(ada, id, 'partner', PARTY_A)
    expect(made.url).toBe(`${server.url}/invite/${made.token}`)
    expect(made.token.length).toBeGreaterThanOrEqual(40)
    expect((await preview(made.token)).body).toEqual({
      agreementId: id,
      title: 'Valley transport',
      role: 'partner',
      partyName: 'Alpha Valley eG',
      invitedBy: 'Ada Lund',
      expiresAt: made.expiresAt,
    })
    const cleo = await someone('cleo')
    const memberId = await accept(cleo, made.token)
    const detail = await cleo.get(`/api/agreements/${id}`)
    expect(detail.body).toMatchObject({
      role: 'partner',
      partyId: PARTY_A,
      me: { id: memberId },
      invitations: [],
    })
  })

  it('is listed for who may invite until it is used, without its token', async () => {
    const ada = await someone('ada')
    const { id } = await createAgreement(ada)
    const first = await invite(ada, id, 'observer')
    const second = await invite(ada, id, 'commissioner')
    const listed = await ada.get(`/api/agreements/${id}/invitations`)
    expect(listed.body.map((one: { id: string }) => one.id)).toEqual([first.id, second.id])
    expect(JSON.stringify(listed.body)).not.toContain(first.token)
    expect((await ada.get(`/api/agreements/${id}`)).body.invitations).toEqual(listed.body)
    await accept(await someone('omar'), first.token)
    expect((await ada.get(`/api/agreements/${id}/invitations`)).body).toHaveLength(1)
  })

  it('lets one person in, once', async () => {
    const ada = await someone('ada')
    const { id } = await createAgreement(ada)
    const { token } = await invite(ada, id, 'reviewer')
    const [ben, eve] = [await someone('ben'), await someone('eve')]
    const memberId = await accept(ben, token)
    expect(await accept(ben, token)).toBe(memberId)
    expect(await tryToAccept(eve, token)).toMatchObject({ status: 410, body: { kind: 'invitation-used' } })
    expect((await preview(token)).body.kind).toBe('invitation-used')
    expect((await eve.get(`/api/agreements/${id}`)).status).toBe(404)
    // Who was removed does not come back by the old link.
    await ada.delete(`/api/agreements/${id}/members/${memberId}`)
    expect((await tryToAccept(ben, token)).body.kind).toBe('invitation-used')
  })

  it('stays for somebody else when a member follows it', async () => {
    const ada = await someone('ada')
    const { id, me } = await createAgreement(ada)
    const { token } = await invite(ada, id, 'observer')
    expect(await accept(ada, token)).toBe(me.id)
    expect((await ada.get(`/api/agreements/${id}`)).body.role).toBe('convener')
    expect((await tryToAccept(await someone('ben'), token)).status).toBe(200)
  })

  it('expires when it says so', async () => {
    const ada = await someone('ada')
    const ben = await someone('ben')
    const { id } = await createAgreement(ada)
    const { token } = (await ada.post(`/api/agreements/${id}/invitations`, { role: 'partner', days: 2 })).body
    clock = 2 * DAY_MS - 60_000
    expect((await preview(token)).status).toBe(200)
    clock = 2 * DAY_MS + 60_000
    expect(await preview(token)).toMatchObject({ status: 410, body: { kind: 'invitation-expired' } })
    expect((await tryToAccept(ben, token)).body.kind).toBe('invitation-expired')
    expect((await ada.get(`/api/agreements/${id}/invitations`)).body).toEqual([])
    clock = 0
  })

  it('is useless once it is revoked', async () => {
    const ada = await someone('ada')
    const { id } = await createAgreement(ada)
    const made = await invite(ada, id, 'partner')
    const path = `/api/agreements/${id}/invitations/${made.id}`
    expect((await ada.delete(path)).status).toBe(204)
    expect(await preview(made.token)).toMatchObject({ status: 404, body: { kind: 'not-found' } })
    expect((await tryToAccept(await someone('ben'), made.token)).status).toBe(404)
    expect((await ada.delete(path)).status).toBe(404)
  })

  it.each([['nonsense'], ['..%2f..%2fapi%2fme'], ['%00'], ['x'.repeat(5000)]])(
    'is not guessed: %.20s',
    async token => {
      expect((await preview(token)).status).toBe(404)
      expect((await tryToAccept(await someone('eve'), token)).status).toBe(404)
    },
  )

  it('needs an account to be accepted', async () => {
    const ada = await someone('ada')
    const { token } = await invite(ada, (await createAgreement(ada)).id, 'partner')
    const answer = await ask(`${server.url}/api/invitations/${token}/accept`, 'POST')
    expect(answer).toMatchObject({ status: 401, body: { kind: 'unauthenticated' } })
  })

  it.each([
    ['a role that there is not', { role: 'owner' }],
    ['a party for a neutral', { role: 'commissioner', partyId: PARTY_B }],
    ['a party of no form', { role: 'partner', partyId: '<b>' }],
    ['no time at all', { role: 'partner', days: 0 }],
    ['a year', { role: 'partner', days: 365 }],
  ])('is not made with %s', async (_, body) => {
    const ada = await someone('ada')
    const { id } = await createAgreement(ada)
    const answer = await ada.post(`/api/agreements/${id}/invitations`, body)
    expect(answer).toMatchObject({ status: 400, body: { kind: 'bad-request' } })
    expect(answer.body.details).not.toHaveLength(0)
  })
})
