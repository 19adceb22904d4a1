import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleAgreement } from '../../../shared/agreement/templates/template-for.ts'
import { agreementDates } from '../../../shared/terms/dates/agreement-dates.ts'
import { extractTerms } from '../../../shared/terms/extract-terms.ts'
import { draftAgreement } from '../../support/drafted-agreement.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const { body } = sampleAgreement()
const dates = agreementDates(extractTerms(body, 'Valley transport'))
const events = (ics: string) => ics.match(/BEGIN:VEVENT/g)?.length ?? 0

describe('the calendar of an agreement', () => {
  it('is polled at a secret address without a session, and holds every date', async () => {
    const { id, ben } = await draftAgreement(server, body)
    const path = `/api/agreements/${id}/calendar`
    expect((await ben.get(path)).body).toBeNull()
    const made = await ben.post(path, {})
    expect(made.status).toBe(201)
    expect(made.body.url).toMatch(/^http.*\/calendar\/[A-Za-z0-9_-]{43}\.ics$/)
    expect((await ben.get(path)).body).toEqual({ createdAt: made.body.createdAt })

    const polled = await fetch(made.body.url)
    expect(polled.status).toBe(200)
    expect(polled.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const ics = await polled.text()
    expect(ics).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/)
    expect(dates.length).toBeGreaterThan(5)
    expect(events(ics)).toBe(dates.length)
    expect(Buffer.from((await ben.get(`/api/agreements/${id}/dates.ics`)).bytes).toString()).toBe(ics)
  })

  it('stops at once when it is replaced, revoked, or its owner leaves; and nobody else’s does', async () => {
    const { id, ada, ben, benMember } = await draftAgreement(server, body)
    const path = `/api/agreements/${id}/calendar`
    const make = async (person: typeof ada): Promise<string> => (await person.post(path, {})).body.url
    const status = async (url: string) => (await fetch(url)).status
    const [first, adas] = [await make(ben), await make(ada)]
    const second = await make(ben)
    expect([await status(first), await status(second), await status(adas)]).toEqual([404, 200, 200])
    expect((await ben.delete(path)).status).toBe(204)
    expect([await status(second), await status(adas)]).toEqual([404, 200])
    const third = await make(ben)
    await ada.delete(`/api/agreements/${id}/members/${benMember}`)
    expect([await status(third), await status(adas)]).toEqual([404, 200])
  })

  it('lets nobody in who guesses, and nobody make one who is no member', async () => {
    const { id } = await draftAgreement(server, body)
    const stranger = await server.signUp('Mallory', 'mallory@elsewhere.example')
    expect((await stranger.post(`/api/agreements/${id}/calendar`, {})).status).toBe(404)
    for (const file of [`${'a'.repeat(43)}.ics`, 'x.ics', `${id}.ics`])
      expect((await fetch(`${server.url}/calendar/${file}`)).status).toBe(404)
  })
})

describe('the published schema of terms', () => {
  it('is served to everybody as JSON Schema', async () => {
    const answer = await fetch(`${server.url}/schema/terms.json`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('application/schema+json')
    const schema = await answer.json()
    expect(schema.$id).toBe('urn:parley:schema:terms:1')
    expect(Object.keys(schema.properties)).toEqual(
      expect.arrayContaining(['parties', 'shares', 'steps', 'kpis', 'obligations', 'facts']),
    )
  })
})
