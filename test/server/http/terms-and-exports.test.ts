import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { META_MAP, META_TITLE } from '../../../shared/document/node-types.ts'
import {
  appendParagraph,
  BODY,
  type Drafted,
  draftAgreement,
  seal,
  TITLE,
} from '../../support/drafted-agreement.ts'
import { createAgreement } from '../../support/test-person.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

async function setTitle({ id, ada }: Drafted, title: string): Promise<void> {
  const room = { agreementId: id, room: 'body' } as const
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, (await server.rooms.state(room)).update)
  const before = Y.encodeStateVector(doc)
  doc.getMap(META_MAP).set(META_TITLE, title)
  await server.rooms.write(room, Y.encodeStateAsUpdate(doc, before), ada.id)
}

describe('the terms', () => {
  it('are those of the text as it durably stands, at once', async () => {
    const drafted = await draftAgreement(server)
    const first = await drafted.ben.get(`/api/agreements/${drafted.id}/terms`)
    expect(first.body).toMatchObject({ format: 'parley-terms/1', title: TITLE })
    expect(first.body.parties.map(({ name }: { name: string }) => name)).toEqual([
      'Alpha Valley eG',
      'Beta & Sons <Ltd>',
    ])
    expect(first.body.facts).toMatchObject([{ value: { kind: 'money', amount: '48000', currency: 'EUR' } }])
    await setTitle(drafted, 'Hill transport')
    expect((await drafted.ben.get(`/api/agreements/${drafted.id}/terms`)).body.title).toBe('Hill transport')
  })

  it('are stored within two seconds after the text comes to rest, and the library follows', async () => {
    const drafted = await draftAgreement(server)
    const begun = Date.now()
    await setTitle(drafted, 'Hill transport')
    await vi.waitFor(
      async () => {
        const [line] = (await drafted.ben.get('/api/agreements')).body
        expect(line).toMatchObject({
          title: 'Hill transport',
          parties: [{ name: 'Alpha Valley eG' }, { name: 'Beta & Sons <Ltd>' }],
        })
      },
      { timeout: 5000, interval: 20 },
    )
    expect(Date.now() - begun).toBeLessThan(2000)
    const head = (await server.rooms.state({ agreementId: drafted.id, room: 'body' })).head
    expect((await server.agreements.terms(drafted.id))?.seq).toBe(head.seq)
    await vi.waitFor(
      async () => {
        const [line] = (await drafted.ben.get('/api/agreements')).body
        expect(Date.parse(line.changedAt)).toBeGreaterThanOrEqual(begun)
        expect(line.changedBy).toBe('Ada Lund')
      },
      { timeout: 8000, interval: 50 },
    )
  })

  it.each([['x'.repeat(400)], ['   '], ['two\nlines']])(
    'leave the library’s title as it was when the text’s is no title: %.12s',
    async title => {
      const drafted = await draftAgreement(server)
      await setTitle(drafted, title)
      expect((await drafted.ada.get(`/api/agreements/${drafted.id}/terms`)).body.title).toBe(title)
      expect((await drafted.ada.get('/api/agreements')).body[0].title).toBe(TITLE)
    },
  )

  it('of a text that nobody has written yet are empty', async () => {
    const ada = await server.signUp('Ada', 'ada-empty@example.org')
    const { id } = await createAgreement(ada, { seed: false })
    expect((await ada.get(`/api/agreements/${id}/terms`)).body).toMatchObject({ clauses: [], parties: [] })
  })

  it('come as a table, too', async () => {
    const drafted = await draftAgreement(server)
    const answer = await drafted.ada.get(`/api/agreements/${drafted.id}/terms.csv`)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="agreement-${drafted.id}-terms.csv"`,
    )
    expect(new TextDecoder().decode(answer.bytes)).toContain('48000')
  })
})

describe('an export', () => {
  it('in JSON holds the text and its terms', async () => {
    const drafted = await draftAgreement(server)
    const { body } = await drafted.ben.get(`/api/agreements/${drafted.id}/export.json`)
    const terms = await drafted.ben.get(`/api/agreements/${drafted.id}/terms`)
    expect(body).toEqual({
      format: 'parley-agreement/1',
      id: drafted.id,
      title: TITLE,
      model: 'blank',
      status: 'draft',
      body: BODY,
      terms: terms.body,
    })
  })

  it.each([
    ['md', 'text/markdown; charset=utf-8', /Valley transport/],
    ['html', 'text/html; charset=utf-8', /Beta &amp; Sons &lt;Ltd&gt;/],
    ['pdf', 'application/pdf', /^%PDF-1\.7/],
  ])('as %s is a file that runs nothing', async (format, type, content) => {
    const drafted = await draftAgreement(server)
    const answer = await drafted.ben.get(`/api/agreements/${drafted.id}/export.${format}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('content-disposition')).toContain(`.${format}"`)
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    const text = new TextDecoder().decode(answer.bytes)
    expect(text).toMatch(content)
    expect(text).not.toContain('<script>')
  })

  it('shows the newest text, also of a sealed agreement, and prints any character of a draft', async () => {
    const drafted = await draftAgreement(server)
    await seal(drafted)
    expect((await drafted.ada.get(`/api/agreements/${drafted.id}/export.json`)).body.status).toBe('sealed')
    const odd = await draftAgreement(server)
    await appendParagraph(server, odd, 'Odd: \uE000')
    expect((await odd.ada.get(`/api/agreements/${odd.id}/export.pdf`)).status).toBe(200)
  })

  it('as a Word file is a package that names the text as its document', async () => {
    const drafted = await draftAgreement(server)
    const answer = await fetch(`${server.url}/api/agreements/${drafted.id}/export.docx`, {
      headers: { authorization: `Bearer ${drafted.ada.token}` },
    })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    )
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
    expect(strFromU8(files['word/document.xml'] ?? new Uint8Array())).toContain('<w:document')
  })

  it.each(['exe', ''])('as %j does not exist', async format => {
    const drafted = await draftAgreement(server)
    const answer = await drafted.ada.get(`/api/agreements/${drafted.id}/export.${format}`)
    expect(answer).toMatchObject({ status: 404, body: { kind: 'not-found' } })
  })
})
