import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../server/new-id.ts'
import { bringIn, createAgreement } from '../../support/test-person.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

let people = 0
const someone = (name = 'Ada Lund') => server.signUp(name, `person${++people}@example.org`)

describe('creating an agreement', () => {
  it('makes the creator its convener and seeds the text of the model', async () => {
    const ada = await someone()
    const answer = await ada.post('/api/agreements', { title: '  Valley transport ', model: 'consortium' })
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({
      title: 'Valley transport',
      model: 'consortium',
      status: 'draft',
      role: 'convener',
      partyId: null,
      version: null,
      versions: [],
      invitations: [],
      me: { userId: ada.id, name: 'Ada Lund', email: ada.email, role: 'convener' },
    })
    expect(answer.body.members).toHaveLength(1)
    const exported = await ada.get(`/api/agreements/${answer.body.id}/export.json`)
    expect(exported.body).toMatchObject({ title: 'Valley transport', model: 'consortium', status: 'draft' })
    expect(exported.body.body.content.length).toBeGreaterThan(0)
  })

  it('leaves the text to a caller that brings its own', async () => {
    const ada = await someone()
    const { id } = await createAgreement(ada, { seed: false })
    expect((await server.rooms.state({ agreementId: id, room: 'body' })).head.seq).toBe(0)
  })

  it('can be repeated by the same person with the same id, also at the same moment, and writes the text once', async () => {
    const ada = await someone()
    const request = { id: newId(), title: 'Valley transport', model: 'consortium' }
    const answers = await Promise.all([1, 2, 3].map(() => ada.post('/api/agreements', request)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201])
    const once = await ada.get(`/api/agreements/${request.id}/export.json`)
    const again = await ada.post('/api/agreements', { ...request, title: 'Other' })
    expect(again).toMatchObject({ status: 200, body: { id: request.id, title: 'Valley transport' } })
    expect((await ada.get(`/api/agreements/${request.id}/export.json`)).body).toEqual(once.body)
    const fresh = await createAgreement(ada, { title: 'Valley transport', model: 'consortium' })
    const other = await ada.get(`/api/agreements/${fresh.id}/export.json`)
    expect(once.body.body).toEqual(other.body.body)
  })

  it('gives another person’s id to nobody else', async () => {
    const ada = await someone()
    const eve = await someone('Eve')
    const { id } = await createAgreement(ada)
    const answer = await eve.post('/api/agreements', { id, title: 'Mine', model: 'blank' })
    expect(answer).toMatchObject({ status: 409, body: { kind: 'conflict' } })
    expect((await ada.get(`/api/agreements/${id}`)).body.title).toBe('Valley transport')
    expect((await eve.get(`/api/agreements/${id}`)).status).toBe(404)
  })

  it.each([
    ['an unknown model', { title: 'T', model: 'marriage' }, 'model'],
    ['no title', { model: 'blank' }, 'title'],
    ['a blank title', { title: '   ', model: 'blank' }, 'title'],
    ['a title that is too long', { title: 'x'.repeat(301), model: 'blank' }, 'title'],
    ['a title of two lines', { title: 'a\nb', model: 'blank' }, 'title'],
    ['an id of another form', { id: '../../etc/passwd', title: 'T', model: 'blank' }, 'id'],
  ])('refuses %s and names the field', async (_, body, field) => {
    const ada = await someone()
    const answer = await ada.post('/api/agreements', body)
    expect(answer).toMatchObject({ status: 400, body: { kind: 'bad-request' } })
    expect(answer.body.message).not.toBe('')
    expect(answer.body.details.map((detail: { field: string }) => detail.field)).toContain(field)
  })

  it('needs an account', async () => {
    const ada = await someone()
    const { id } = await createAgreement(ada)
    for (const [method, path] of [
      ['POST', '/api/agreements'],
      ['GET', '/api/agreements'],
      ['GET', `/api/agreements/${id}`],
      ['GET', `/api/agreements/${id}/terms`],
      ['POST', `/api/agreements/${id}/amendments`],
    ] as const) {
      const response = await fetch(`${server.url}${path}`, {
        method,
        headers: { 'content-type': 'application/json', authorization: 'Bearer nonsense' },
        ...(method === 'POST' ? { body: JSON.stringify({ title: 'T', model: 'blank' }) } : {}),
      })
      expect(response.status, path).toBe(401)
      expect(await response.json()).toMatchObject({ kind: 'unauthenticated' })
    }
  })
})

describe('the library', () => {
  it('lists what one belongs to, last changed first, with who changed it and who are in it', async () => {
    const ada = await someone()
    const ben = await someone('Ben Ödegård')
    expect((await ben.get('/api/agreements')).body).toEqual([])
    const first = await createAgreement(ada, { title: 'First' })
    const second = await createAgreement(ada, { title: 'Second' })
    await bringIn(ada, ben, first.id, 'observer')
    const listed = await ada.get('/api/agreements')
    expect(listed.body.map(({ title }: { title: string }) => title)).toEqual(['Second', 'First'])
    expect(listed.body[0]).toMatchObject({
      id: second.id,
      role: 'convener',
      changedBy: 'Ada Lund',
      present: [],
    })
    const bens = await ben.get('/api/agreements')
    expect(bens.body).toMatchObject([{ id: first.id, role: 'observer' }])
  })

  it('tells strangers nothing, not even that an agreement exists', async () => {
    const ada = await someone()
    const eve = await someone('Eve')
    const { id } = await createAgreement(ada)
    const known = await eve.get(`/api/agreements/${id}`)
    const unknown = await eve.get(`/api/agreements/${newId()}`)
    expect(known.status).toBe(404)
    expect(known.body).toEqual(unknown.body)
    expect((await eve.get('/api/agreements/..%2f..%2fme')).status).toBe(404)
  })
})
