import { describe, expect, it } from 'vitest'
import { createApiClient } from '../../../client/api/api-client.ts'

/** A server that gives one answer and notes what it was asked. */
function answering(answer: Response | Error) {
  const asked: { path: string; init: RequestInit | undefined }[] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    asked.push({ path: String(input), init })
    if (answer instanceof Error) throw answer
    return answer
  }
  return { api: createApiClient(fetch), asked }
}

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

describe('the API client', () => {
  it('gives a parsed answer', async () => {
    const { api, asked } = answering(json({ user: null, magicLink: true }))
    expect(await api.me()).toEqual({ ok: true, value: { user: null, magicLink: true } })
    expect(asked[0]).toMatchObject({ path: '/api/me', init: { method: 'GET', credentials: 'same-origin' } })
  })

  it('encodes what comes from an address, so that it cannot lead to another route', async () => {
    const { api, asked } = answering(json({}))
    await api.agreement('../me?x=1#')
    await api.invitationPreview('a/b')
    expect(asked.map(({ path }) => path)).toEqual([
      '/api/agreements/..%2Fme%3Fx%3D1%23',
      '/api/invitations/a%2Fb',
    ])
    expect(api.exportUrl('a/b', 'md')).toBe('/api/agreements/a%2Fb/export.md')
    expect(api.signedPdfUrl('id', 2)).toBe('/api/agreements/id/versions/2/signed.pdf')
  })

  it('takes a refusal’s kind, words and details from the server', async () => {
    const { api } = answering(json({ kind: 'not-ready', message: 'No parties.', details: ['party'] }, 422))
    expect(await api.seal('id', { signatories: [], waivers: [] })).toEqual({
      ok: false,
      error: { kind: 'not-ready', message: 'No parties.', details: ['party'] },
    })
  })

  it.each([
    [502, 'unavailable'],
    [500, 'internal'],
    [413, 'too-large'],
    [404, 'not-found'],
    [418, 'bad-request'],
  ])('makes sense of a status %i with a page of some proxy', async (status, kind) => {
    const { api } = answering(new Response('<html>', { status }))
    expect(await api.me()).toMatchObject({ ok: false, error: { kind } })
  })

  it('does not believe a kind that it does not know', async () => {
    const { api } = answering(json({ kind: 'constructor', message: 'x' }, 403))
    expect(await api.me()).toMatchObject({ ok: false, error: { kind: 'forbidden' } })
  })

  it('says offline when no answer comes', async () => {
    const { api } = answering(new TypeError('Failed to fetch'))
    expect(await api.listAgreements()).toMatchObject({ ok: false, error: { kind: 'offline' } })
  })

  it('refuses an answer of another form instead of passing it on', async () => {
    const { api } = answering(json([{ id: 1 }]))
    expect(await api.listAgreements()).toMatchObject({ ok: false, error: { kind: 'internal' } })
  })

  it('sends a signed PDF as it is', async () => {
    const { api, asked } = answering(json({}))
    const file = new Blob(['%PDF-1.7'])
    await api.verify(file)
    expect(asked[0]?.init?.body).toBe(file)
    expect(asked[0]?.init?.headers).toMatchObject({ 'content-type': 'application/pdf' })
  })
})
