import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appendParagraph, type Drafted, draftAgreement } from '../../support/drafted-agreement.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

let server: TestServer
let drafted: Drafted
beforeAll(async () => {
  server = await startTestServer()
  drafted = await draftAgreement(server)
  await appendParagraph(server, drafted, 'Written “later” & <kept>.')
})
afterAll(() => server.close())

const ask = (query: string, token = drafted.ben.token) =>
  fetch(`${server.url}/api/agreements/${drafted.id}/${query}`, {
    headers: { authorization: `Bearer ${token}` },
  })

describe('a comparison as a file', () => {
  it('is a Word document with tracked changes by author and date', async () => {
    const response = await ask('compare.docx?from=1')
    expect(response.status).toBe(200)
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
    const [, author, date, text] =
      /<w:ins w:id="\d+" w:author="([^"]+)" w:date="([^"]+)"><w:r><w:t xml:space="preserve">(Written[^<]*)</.exec(
        xml,
      ) ?? []
    expect(author).toBe(drafted.ada.name)
    expect(Date.parse(date ?? '')).toBeGreaterThan(Date.now() - 60_000)
    expect(text).toBe('Written “later” &amp; &lt;kept&gt;.')
    expect(xml).not.toContain('<w:del ')
    const back = await ask('compare.docx?from=2&to=1')
    const removed = strFromU8(
      unzipSync(new Uint8Array(await back.arrayBuffer()))['word/document.xml'] ?? new Uint8Array(),
    )
    expect(removed).toMatch(/<w:del [^>]+><w:r><w:delText xml:space="preserve">Written/)
  })

  it('is a PDF', async () => {
    const response = await ask('compare.pdf?from=1&to=2')
    expect(response.status).toBe(200)
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  it('is refused for a moment that the record does not have, and to strangers', async () => {
    expect((await ask('compare.pdf?from=1&to=99')).status).toBe(404)
    expect((await ask('compare.docx?from=x')).status).toBe(400)
    expect((await ask('compare.docx?from=1', (await server.signUp('Stranger')).token)).status).toBe(404)
  })
})
