import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textTerms } from '../../../shared/terms/text-terms.ts'
import { SHORT_AGREEMENT } from '../../support/short-agreement.ts'
import { ask } from '../../support/test-person.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

let server: TestServer
let minute = 0
beforeAll(async () => {
  server = await startTestServer({}, { now: () => minute * 60_000 })
})
afterAll(() => server.close())

const extract = (body: unknown, type?: string) =>
  ask(`${server.url}/api/extract`, 'POST', body, type === undefined ? {} : { 'content-type': type })

describe('reading the terms of a text', () => {
  it('needs no account, and gives the same for plain text, Markdown and JSON', async () => {
    const expected = JSON.parse(JSON.stringify(textTerms(SHORT_AGREEMENT)))
    for (const type of ['text/plain', 'text/plain; charset=UTF-8', 'text/markdown'])
      expect(await extract(SHORT_AGREEMENT, type)).toMatchObject({ status: 200, body: expected })
    expect((await extract({ text: SHORT_AGREEMENT })).body).toEqual(expected)
  })

  it('counts places in UTF-16 code units, whatever stands before', async () => {
    const text = `🙂 „Präambel“\r\n\r\n${SHORT_AGREEMENT}`
    const { body } = await extract(text, 'text/plain')
    const law = body.facts.find((fact: { kind: string }) => fact.kind === 'governing-law')
    expect(text.slice(law.start, law.end)).toBe(law.text)
    const marked = await extract(new TextEncoder().encode(`\ufeff${text}`), 'text/plain')
    expect(marked.body).toEqual(body)
  })

  it.each([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'text/plain', 400],
    ['zeros', new Uint8Array(100), 'text/plain', 400],
    ['nothing', '', 'text/plain', 400],
    ['blanks', { text: ' \n ' }, undefined, 400],
    ['no text field', { txt: 'hello' }, undefined, 400],
    ['a number', { text: 7 }, undefined, 400],
    ['a list', ['hello'], undefined, 400],
    ['broken JSON', '{"text": ', 'application/json', 400],
    ['another type', 'hello', 'application/msword', 400],
    ['another alphabet', 'hello', 'text/plain; charset=utf-16', 400],
    ['too much', 'word '.repeat(420_000), 'text/plain', 413],
    ['too much in JSON', { text: 'ä'.repeat(1_100_000) }, undefined, 413],
    ['far too much', 'word '.repeat(2_000_000), 'text/plain', 413],
  ])('refuses %s, and says what to do', async (_, body, type, status) => {
    const answer = await extract(body, type)
    expect(answer.status).toBe(status)
    expect(answer.body.kind).toBe(status === 413 ? 'too-large' : 'bad-request')
    expect(answer.body.message.length).toBeGreaterThan(20)
  })

  it('takes two megabytes at once', async () => {
    const text = SHORT_AGREEMENT.repeat(Math.floor((2 * 1024 * 1024) / SHORT_AGREEMENT.length))
    const answer = await extract(text, 'text/plain')
    expect(answer.status).toBe(200)
    expect(answer.body.facts.length).toBeGreaterThan(1000)
  })

  it('answers many at once, each its own text', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, day) =>
        extract(SHORT_AGREEMENT.replace('March 3', `March ${day + 1}`), 'text/plain'),
      ),
    )
    const dates = answers.map(
      ({ body }) => body.facts.find((fact: { kind: string }) => fact.kind === 'agreement-date').value.date,
    )
    expect(dates).toEqual(
      Array.from({ length: 12 }, (_, day) => `2027-03-${String(day + 1).padStart(2, '0')}`),
    )
  })

  it('takes so many of one address in a minute, and again in the next', async () => {
    minute += 1
    const answers = await Promise.all(Array.from({ length: 610 }, () => extract('', 'text/plain')))
    const limited = answers.filter(({ status }) => status === 429)
    expect(limited.length).toBe(10)
    expect(limited[0]?.headers.get('retry-after')).toBe('60')
    minute += 1
    expect((await extract(SHORT_AGREEMENT, 'text/plain')).status).toBe(200)
  })

  it('is described for those who call it', async () => {
    const { body } = await ask(`${server.url}/openapi.json`, 'GET')
    const { post } = body.paths['/api/extract']
    expect(Object.keys(post.requestBody.content)).toEqual(['text/plain', 'text/markdown', 'application/json'])
    expect(Object.keys(post.responses['200'].content['application/json'].schema.properties)).toEqual(
      expect.arrayContaining(['parties', 'facts', 'kpis', 'obligations', 'clauses']),
    )
  })
})
