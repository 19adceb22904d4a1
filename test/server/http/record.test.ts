import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBody } from '../../../shared/document/yjs-body.ts'
import { unpackRecordPage } from '../../../shared/record/record-pack.ts'
import { documentAt } from '../../../shared/record/text-at.ts'
import { must } from '../../../shared/result.ts'
import { appendParagraph, type Drafted, draftAgreement } from '../../support/drafted-agreement.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

let server: TestServer
let drafted: Drafted
beforeAll(async () => {
  server = await startTestServer()
  drafted = await draftAgreement(server)
})
afterAll(() => server.close())

type Caller = Drafted['ada']

const ask = (person: Caller, from: number) =>
  fetch(`${server.url}/api/agreements/${drafted.id}/record/body?from=${from}`, {
    headers: { authorization: `Bearer ${person.token}` },
  })

async function page(person: Caller, from: number) {
  const response = await ask(person, from)
  expect(response.status).toBe(200)
  const unpacked = unpackRecordPage(new Uint8Array(await response.arrayBuffer()))
  if (!unpacked.ok) throw new Error('the page cannot be read')
  return unpacked.value
}

describe('the record of a text', () => {
  it('is what the text came about by, with who and when, from any number on', async () => {
    const first = await page(drafted.ben, 1)
    expect(first.entries.map(({ seq }) => seq)).toEqual(first.entries.map((_, index) => index + 1))
    expect(first.head).toBe(first.entries.length)
    await appendParagraph(server, drafted, 'Something more.')
    const next = await page(drafted.ben, first.head + 1)
    expect(next.entries.map(({ seq }) => seq)).toEqual([first.head + 1])
    const whole = documentAt([...first.entries, ...next.entries], next.head)
    const { update } = await server.rooms.state({ agreementId: drafted.id, room: 'body' })
    const now = documentAt([{ seq: 1, update, authorId: '', at: 0 }], 1)
    expect(readBody(whole)).toEqual(readBody(now))
    expect(next.names.get(must(next.entries[0], 'an entry').authorId)).toMatch(/\w/)
  })

  it('has an empty page behind its end, and refuses what is no number and who is no member', async () => {
    expect((await page(drafted.ada, 1_000_000)).entries).toEqual([])
    expect((await ask(drafted.ada, -1)).status).toBe(400)
    expect((await ask(await server.signUp('Stranger'), 1)).status).toBe(404)
  })
})
