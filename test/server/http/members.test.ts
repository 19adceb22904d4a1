import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draftAgreement, PARTY_A, PARTY_B, seal } from '../../support/drafted-agreement.ts'
import { bringIn } from '../../support/test-person.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const member = (id: string, memberId: string) => `/api/agreements/${id}/members/${memberId}`

describe('members', () => {
  it('change role and party by a convener’s hand', async () => {
    const { id, ada, ben, benMember } = await draftAgreement(server)
    const changed = await ada.patch(member(id, benMember), { role: 'reviewer', partyId: PARTY_A })
    expect(changed).toMatchObject({
      status: 200,
      body: { id: benMember, name: 'Ben Ödegård', role: 'reviewer', partyId: PARTY_A },
    })
    const neutral = await ada.patch(member(id, benMember), { role: 'commissioner' })
    expect(neutral.body).toMatchObject({ role: 'commissioner', partyId: null })
    expect((await ben.get(`/api/agreements/${id}`)).body).toMatchObject({
      role: 'commissioner',
      partyId: null,
    })
  })

  it('of a neutral role act for no party', async () => {
    const { id, ada, benMember } = await draftAgreement(server)
    const answer = await ada.patch(member(id, benMember), { role: 'observer', partyId: PARTY_B })
    expect(answer).toMatchObject({ status: 400, body: { kind: 'bad-request' } })
    await ada.patch(member(id, benMember), { role: 'observer' })
    expect((await ada.patch(member(id, benMember), { partyId: PARTY_B })).status).toBe(400)
  })

  it('leave, and are removed, and then know of the agreement no longer', async () => {
    const { id, ada, ben, benMember } = await draftAgreement(server)
    const cleo = await server.signUp('Cleo', `cleo-${id}@example.org`)
    const cleoMember = await bringIn(ada, cleo, id, 'observer')
    expect((await ben.delete(member(id, cleoMember))).body.kind).toBe('forbidden')
    expect((await ben.delete(member(id, benMember))).status).toBe(204)
    expect((await ben.get(`/api/agreements/${id}`)).status).toBe(404)
    expect((await ada.delete(member(id, cleoMember))).status).toBe(204)
    expect((await cleo.get('/api/agreements')).body).toEqual([])
    expect((await ada.delete(member(id, cleoMember))).status).toBe(404)
  })

  it('always include a convener', async () => {
    const { id, ada, adaMember, ben, benMember } = await draftAgreement(server)
    const lastConvener = { status: 409, body: { kind: 'last-convener' } }
    expect(await ada.delete(member(id, adaMember))).toMatchObject(lastConvener)
    expect(await ada.patch(member(id, adaMember), { role: 'partner' })).toMatchObject(lastConvener)
    expect((await ada.patch(member(id, benMember), { role: 'convener' })).status).toBe(200)
    expect((await ada.delete(member(id, adaMember))).status).toBe(204)
    expect(await ben.delete(member(id, benMember))).toMatchObject(lastConvener)
  })

  it('whose signature is waited for stay as they are until it is given or refused', async () => {
    const drafted = await draftAgreement(server)
    const { id, ada, ben, benMember } = drafted
    const cleo = await server.signUp('Cleo', `cleo-${id}@example.org`)
    const cleoMember = await bringIn(ada, cleo, id, 'partner', PARTY_A)
    await seal(drafted)
    expect((await ada.delete(member(id, benMember))).body.kind).toBe('wrong-status')
    expect((await ben.delete(member(id, benMember))).body.kind).toBe('wrong-status')
    expect((await ada.patch(member(id, benMember), { role: 'observer' })).body.kind).toBe('wrong-status')
    expect((await ada.delete(member(id, cleoMember))).status).toBe(204)
    await ben.post(`/api/agreements/${id}/versions/1/refusals`, { reason: 'No' })
    expect((await ben.delete(member(id, benMember))).status).toBe(204)
  })

  it('of another agreement are out of reach', async () => {
    const [one, two] = [await draftAgreement(server), await draftAgreement(server)]
    expect((await one.ada.patch(member(one.id, two.benMember), { role: 'observer' })).status).toBe(404)
    expect((await one.ada.delete(member(one.id, two.benMember))).status).toBe(404)
    expect((await one.ada.delete(member(two.id, two.benMember))).status).toBe(404)
    expect((await two.ben.get(`/api/agreements/${two.id}`)).body.role).toBe('partner')
  })

  it.each([[{ role: 'king' }], [{ partyId: 'x' }], [[]], ['text']])('are not changed by %j', async body => {
    const { id, ada, benMember } = await draftAgreement(server)
    expect((await ada.patch(member(id, benMember), body)).body.kind).toBe('bad-request')
  })
})
